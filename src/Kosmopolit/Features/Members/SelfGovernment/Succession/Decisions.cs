using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Members.SelfGovernment.Ballots;
using Kosmopolit.Features.Members.SelfGovernment.Offices;
using Kosmopolit.Features.Members.SelfGovernment.Proposals;
using Kosmopolit.Features.Members.SelfGovernment.Removals;
using Kosmopolit.Features.Members.StartUp.Founding;
using Kosmopolit.Features.Members.StartUp.Powers;
using Kosmopolit.Features.Members.StartUp.Statutes;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.SelfGovernment.Succession;

/// <summary>Makes what the members decided so, in the same write that closes their ballot.</summary>
public sealed class Decisions(KosmopolitDb db, GiveOffice offices, InviteGuest guests, GovernmentMail mail, TimeProvider clock)
{
    public async Task Carry(Proposal proposal, Ballot ballot, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (ballot.Outcome == BallotOutcome.RunOff)
        {
            if (await Elect(proposal, ballot, ct) is { } missing)
                proposal.StopShort(missing);
            RunOff(proposal, ballot, now);
            return;
        }
        var adopted = ballot.Outcome is BallotOutcome.Adopted or BallotOutcome.Elected;
        proposal.Decide(adopted, now);
        if (proposal.Matter.Kind == ProposalKind.Appeal)
            await Appeal(proposal, adopted, now, ct);
        else if (adopted && await Adopt(proposal, ballot, now, ct) is { } hitch)
            proposal.StopShort(hitch);
    }

    private Task<Refusal?> Adopt(Proposal proposal, Ballot ballot, DateTimeOffset now, CancellationToken ct)
    {
        return proposal.Matter.Kind switch
        {
            ProposalKind.Election => Elect(proposal, ballot, ct),
            ProposalKind.Caretaker => Caretaker(proposal, now, ct),
            ProposalKind.Statutes => Statutes(proposal, ballot, now, ct),
            ProposalKind.Guest => Guest(proposal, ballot, ct),
            ProposalKind.Dissolve or ProposalKind.Merge => End(proposal, now, ct),
            _ => Task.FromResult<Refusal?>(null),
        };
    }

    private async Task<Refusal?> Elect(Proposal proposal, Ballot ballot, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var until = now.AddMonths(Math.Max(1, proposal.Matter.TermMonths));
        var candidates = await db.Set<Candidate>()
            .Where(c => c.ProposalId == proposal.Id)
            .ToDictionaryAsync(c => c.Id, c => c.MemberId, ct);
        Refusal? hitch = null;
        foreach (var option in ballot.Options.Where(o => o.CandidateId is not null && o.Place is Place.Elected or Place.Deputy))
        {
            var term = new Term(proposal.NetworkId, option.Place == Place.Elected ? Role.Coordinator : Role.Deputy, now, until);
            var refusal = await offices.Elect(candidates[option.CandidateId!.Value], term, "Elected by the members", ct);
            hitch ??= refusal;
        }
        return hitch;
    }

    // The version the members voted about, whatever was drafted since.
    private async Task<Refusal?> Statutes(Proposal proposal, Ballot ballot, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.Set<CharterVersion>().SingleOrDefaultAsync(c => c.Id == proposal.Matter.CharterId, ct) is not { } version)
            return new Refusal("These statutes are no longer there.");
        var votes = new VoteCount(
            ballot.VotesFor(BallotOption.Yes),
            ballot.VotesFor(BallotOption.No),
            ballot.VotesFor(BallotOption.Abstain)
        );
        if (version.Adopt(null, votes, now) is { } refusal)
            return refusal;
        await VotingRules.Follow(db, proposal.NetworkId, version.Terms.Over, ct);
        return null;
    }

    private async Task<Refusal?> Guest(Proposal proposal, Ballot ballot, CancellationToken ct)
    {
        var network = await db.Set<Network>().AsNoTracking().SingleAsync(n => n.Id == proposal.NetworkId, ct);
        var (account, until) = (proposal.Matter.GuestId!.Value, proposal.Matter.Until!.Value);
        return await guests.Prepare(network, account, until, ballot.Id, ct);
    }

    private async Task<Refusal?> Caretaker(Proposal proposal, DateTimeOffset now, CancellationToken ct)
    {
        var term = new Term(proposal.NetworkId, Role.Coordinator, now, proposal.Matter.Until!.Value);
        return await offices.Elect(proposal.Matter.MemberId!.Value, term, "Caretaker by vote of the members", ct);
    }

    private async Task<Refusal?> End(Proposal proposal, DateTimeOffset now, CancellationToken ct)
    {
        var ending = new Dissolution(proposal.NetworkId, proposal.Id, proposal.Matter.SuccessorId, now);
        db.Add(ending);
        var network = await db.Set<Network>().AsNoTracking().SingleAsync(n => n.Id == proposal.NetworkId, ct);
        await mail.ToMembers(network, $"/networks/{network.Slug}/succession", t => Ends(t, network, ending), ct);
        return null;
    }

    private static Message Ends(Texts t, Network network, Dissolution ending) =>
        new(
            t["{0} ends on {1}", network.Name, WallTime.Day(ending.ClosesAt, t.Language.Culture)],
            [
                t["The members decided it."],
                ending.SuccessorId is null
                    ? t["No network takes over. What you told about yourself stays yours."]
                    : t["Another network takes over. Say whether your membership moves there: without a yes from you nothing is moved."],
            ],
            t["Read and answer"]
        );

    private static Message Answered(Texts t, Network network, bool won) =>
        new(
            won ? t["The members took you back into {0}", network.Name] : t["The members of {0} have decided", network.Name],
            [won ? t["You are a member again."] : t["The removal stands. Your page and what you told stay yours."]],
            t["Open it"]
        );

    private async Task Appeal(Proposal proposal, bool won, DateTimeOffset now, CancellationToken ct)
    {
        var removal = await db.Set<Removal>().Include(r => r.Steps).SingleOrDefaultAsync(r => r.AppealId == proposal.Id, ct);
        if (removal is null)
            return;
        removal.Answer(won, now);
        var network = await db.Set<Network>().AsNoTracking().SingleAsync(n => n.Id == proposal.NetworkId, ct);
        await mail.ToMember(removal.MemberId, $"/me/removals/{removal.Id}", t => Answered(t, network, won), ct);
        if (!won)
            return;
        var member = await db.Set<Member>().Include(m => m.Memberships).SingleAsync(m => m.Id == removal.MemberId, ct);
        var before = member.Memberships.Where(m => m.NetworkId == proposal.NetworkId).MaxBy(m => m.EndedAt);
        member.Join(proposal.NetworkId, now, before?.Audience ?? Audience.MyNetwork);
    }

    // The same question once more, between those who had as many votes, for the seats that are left.
    private void RunOff(Proposal proposal, Ballot ballot, DateTimeOffset now)
    {
        var left = ballot.Terms.Seats - ballot.Options.Count(o => o.Place == Place.Elected);
        var again = new Ballot(
            ballot.NetworkId,
            proposal.Id,
            ballot.Terms with
            {
                Seats = left,
            },
            (now, now + (ballot.ClosesAt - ballot.OpensAt)),
            ballot.Round + 1
        );
        foreach (var tied in ballot.Options.Where(o => o.Place == Place.Tied).OrderBy(o => o.Order))
            again.Offer(tied.Key, tied.CandidateId);
        again.Offer(BallotOption.Abstain);
        db.Add(again);
    }
}
