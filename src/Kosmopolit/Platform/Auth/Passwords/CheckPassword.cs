using System.ComponentModel.DataAnnotations;
using Kosmopolit.Platform.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Platform.Auth.Passwords;

public sealed class PasswordSignInInput
{
    [Display(Name = "Your e-mail address")]
    [Required(ErrorMessage = "Write your e-mail address.")]
    [StringLength(254, ErrorMessage = "An e-mail address has at most 254 characters.")]
    [EmailAddress(ErrorMessage = "This does not look like an e-mail address. It needs an @ and no spaces.")]
    public string? Email { get; set; }

    [Required(ErrorMessage = "Write your password.")]
    [StringLength(PasswordRules.Longest, ErrorMessage = "This is too long. Please make it shorter.")]
    [DataType(DataType.Password)]
    public string? Password { get; set; }
}

/// <summary>Whether an address and a password belong together: the same answer, after the same work, when there is no such account.</summary>
public sealed class CheckPassword(KosmopolitDb db, IPasswordHasher<Account> hasher, NetworkLimit limit, TimeProvider clock)
{
    /// <summary>Wrong passwords an address may have in <see cref="Window"/>.</summary>
    public const int MostWrong = 10;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    public static readonly Refusal Wrong = new("Address and password do not fit together. You can always sign in with a code instead.");

    public static readonly Refusal TooMany = new(
        "Too many passwords were tried. Wait a quarter of an hour, or sign in with a code: that always works."
    );

    // Hashed once, so that an address without a password costs one comparison too.
    private static volatile string? _nobodys;

    public async Task<Outcome<Account>> Run(string email, string password, CancellationToken ct)
    {
        if (!limit.Allows(Knock.Password))
            return TooMany;
        var now = clock.GetUtcNow();
        var normalized = Account.Normalise(email);
        // Counts before it looks, so that many tries at once are many.
        var attempt = new PasswordTry(normalized, now);
        db.Add(attempt);
        await db.SaveChangesAsync(ct);
        var tries = await db.Set<PasswordTry>().CountAsync(t => t.NormalizedEmail == normalized && t.At > now - Window, ct);
        if (tries > MostWrong)
            return TooMany;
        var account = await db.Users.SingleOrDefaultAsync(a => a.NormalizedEmail == normalized, ct);
        var fits = Fits(account, PasswordRules.Canonical(password));
        await db.Set<PasswordTry>().Where(t => t.At < now.AddDays(-1)).ExecuteDeleteAsync(ct);
        if (!fits)
            return Wrong;
        db.Remove(attempt);
        await db.SaveChangesAsync(ct);
        return account!;
    }

    private bool Fits(Account? account, string password)
    {
        var hash = account?.PasswordHash ?? (_nobodys ??= hasher.HashPassword(new Account(), Guid.NewGuid().ToString()));
        var result = hasher.VerifyHashedPassword(account ?? new Account(), hash, password);
        if (account?.PasswordHash is null)
            return false;
        if (result == PasswordVerificationResult.SuccessRehashNeeded)
            account.PasswordHash = hasher.HashPassword(account, password);
        return result != PasswordVerificationResult.Failed;
    }
}
