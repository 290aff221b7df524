using System.Net;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Platform.Auth;

/// <summary>One-time codes by mail: sent to those whom they let in, for one purpose, and redeemed once.</summary>
public sealed class SentCodes(KosmopolitDb db, TimeProvider clock, Texts texts)
{
    /// <summary>Codes an address may be sent in an hour for one purpose; after that requests are accepted and forgotten.</summary>
    public const int MostPerHour = 5;

    private static readonly Refusal Unknown = new("That is not the code in the mail. Look at the six digits once more.", "Code");

    /// <summary>Makes a code, and sends it unless nobody is meant; costs the same either way.</summary>
    /// <param name="isMeant">False when the address has no account: a row is made, no mail.</param>
    public async Task Send(string email, string purpose, CancellationToken ct, bool isMeant = true)
    {
        var now = clock.GetUtcNow();
        var normalized = Account.Normalise(email);
        var (row, code) = SignInCode.Issue(email, now, purpose);
        var recent = await db.Set<SignInCode>()
            .CountAsync(c => c.NormalizedEmail == normalized && c.Purpose == purpose && c.CreatedAt > now.AddHours(-1), ct);
        if (recent >= MostPerHour)
            return;
        db.Add(row);
        // One more row in either case, so that the time it takes does not tell either.
        db.Add(isMeant ? Write(email.Trim(), code, now) : SignInCode.Issue(email, now, SignInCode.ForNothing).Row);
        await db.SaveChangesAsync(ct);
        await db.Set<SignInCode>().Where(c => c.ExpiresAt < now.AddDays(-1)).ExecuteDeleteAsync(ct);
    }

    /// <summary>Counts a guess at the newest code; the caller saves. Null when it was right.</summary>
    public async Task<Refusal?> Redeem(string email, string purpose, string? typed, CancellationToken ct)
    {
        var normalized = Account.Normalise(email);
        var row = await db.Set<SignInCode>()
            .Where(c => c.NormalizedEmail == normalized && c.Purpose == purpose)
            .OrderByDescending(c => c.CreatedAt)
            .FirstOrDefaultAsync(ct);
        return row is null ? Unknown
            : row.Redeem(Digits(typed), clock.GetUtcNow()) is { } refusal ? refusal with { Field = "Code" }
            : null;
    }

    /// <summary>The digits of what was typed: pasted with spaces, or on an Arabic or Persian keyboard.</summary>
    public static string Digits(string? typed) =>
        string.Concat((typed ?? "").Where(char.IsDigit).Select(d => (char)('0' + (int)char.GetNumericValue(d))));

    private OutgoingMail Write(string address, string code, DateTimeOffset now)
    {
        var subject = texts["{0} is your code for Kosmopolit", code];
        var text = texts["Write this code on the page where you asked for it. It works once, for ten minutes."];
        var ignore = texts["Did you not ask for it? Then do nothing: without the code nobody gets in."];
        var language = texts.Language;
        return new OutgoingMail(
            address,
            subject,
            $"{code}\n\n{text}\n\n{ignore}\n",
            MailShell.Wrap(
                language,
                subject,
                $"<p class=\"code\">{code}</p><p>{WebUtility.HtmlEncode(text)}</p><p>{WebUtility.HtmlEncode(ignore)}</p>"
            ),
            language.Tag,
            now,
            now + SignInCode.Lifetime
        );
    }
}
