using System.Globalization;
using System.Security.Cryptography;
using Kosmopolit.Platform.Notices;
using Microsoft.AspNetCore.DataProtection;

namespace Kosmopolit.Features.Notifications.Mails;

/// <summary>What a link at the foot of a mail ends.</summary>
/// <param name="What">The one followed thing; null for all mails about news.</param>
public sealed record MailToEnd(Guid Member, Followed? What);

/// <summary>The signed addresses at the foot of a mail about news: one that a mail program posts to, one that people open.</summary>
public sealed class NoticeMailStop(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("notice-mail");

    public string PageFor(MailToEnd mail) => $"/notice-mail/{Token(mail)}";

    public string PostFor(MailToEnd mail) => $"/notice-mail/{Token(mail)}/stop";

    /// <summary>Null when the address is not ours.</summary>
    public MailToEnd? Read(string token)
    {
        try
        {
            return _protector.Unprotect(token).Split(' ') switch
            {
                [var m] when Guid.TryParseExact(m, "N", out var member) => new(member, null),
                [var m, var k, var target]
                    when Guid.TryParseExact(m, "N", out var member)
                        && int.TryParse(k, NumberStyles.None, CultureInfo.InvariantCulture, out var kind) => new(
                    member,
                    new Followed((FollowKind)kind, target)
                ),
                _ => null,
            };
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private string Token(MailToEnd mail) =>
        _protector.Protect(
            mail.What is { } what
                ? string.Create(CultureInfo.InvariantCulture, $"{mail.Member:N} {(int)what.Kind} {what.Target}")
                : mail.Member.ToString("N", CultureInfo.InvariantCulture)
        );
}
