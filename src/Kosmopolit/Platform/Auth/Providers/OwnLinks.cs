using Kosmopolit.Platform.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Platform.Auth.Providers;

/// <summary>The services through which whoever is signed in gets in: link, unlink.</summary>
public sealed class OwnLinks(KosmopolitDb db, Me me, Arrivals arrivals, OwnerLetters letters)
{
    private static readonly Refusal Taken = new("This sign-in opens another account already. Unlink it there first.");

    /// <summary>Keys of the linked services.</summary>
    public Task<List<string>> List(CancellationToken ct = default) => Mine().Select(l => l.LoginProvider).ToListAsync(ct);

    public async Task<Refusal?> Add(CancellationToken ct = default)
    {
        if (await arrivals.Read() is not { } arrival)
            return new Refusal("That took too long. Begin again.");
        if (await arrivals.Owner(arrival, ct) is { } owner)
        {
            await arrivals.Forget();
            return owner == me.AccountId ? null : Taken;
        }
        var account = await db.Users.SingleAsync(a => a.Id == me.AccountId, ct);
        // One person of a service for each account: the new one takes the place.
        db.RemoveRange(await Mine().Where(l => l.LoginProvider == arrival.Provider.Key).ToListAsync(ct));
        db.Add(
            new IdentityUserLogin<Guid>
            {
                LoginProvider = arrival.Provider.Key,
                ProviderKey = arrival.Subject,
                UserId = account.Id,
            }
        );
        db.Record(new ProviderLinked(account.Id, arrival.Provider.Key));
        letters.ProviderLinked(account, arrival.Provider.Name);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Linked in another window, or by somebody else, in the same moment.
            return Taken;
        }
        await arrivals.Forget();
        return null;
    }

    public async Task Remove(string key, CancellationToken ct = default)
    {
        var links = await Mine().Where(l => l.LoginProvider == key).ToListAsync(ct);
        if (links.Count == 0)
            return;
        db.RemoveRange(links);
        db.Record(new ProviderUnlinked(links[0].UserId, key));
        await db.SaveChangesAsync(ct);
    }

    private IQueryable<IdentityUserLogin<Guid>> Mine() => db.Set<IdentityUserLogin<Guid>>().Where(l => l.UserId == me.AccountId);
}

public sealed record ProviderLinked(Guid AccountId, string Provider);

public sealed record ProviderUnlinked(Guid AccountId, string Provider);
