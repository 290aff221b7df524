using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Kosmopolit.Features.Knowledge.Questions.Visitors;

/// <summary>
/// Lets a visitor say from a mail which answer helped: a signed note of question and answer, good for two months. It accepts
/// that answer, and opens nothing else.
/// </summary>
public sealed class HelpedTicket(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(60);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("answer-helped").ToTimeLimitedDataProtector();

    /// <summary>Path from the root.</summary>
    public string PathFor(Guid question, Guid answer) =>
        $"/helped/{_protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{question:N}{answer:N}"), Lasts)}";

    /// <summary>Null when it is too old or not ours.</summary>
    public (Guid Question, Guid Answer)? Read(string? ticket)
    {
        try
        {
            var read = _protector.Unprotect(ticket ?? "");
            return (Guid.ParseExact(read[..32], "N"), Guid.ParseExact(read[32..], "N"));
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
