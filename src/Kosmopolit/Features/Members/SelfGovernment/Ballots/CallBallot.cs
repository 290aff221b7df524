using Kosmopolit.Features.Members.SelfGovernment.Proposals;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.SelfGovernment.Ballots;

/// <summary>How and when to vote.</summary>
public sealed class CallInput
{
    public bool IsSecret { get; set; }

    /// <summary>Swedish wall time; empty opens at once.</summary>
    public string? OpensAt { get; set; }

    /// <summary>Swedish wall time.</summary>
    public string? ClosesAt { get; set; }
}

/// <summary>Brings a proposal to the vote.</summary>
public sealed class CallBallot(KosmopolitDb db, Me me, ElectoralRoll roll, GovernmentMail mail, TimeProvider clock)
{
    /// <summary>A vote that is open longer is forgotten.</summary>
    private const int MostDays = 90;

    public async Task<Refusal?> Run(Network network, Guid proposalId, CallInput input, CancellationToken ct = default)
    {
        var proposal = await db.Set<Proposal>().SingleOrDefaultAsync(p => p.Id == proposalId && p.NetworkId == network.Id, ct);
        var terms = await VotingRules.Of(db, network.Id, ct);
        var supporters = await db.Set<ProposalSupport>().CountAsync(s => s.ProposalId == proposalId, ct);
        if (proposal is null || !me.CanCall(network, proposal, supporters, terms))
            return new Refusal("Coordinators bring a proposal to the vote, or its author with enough supporters.");
        var (times, refusal) = Times(input, terms);
        if (refusal is not null)
            return refusal;
        return await Call(network, proposal, input.IsSecret, times, ct);
    }

    /// <summary>Calls it without asking who does: an appeal comes to the vote by right.</summary>
    internal async Task<Refusal?> Call(
        Network network,
        Proposal proposal,
        bool secret,
        (DateTimeOffset Opens, DateTimeOffset Closes) times,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        var terms = await VotingRules.Of(db, network.Id, ct);
        if (proposal.ComeToVote(now) is { } late)
            return late;
        var ballot = new Ballot(network.Id, proposal.Id, Terms(proposal, secret, terms), times, 1);
        if (await Offer(ballot, proposal, ct) is { } empty)
            return empty;
        db.Add(ballot);
        await roll.Write(ballot, ct);
        await mail.ToMembers(
            network,
            $"/networks/{network.Slug}/proposals/{proposal.Id}/vote",
            t => Invite(t, network, proposal, times),
            ct
        );
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateException)
        {
            return new Refusal("Somebody else brought this to the vote at the same moment.");
        }
    }

    private static Message Invite(
        Platform.Language.Texts t,
        Network network,
        Proposal proposal,
        (DateTimeOffset Opens, DateTimeOffset Closes) times
    ) =>
        new(
            t["Your vote is asked for in {0}", network.Name],
            [
                t["The members decide about “{0}”.", proposal.Title],
                t[
                    "Voting is open from {0} to {1}, Swedish time.",
                    WallTime.Say(times.Opens, t.Language.Culture),
                    WallTime.Say(times.Closes, t.Language.Culture)
                ],
            ],
            t["Read and vote"]
        );

    private ((DateTimeOffset, DateTimeOffset) Times, Refusal? Refusal) Times(CallInput input, VotingTerms terms)
    {
        var now = clock.GetUtcNow();
        var (opens, odd) = WallTime.Read(input.OpensAt, nameof(CallInput.OpensAt));
        if (odd is not null)
            return (default, odd);
        if (opens < now.AddMinutes(-5))
            return (default, new Refusal("This moment is past. Leave it open to begin at once.", nameof(CallInput.OpensAt)));
        var (closes, wrong) = WallTime.Read(input.ClosesAt, nameof(CallInput.ClosesAt));
        if (wrong is not null)
            return (default, wrong);
        if (closes is null)
            return (default, new Refusal("Say when voting ends.", nameof(CallInput.ClosesAt)));
        var from = opens is { } o && o > now ? o : now;
        if (closes <= from)
            return (default, new Refusal("Voting must end after it begins.", nameof(CallInput.ClosesAt)));
        if (closes < from.AddDays(terms.LeastDays).AddHours(-1))
            return (
                default,
                new Refusal(
                    "The rules of this network keep a vote open for at least {0} days.",
                    nameof(CallInput.ClosesAt),
                    terms.LeastDays
                )
            );
        return closes > from.AddDays(MostDays)
            ? (default, new Refusal("A vote is open for at most {0} days.", nameof(CallInput.ClosesAt), MostDays))
            : ((from, closes.Value), null);
    }

    private static BallotTerms Terms(Proposal proposal, bool secret, VotingTerms terms)
    {
        var isElection = proposal.Matter.Kind == ProposalKind.Election;
        return new BallotTerms
        {
            IsSecret = secret,
            Per = terms.Per,
            QuorumPercent = terms.QuorumPercent,
            Tie = terms.Tie,
            Majority = proposal.Matter.Kind switch
            {
                ProposalKind.Statutes => terms.StatutesMajority,
                ProposalKind.Dissolve or ProposalKind.Merge => terms.EndMajority,
                _ => Majority.Simple,
            },
            Seats = isElection ? proposal.Matter.Seats : 0,
            Deputies = isElection ? proposal.Matter.Deputies : 0,
        };
    }

    private async Task<Refusal?> Offer(Ballot ballot, Proposal proposal, CancellationToken ct)
    {
        if (!ballot.Terms.IsElection)
        {
            ballot.Offer(BallotOption.Yes);
            ballot.Offer(BallotOption.No);
            ballot.Offer(BallotOption.Abstain);
            return null;
        }
        var candidates = await db.Set<Candidate>()
            .Where(c => c.ProposalId == proposal.Id && c.WithdrawnAt == null)
            .OrderBy(c => c.StoodAt)
            .ThenBy(c => c.Id)
            .Select(c => c.Id)
            .ToListAsync(ct);
        if (candidates.Count == 0)
            return new Refusal("Nobody stands yet. Ask a member to stand before you call the election.");
        foreach (var (candidate, number) in candidates.Select((c, i) => (c, i + 1)))
            ballot.Offer($"c{number.ToString(System.Globalization.CultureInfo.InvariantCulture)}", candidate);
        ballot.Offer(BallotOption.Abstain);
        return null;
    }
}
