using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Kosmopolit.Features.Knowledge.Questions.Outcomes;

/// <summary>
/// Lets an asker tell from a mail what happened, without signing in: a signed note of which question, good for two months.
/// It tells, and opens nothing else.
/// </summary>
public sealed class OutcomeTicket(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(60);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("question-outcome").ToTimeLimitedDataProtector();

    /// <summary>Path from the root; the choice only fills the form in, so that a program that opens links tells nothing.</summary>
    public string PathFor(Guid question, Help help) =>
        $"/what-happened/{_protector.Protect(question.ToString("N", CultureInfo.InvariantCulture), Lasts)}?said={help.ToString().ToLowerInvariant()}";

    /// <summary>Null when it is too old or not ours.</summary>
    public Guid? Read(string? ticket)
    {
        try
        {
            return Guid.TryParseExact(_protector.Unprotect(ticket ?? ""), "N", out var question) ? question : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
