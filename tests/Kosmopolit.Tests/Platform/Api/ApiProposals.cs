using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Members.SelfGovernment.Ballots;
using Kosmopolit.Features.Members.SelfGovernment.Proposals;
using Kosmopolit.Features.Members.StartUp.Meetings;
using Kosmopolit.Features.Networks;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Platform.Api;

/// <summary>A proposal of each state, and meetings, for the walk through the API.</summary>
internal sealed record ApiProposals(Proposal Discussed, Proposal AtVote, Proposal Decided)
{
    public static async Task<ApiProposals> Furnish(House house, Network network, Member author)
    {
        var now = house.Clock.GetUtcNow();
        Proposal Made(string title)
        {
            var proposal = new Proposal(network.Id, author.Id, new ProposalMatter(), now);
            proposal.Word(title, "We buy it together.", "en", author.Id, now);
            return proposal;
        }
        var all = new ApiProposals(Made("A stove"), Made("A lamp"), Made("A table"));
        var (open, closed) = (Ballot(network, all.AtVote, now), Ballot(network, all.Decided, now.AddDays(-9)));
        await house.Store(all.Discussed, all.AtVote, all.Decided);
        await house.Store(open, closed);
        closed.Open(1, now.AddDays(-9));
        closed.Close(Counting.Count(closed.Terms, ["yes", "no", "abstain"], 1, [new Slip("m", "yes")], closed.LotSeed), true, null, now);
        all.Decided.Decide(true, now);
        await house.Do(async db =>
        {
            db.UpdateRange(closed, all.Decided);
            db.AddRange(new RollEntry(closed.Id, author.Id), new CountedVote(closed.Id, author.Id.ToString("N"), "yes", author.Id));
            await db.SaveChangesAsync(Until.Stopped);
        });
        await house.Store(Meeting(network, "Open house", true, now), Meeting(network, "Supper", false, now));
        return all;
    }

    private static Ballot Ballot(Network network, Proposal proposal, DateTimeOffset opens)
    {
        proposal.ComeToVote(opens);
        var ballot = new Ballot(network.Id, proposal.Id, new BallotTerms { IsSecret = true }, (opens, opens.AddDays(8)), 1);
        foreach (var key in new[] { BallotOption.Yes, BallotOption.No, BallotOption.Abstain })
            ballot.Offer(key);
        return ballot;
    }

    private static Meeting Meeting(Network network, string title, bool isPublic, DateTimeOffset now)
    {
        var meeting = new Meeting(network.Id, null);
        meeting.Plan(new Terms(title, now.AddDays(3), 60, "Here", "") { IsPublic = isPublic });
        meeting.Call(now);
        return meeting;
    }
}
