using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.SelfGovernment.Ballots;

/// <summary>What stands on the voting paper.</summary>
public sealed class VoteInput
{
    /// <summary>The firm that votes, where votes are per firm and the reader has several.</summary>
    public Guid? Voter { get; set; }

    public string[] Choice { get; set; } = [];

    /// <summary>Stands on the page before the vote is sent: whoever loses the line still holds it.</summary>
    public string? Receipt { get; set; }
}

/// <summary>Takes one vote. Open votes can be changed until closing, secret ones go into the urn for good.</summary>
public sealed class CastVote(KosmopolitDb db, Me me, ElectoralRoll roll, SealedUrn urns, TimeProvider clock)
{
    // Votes of one ballot are taken one after another; the others try again.
    private const int Tries = 12;

    public async Task<Refusal?> Run(Guid ballotId, VoteInput input, CancellationToken ct = default)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await Once(ballotId, input, ct);
            }
            catch (DbUpdateException) when (tries < Tries)
            {
                db.ChangeTracker.Clear();
            }
            catch (DbUpdateException)
            {
                return new Refusal("Many vote at this moment. Nothing was taken: press once more.");
            }
        }
    }

    private async Task<Refusal?> Once(Guid ballotId, VoteInput input, CancellationToken ct)
    {
        var ballot = await db.Set<Ballot>().Include(b => b.Options).SingleOrDefaultAsync(b => b.Id == ballotId, ct);
        if (ballot is null || me.MemberId is not { } self)
            return new Refusal("There is no such vote.");
        if (!me.Networks.Contains(ballot.NetworkId))
            return new Refusal("You are no longer a member of this network, so your vote was not taken.");
        var now = clock.GetUtcNow();
        if (ballot.Refuses(now) is { } closed)
            return closed;
        var keys = ballot.Options.OrderBy(o => o.Order).Select(o => o.Key).ToList();
        var chosen = input.Choice.Distinct().OrderBy(keys.IndexOf).ToList();
        if (Counting.Refuses(ballot.Terms, keys, chosen) is { } odd)
            return odd with { Field = nameof(VoteInput.Choice) };
        if (ballot.OpenedAt is null)
        {
            await roll.Write(ballot, ct);
            await db.SaveChangesAsync(ct);
        }
        var mine = await roll.Mine(ballot, ct);
        if (Voter(mine, input) is not { } voter)
            return NoVote(ballot, mine);
        var entry = await db.Set<RollEntry>().SingleAsync(r => r.BallotId == ballot.Id && r.VoterId == voter, ct);
        var urn = await db.Set<Urn>().SingleAsync(u => u.BallotId == ballot.Id, ct);
        var choice = string.Join(' ', chosen);
        var refusal = ballot.Terms.IsSecret ? Drop(entry, urn, input.Receipt, choice) : await Show(entry, urn, choice, self, ct);
        if (refusal is not null || !db.ChangeTracker.HasChanges())
            return refusal;
        await Store(ballot, ct);
        return null;
    }

    // The log hears that the ballot received a vote, not from whom.
    private async Task Store(Ballot ballot, CancellationToken ct)
    {
        ballot.Receive();
        var actor = db.Actor;
        db.Actor = ballot.Terms.IsSecret ? null : actor;
        try
        {
            await db.SaveChangesAsync(ct);
        }
        finally
        {
            db.Actor = actor;
        }
    }

    private Refusal? Drop(RollEntry entry, Urn urn, string? receipt, string choice)
    {
        if (!SealedUrn.IsReceipt(receipt))
            return new Refusal("Open the page of this vote once more: the receipt was lost on the way.");
        var slips = urns.Open(urn);
        // Sent twice, or the answer got lost: it is in.
        if (slips.Any(s => s.Mark == receipt))
            return null;
        if (entry.Vote(Turnout.Online) is { } refusal)
            return refusal;
        urns.Seal(urn, slips.Append(new Slip(receipt!, choice)));
        return null;
    }

    private async Task<Refusal?> Show(RollEntry entry, Urn urn, string choice, Guid self, CancellationToken ct)
    {
        var vote = await db.Set<OpenVote>().SingleOrDefaultAsync(v => v.BallotId == entry.BallotId && v.VoterId == entry.VoterId, ct);
        if (vote is null && entry.Vote(Turnout.Online) is { } refusal)
            return refusal;
        if (vote is null)
            db.Add(vote = new OpenVote(entry.BallotId, entry.VoterId));
        vote.Choose(choice, self, clock.GetUtcNow());
        // Closing and voting meet at this row: one of them comes first.
        urn.Put("");
        return null;
    }

    private static Guid? Voter(IReadOnlyList<Guid> mine, VoteInput input) =>
        mine is [var only] ? only
        : input.Voter is { } chosen && mine.Contains(chosen) ? chosen
        : null;

    private static Refusal NoVote(Ballot ballot, IReadOnlyList<Guid> mine) =>
        mine.Count > 1 ? new Refusal("Say for which firm you vote.", nameof(VoteInput.Voter))
        : ballot.Terms.Per == VotePer.Firm
            ? new Refusal("In this network firms vote, and you had no firm on the roll when the vote opened.")
        : new Refusal("You are not on the roll of this vote. It was written when the vote opened.");
}
