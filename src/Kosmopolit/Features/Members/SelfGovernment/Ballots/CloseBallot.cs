using Kosmopolit.Features.Members.SelfGovernment.Proposals;
using Kosmopolit.Features.Members.SelfGovernment.Succession;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.SelfGovernment.Ballots;

/// <summary>
/// Counts a ballot and makes the result so, in one write: two who press at once, or a process that dies, leave one result
/// or none.
/// </summary>
public sealed class CloseBallot(KosmopolitDb db, ElectoralRoll roll, SealedUrn urns, Decisions decisions, TimeProvider clock)
{
    private const int Tries = 5;

    private static readonly Refusal Closed = new("This vote has been closed and counted already.");

    /// <param name="by">The account that presses; null when the hour closes it.</param>
    public async Task<Refusal?> Run(Guid ballotId, Guid? by, CancellationToken ct = default)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await Once(ballotId, by, ct);
            }
            catch (DbUpdateException)
            {
                db.ChangeTracker.Clear();
                if (await db.Set<Ballot>().AnyAsync(b => b.Id == ballotId && b.ClosedAt != null, ct))
                    return Closed;
                if (tries == Tries)
                    return new Refusal("Votes still came in at this moment. Press once more.");
            }
        }
    }

    private async Task<Refusal?> Once(Guid ballotId, Guid? by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var ballot = await db.Set<Ballot>().Include(b => b.Options).SingleAsync(b => b.Id == ballotId, ct);
        if (ballot.ClosedAt is not null)
            return Closed;
        if (now < ballot.OpensAt)
            return new Refusal("Voting has not begun.");
        if (ballot.OpenedAt is null)
        {
            await roll.Write(ballot, ct);
            await db.SaveChangesAsync(ct);
        }
        var entries = await db.Set<RollEntry>().Where(r => r.BallotId == ballotId).AsNoTracking().ToListAsync(ct);
        var papers = await PaperCount.Of(db, ballotId, ct);
        if (!papers.IsAgreed)
            return new Refusal("Two people must enter the papers, and both must have read the same. See where they differ.");
        var urn = await db.Set<Urn>().SingleAsync(u => u.BallotId == ballotId, ct);
        var votes = await Votes(ballot, urn, papers, ct);
        var result = Counting.Count(
            ballot.Terms,
            [.. ballot.Options.OrderBy(o => o.Order).Select(o => o.Key)],
            ballot.OnRoll,
            [.. votes.Select(v => new Slip(v.Mark, v.Choice))],
            ballot.LotSeed
        );
        if (ballot.Close(result, entries.All(e => e.Turnout != Turnout.NotYet), by, now) is { } refusal)
            return refusal;
        db.AddRange(votes.OrderBy(v => v.Mark, StringComparer.Ordinal));
        urn.Put("");
        var proposal = await db.Set<Proposal>().SingleAsync(p => p.Id == ballot.ProposalId, ct);
        await decisions.Carry(proposal, ballot, ct);
        await db.SaveChangesAsync(ct);
        return null;
    }

    private async Task<List<CountedVote>> Votes(Ballot ballot, Urn urn, PaperCount papers, CancellationToken ct)
    {
        var onPaper = papers.Slips().Select(s => new CountedVote(ballot.Id, s.Mark, s.Choice, null));
        if (ballot.Terms.IsSecret)
            return [.. urns.Open(urn).Select(s => new CountedVote(ballot.Id, s.Mark, s.Choice, null)), .. onPaper];
        var open = await db.Set<OpenVote>().Where(v => v.BallotId == ballot.Id).ToListAsync(ct);
        db.RemoveRange(open);
        return [.. open.Select(v => new CountedVote(ballot.Id, v.VoterId.ToString("N"), v.Choice, v.VoterId)), .. onPaper];
    }
}
