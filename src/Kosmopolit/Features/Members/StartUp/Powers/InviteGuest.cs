using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.StartUp.Powers;

/// <summary>
/// Carries out a passed ballot: somebody from outside, a former facilitator perhaps, may look on until a certain day.
/// Nobody can call this for themselves: it belongs to the count of votes, which names its ballot.
/// </summary>
public sealed class InviteGuest(KosmopolitDb db, TimeProvider clock)
{
    /// <summary>A guest stays a year at most; longer needs another vote.</summary>
    public const int MostDays = 366;

    /// <summary>Adds the guest's mandate to the unit of work; the ballot that decided it saves both together.</summary>
    /// <param name="ballot">The ballot that the members passed.</param>
    public async Task<Refusal?> Prepare(Network network, Guid account, DateTimeOffset until, Guid ballot, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow();
        if (network.Stage is not (Stage.Independent or Stage.Dormant))
            return new Refusal("Guests are invited by networks that run themselves.");
        if (until <= now || until > now.AddDays(MostDays))
            return new Refusal("A guest is invited until a day within the next year.");
        var isMember = db
            .Memberships.Where(m => m.NetworkId == network.Id && m.EndedAt == null)
            .Join(db.Set<Member>(), m => m.MemberId, m => m.Id, (_, m) => m.AccountId)
            .AnyAsync(a => a == account, ct);
        if (await isMember)
            return new Refusal("This person is a member already.");
        var held = await db.Set<Mandate>()
            .Where(m => m.Scope == network.Id && m.AccountId == account && m.Role == Role.Guest && (m.Until == null || m.Until > now))
            .ToListAsync(ct);
        held.ForEach(m => m.End(now));
        db.Add(new Mandate(account, Role.Guest, network.Id, now, "Invited by a vote of the members", until));
        db.Record(new GuestInvited(network.Id, account, ballot, until));
        return null;
    }
}

public sealed record GuestInvited(Guid NetworkId, Guid AccountId, Guid BallotId, DateTimeOffset Until);
