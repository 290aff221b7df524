using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.SelfGovernment.Ballots;

/// <summary>Who has a vote: written down once, as it was at the moment of opening, however late the writing comes.</summary>
public sealed class ElectoralRoll(KosmopolitDb db, Me me, TimeProvider clock)
{
    /// <summary>Adds the roll and the urn of a ballot whose time has come; the caller saves.</summary>
    public async Task Write(Ballot ballot, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (ballot.OpenedAt is not null || now < ballot.OpensAt)
            return;
        var voters = await Voters(ballot, ct);
        if (!ballot.Open(voters.Count, now))
            return;
        // Sorted by key: the table's own order tells nothing.
        db.AddRange(voters.Order().Select(v => new RollEntry(ballot.Id, v)));
        db.Add(new Urn(ballot.Id, ""));
    }

    /// <summary>The keys of those who have a vote in a network at a moment.</summary>
    public Task<List<Guid>> Voters(Guid network, VotePer per, DateTimeOffset at, CancellationToken ct)
    {
        var members = db.Set<Membership>()
            .Where(m => m.NetworkId == network && m.Since <= at && (m.EndedAt == null || m.EndedAt > at))
            .Select(m => m.MemberId);
        return per == VotePer.Member
            ? members.Distinct().ToListAsync(ct)
            : db.Set<FirmRole>()
                .Where(r => r.Since <= at && (r.EndedAt == null || r.EndedAt > at) && members.Contains(r.MemberId))
                .Where(r => db.Set<Firm>().Any(f => f.Id == r.FirmId && (f.ClosedAt == null || f.ClosedAt > at)))
                .Select(r => r.FirmId)
                .Distinct()
                .ToListAsync(ct);
    }

    private Task<List<Guid>> Voters(Ballot ballot, CancellationToken ct) => Voters(ballot.NetworkId, ballot.Terms.Per, ballot.OpensAt, ct);

    /// <summary>The votes that this reader may give in a ballot today: their own, or those of firms they have a part in.</summary>
    public async Task<IReadOnlyList<Guid>> Mine(Ballot ballot, CancellationToken ct = default)
    {
        if (me.MemberId is not { } self || !me.Networks.Contains(ballot.NetworkId))
            return [];
        var keys =
            ballot.Terms.Per == VotePer.Member
                ? [self]
                : await db.Set<FirmRole>().Where(r => r.MemberId == self && r.EndedAt == null).Select(r => r.FirmId).ToListAsync(ct);
        return ballot.OpenedAt is null
            ? [.. (await Voters(ballot, ct)).Intersect(keys)]
            : await db.Set<RollEntry>()
                .Where(r => r.BallotId == ballot.Id && keys.Contains(r.VoterId))
                .OrderBy(r => r.VoterId)
                .Select(r => r.VoterId)
                .ToListAsync(ct);
    }
}
