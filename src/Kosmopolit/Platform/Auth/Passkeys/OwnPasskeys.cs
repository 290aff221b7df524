using System.ComponentModel.DataAnnotations;
using Kosmopolit.Platform.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Platform.Auth.Passkeys;

public class PasskeyNameInput
{
    [Display(Name = "Name of the passkey")]
    [Required(ErrorMessage = "Give it a name by which you know it again.")]
    [PlainText(Passkey.LongestName)]
    public string? Name { get; set; }
}

public sealed class NewPasskeyInput : PasskeyNameInput
{
    /// <summary>The browser's answer, as JSON.</summary>
    [Required(ErrorMessage = "No passkey was made. Nothing has changed.")]
    [StringLength(100_000)]
    [DataType(DataType.Password)]
    public string? Credential { get; set; }
}

/// <summary>The passkeys of whoever is signed in: add, rename, remove.</summary>
public sealed class OwnPasskeys(
    KosmopolitDb db,
    Me me,
    SignInManager<Account> passkeys,
    UserManager<Account> accounts,
    OwnerLetters letters
)
{
    /// <summary>Nobody has so many devices.</summary>
    public const int Most = 20;

    public Task<List<Passkey>> List(CancellationToken ct = default) => Mine().AsNoTracking().ToListAsync(ct);

    /// <param name="key">The address form of its id; see <see cref="KeyOf"/>.</param>
    public Task<Passkey?> Find(string key, CancellationToken ct = default)
    {
        var id = IdOf(key);
        return Mine().SingleOrDefaultAsync(p => p.CredentialId == id, ct);
    }

    public async Task<Refusal?> Add(NewPasskeyInput input, CancellationToken ct = default)
    {
        var account = await db.Users.SingleAsync(a => a.Id == me.AccountId, ct);
        if (await Mine().CountAsync(ct) >= Most)
            return new Refusal("You have {0} passkeys. Remove one that you do not use any more.", null, Most);
        if (await Attest(input.Credential!) is not { } passkey)
            return new Refusal("The passkey could not be made. Nothing has changed; try once more.");
        passkey.Name = PlainText.Clean(input.Name);
        // Somebody else's, or this one for the second time.
        if (await db.Set<Passkey>().AnyAsync(p => p.CredentialId == passkey.CredentialId, ct))
            return new Refusal("This device has a passkey for your account already.");
        db.Record(new PasskeyAdded(account.Id));
        letters.PasskeyAdded(account, passkey.Name);
        var added = await accounts.AddOrUpdatePasskeyAsync(account, passkey);
        return added.Succeeded ? null : new Refusal("The passkey could not be made. Nothing has changed; try once more.");
    }

    public async Task Rename(Passkey passkey, PasskeyNameInput input, CancellationToken ct = default)
    {
        passkey.Data.Name = PlainText.Clean(input.Name);
        db.Record(new PasskeyRenamed(passkey.UserId));
        await db.SaveChangesAsync(ct);
    }

    public async Task Remove(Passkey passkey, CancellationToken ct = default)
    {
        db.Remove(passkey);
        db.Record(new PasskeyRemoved(passkey.UserId));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>A passkey's id as it stands in addresses.</summary>
    public static string KeyOf(Passkey passkey) => WebEncoders.Base64UrlEncode(passkey.CredentialId);

    private static byte[] IdOf(string key)
    {
        try
        {
            return WebEncoders.Base64UrlDecode(key);
        }
        catch (FormatException)
        {
            return [];
        }
    }

    private IQueryable<Passkey> Mine() => db.Set<Passkey>().Where(p => p.UserId == me.AccountId);

    private async Task<UserPasskeyInfo?> Attest(string credential)
    {
        try
        {
            var made = await passkeys.PerformPasskeyAttestationAsync(credential);
            // The question was asked for this account; an answer to another's question is not for this one.
            return made.Succeeded && made.UserEntity.Id == me.AccountId.ToString() ? made.Passkey : null;
        }
        catch (InvalidOperationException)
        {
            // No question was asked in this browser, or it was too long ago.
            return null;
        }
    }
}
