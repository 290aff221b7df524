using System.ComponentModel.DataAnnotations;
using Kosmopolit.Platform.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Platform.Auth.Passwords;

public sealed class PasswordInput
{
    [Required(ErrorMessage = "Write the password you want.")]
    [StringLength(PasswordRules.Longest, ErrorMessage = "This is too long. Please make it shorter.")]
    [DataType(DataType.Password)]
    public string? Password { get; set; }
}

/// <summary>Sets, changes or removes the password of whoever is signed in; the pages ask for a fresh proof first.</summary>
public sealed class SetPassword(KosmopolitDb db, Me me, IPasswordHasher<Account> hasher, OwnerLetters letters)
{
    public async Task<Refusal?> Run(PasswordInput input, CancellationToken ct = default)
    {
        var account = await db.Users.SingleAsync(a => a.Id == me.AccountId, ct);
        if (PasswordRules.Refuse(input.Password!, account.Email!) is { } refusal)
            return refusal;
        account.PasswordHash = hasher.HashPassword(account, PasswordRules.Canonical(input.Password!));
        account.ConcurrencyStamp = Guid.NewGuid().ToString();
        db.Record(new PasswordSet(account.Id));
        letters.PasswordSet(account);
        await db.SaveChangesAsync(ct);
        return null;
    }

    public async Task Remove(CancellationToken ct = default)
    {
        var account = await db.Users.SingleAsync(a => a.Id == me.AccountId, ct);
        if (account.PasswordHash is null)
            return;
        account.PasswordHash = null;
        account.ConcurrencyStamp = Guid.NewGuid().ToString();
        db.Record(new PasswordRemoved(account.Id));
        await db.SaveChangesAsync(ct);
    }
}

public sealed record PasswordSet(Guid AccountId);

public sealed record PasswordRemoved(Guid AccountId);
