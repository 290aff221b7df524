using System.ComponentModel.DataAnnotations;
using System.Net;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Platform.Auth;

/// <summary>What the first page of signing in asks for.</summary>
public sealed class SignInInput
{
    [Required(ErrorMessage = "Write your e-mail address.")]
    [StringLength(254, ErrorMessage = "An e-mail address has at most 254 characters.")]
    [EmailAddress(ErrorMessage = "This does not look like an e-mail address. It needs an @ and no spaces.")]
    public string? Email { get; set; }
}

/// <summary>Sends a one-time code to an address that has an account; to others it does nothing that can be noticed.</summary>
public sealed class RequestSignInCode(KosmopolitDb db, TimeProvider clock, Texts texts)
{
    /// <summary>Codes an address may be sent in an hour; after that requests are accepted and forgotten.</summary>
    public const int MostPerHour = 5;

    public async Task Run(SignInInput input, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var normalized = Account.Normalise(input.Email!);
        var (row, code) = SignInCode.Issue(input.Email!, now);
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.NormalizedEmail == normalized, ct);
        var recent = await db.Set<SignInCode>().CountAsync(c => c.NormalizedEmail == normalized && c.CreatedAt > now.AddHours(-1), ct);
        if (recent >= MostPerHour)
            return;
        db.Add(row);
        if (account is not null)
            db.Add(Write(account, code, now));
        await db.SaveChangesAsync(ct);
        await db.Set<SignInCode>().Where(c => c.ExpiresAt < now.AddDays(-1)).ExecuteDeleteAsync(ct);
    }

    private OutgoingMail Write(Account account, string code, DateTimeOffset now)
    {
        var subject = texts["{0} is your code for Kosmopolit", code];
        var text = texts["Write this code on the page where you asked for it. It works once, for ten minutes."];
        var ignore = texts["Did you not ask for it? Then do nothing: without the code nobody gets in."];
        var language = texts.Language;
        return new OutgoingMail(
            account.Email!,
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
