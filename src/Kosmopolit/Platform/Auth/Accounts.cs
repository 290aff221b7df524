using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Platform.Auth;

public static class Accounts
{
    /// <summary>The account with this address; a new one, which the caller saves, when there is none.</summary>
    /// <param name="language">BCP 47 tag for letters to a new one.</param>
    public static async Task<Account> AccountOf(
        this KosmopolitDb db,
        string email,
        string language,
        DateTimeOffset now,
        CancellationToken ct = default
    )
    {
        var normalized = Account.Normalise(email);
        return await db.Users.SingleOrDefaultAsync(a => a.NormalizedEmail == normalized, ct)
            ?? db.Add(new Account(email, language, now)).Entity;
    }
}
