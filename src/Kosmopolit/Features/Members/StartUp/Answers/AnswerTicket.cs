using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Kosmopolit.Features.Members.StartUp.Answers;

/// <summary>
/// Lets somebody answer from a mail without signing in: a signed note of which invitation is answered how, good until
/// the meeting is over. It answers, and opens nothing else.
/// </summary>
public sealed class AnswerTicket(IDataProtectionProvider protection)
{
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("meeting-answer").ToTimeLimitedDataProtector();

    public string For(Invitee invitee, Answer answer, TimeSpan lasts) => _protector.Protect($"{invitee.Id:N}{(int)answer}", lasts);

    /// <summary>Null when it is too old or not ours.</summary>
    public (Guid Invitee, Answer Answer)? Read(string? ticket)
    {
        try
        {
            if (string.IsNullOrEmpty(ticket))
                return null;
            var text = _protector.Unprotect(ticket);
            return (Guid.ParseExact(text[..32], "N"), (Answer)int.Parse(text[32..], CultureInfo.InvariantCulture));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
