using Kosmopolit.Platform.Auth.Sessions;
using Kosmopolit.Platform.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Platform.Auth.Passkeys;

/// <summary>Reads what a browser's passkey says, and finds out whose it is: no name is asked for.</summary>
public sealed class ReadPasskey(KosmopolitDb db, SignInManager<Account> passkeys, UserManager<Account> accounts, TimeProvider clock)
{
    public static readonly Refusal NotTaken = new("This passkey was not taken. Try once more, or use a code.");

    /// <param name="credential">The browser's answer, as JSON.</param>
    public async Task<Outcome<Account>> Run(string credential, CancellationToken ct = default)
    {
        var (account, passkey) = await Assert(credential);
        if (account is null || passkey is null)
            return NotTaken;
        // Keeps the counter by which a copied key would be noticed.
        if (!(await accounts.AddOrUpdatePasskeyAsync(account, passkey)).Succeeded)
            return NotTaken;
        var id = passkey.CredentialId;
        var today = Session.Day(clock.GetUtcNow());
        await db.Set<Passkey>().Where(p => p.CredentialId == id).ExecuteUpdateAsync(p => p.SetProperty(k => k.UsedOn, today), ct);
        return account;
    }

    private async Task<(Account?, UserPasskeyInfo?)> Assert(string credential)
    {
        try
        {
            var read = await passkeys.PerformPasskeyAssertionAsync(credential);
            return read.Succeeded ? (read.User, read.Passkey) : default;
        }
        catch (InvalidOperationException)
        {
            // No question was asked in this browser, or it was too long ago.
            return default;
        }
    }
}
