using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.SelfGovernment.Ballots;

/// <summary>What adding the published votes up again comes to.</summary>
/// <param name="Result">From the votes alone.</param>
/// <param name="Stored">As it was written down at closing.</param>
/// <param name="PledgeHolds">The seed of the lot fits the fingerprint shown while voting went on.</param>
public sealed record Recounted(BallotResult Result, BallotResult Stored, bool PledgeHolds)
{
    public bool Agrees => Result.Is(Stored) && PledgeHolds;
}

/// <summary>Anybody who may read a result may count it again.</summary>
public static class Recount
{
    public static async Task<Recounted> Of(KosmopolitDb db, Ballot ballot, CancellationToken ct = default)
    {
        var votes = await db.Set<CountedVote>().Where(v => v.BallotId == ballot.Id).AsNoTracking().ToListAsync(ct);
        var onRoll = await db.Set<RollEntry>().CountAsync(r => r.BallotId == ballot.Id, ct);
        var result = Counting.Count(
            ballot.Terms,
            [.. ballot.Options.OrderBy(o => o.Order).Select(o => o.Key)],
            onRoll,
            [.. votes.Select(v => new Slip(v.Mark, v.Choice))],
            ballot.LotSeed
        );
        return new(result, Stored(ballot), Lot.Fingerprint(ballot.LotSeed) == ballot.LotPledge);
    }

    private static BallotResult Stored(Ballot ballot) =>
        new(ballot.Outcome, ballot.Counted, ballot.Options.ToDictionary(o => o.Key, o => (o.Votes, o.Place)));
}
