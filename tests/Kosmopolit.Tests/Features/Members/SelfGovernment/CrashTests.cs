using Kosmopolit.Features.Members.SelfGovernment;
using Kosmopolit.Features.Members.SelfGovernment.Ballots;
using Kosmopolit.Features.Members.SelfGovernment.Proposals;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.World;
using Kosmopolit.Tests.World.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Members.SelfGovernment;

/// <summary>A process that dies between any two commands leaves a ballot as it was before, or as it is after.</summary>
[UsesDatabase]
public sealed class CrashTests
{
    [Fact]
    public async Task Closing_happens_whole_or_not_at_all_wherever_it_is_cut()
    {
        var death = new Death();
        await using var village = new Village { Plan = new Plan { Services = death.Watch } };
        await village.InitializeAsync();
        await village.Rules(new VotingTerms { QuorumPercent = 0 });
        var (email, ada) = await village.Newcomer();
        var matter = new ProposalMatter
        {
            Kind = ProposalKind.Election,
            Seats = 1,
            TermMonths = 6,
        };
        var election = await village.Proposed(ada, matter);
        await village.House.Store(new Candidate(election, ada.Id, "Ada", "", village.House.Clock.GetUtcNow()));
        var ballot = await village.Called(election, secret: true);
        await village.Vote(email, election, "c1");
        village.House.Clock.Move(TimeSpan.FromDays(9));
        var deaths = 0;
        for (var at = 1; at < 100; at++)
        {
            if (await Death.At(at, () => village.House.With((CloseBallot c) => c.Run(ballot.Id, null))))
                break;
            deaths++;
            Assert.Null((await village.BallotOf(election)).ClosedAt);
            Assert.DoesNotContain(await village.House.All<CountedVote>(), v => v.BallotId == ballot.Id);
            Assert.Empty(await village.Offices(ada));
        }
        Assert.True(deaths > 3, $"Only {deaths} commands were cut.");
        Assert.Equal(BallotOutcome.Elected, (await village.BallotOf(election)).Outcome);
        Assert.Single(await village.House.All<CountedVote>(), v => v.BallotId == ballot.Id);
        Assert.Equal(Role.Coordinator, Assert.Single(await village.Offices(ada)).Role);
    }

    [Fact]
    public async Task A_vote_is_ticked_and_in_the_urn_or_neither_wherever_it_is_cut()
    {
        var death = new Death();
        await using var village = new Village { Plan = new Plan { Services = death.Watch } };
        await village.InitializeAsync();
        await village.Rules(new VotingTerms { QuorumPercent = 0 });
        var (email, ada) = await village.Newcomer();
        var proposal = await village.Proposed(ada);
        var ballot = await village.Called(proposal, secret: true);
        var vote = new VoteInput { Choice = ["yes"], Receipt = SealedUrn.NewReceipt() };
        var deaths = 0;
        for (var at = 1; at < 100; at++)
        {
            if (await Death.At(at, () => village.House.By(email, services => services.GetRequiredService<CastVote>().Run(ballot.Id, vote))))
                break;
            deaths++;
            Assert.Equal((0, 0), await Votes(village, ballot, ada.Id));
        }
        Assert.True(deaths > 3, $"Only {deaths} commands were cut.");
        Assert.Equal((1, 1), await Votes(village, ballot, ada.Id));
        // Whoever never saw the answer sends the same page again.
        Assert.Null(await village.House.By(email, services => services.GetRequiredService<CastVote>().Run(ballot.Id, vote)));
        Assert.Equal((1, 1), await Votes(village, ballot, ada.Id));
    }

    [Fact]
    public async Task A_ballot_is_called_with_its_roll_and_its_mails_or_not_at_all()
    {
        var death = new Death();
        await using var village = new Village { Plan = new Plan { Services = death.Watch } };
        await village.InitializeAsync();
        var (email, ada) = await village.Newcomer();
        var proposal = await village.Proposed(ada);
        var input = new CallInput { IsSecret = true, ClosesAt = WallTime.Written(village.House.Clock.GetUtcNow().AddDays(9)) };
        var deaths = 0;
        for (var at = 1; at < 100; at++)
        {
            if (
                await Death.At(
                    at,
                    () =>
                        village.House.By(
                            village.Coordinator,
                            services => services.GetRequiredService<CallBallot>().Run(village.Home, proposal.Id, input)
                        )
                )
            )
                break;
            deaths++;
            Assert.Empty(await village.House.All<Ballot>());
            Assert.Empty(await village.House.All<RollEntry>());
            Assert.Null(await village.MailTo(email));
            Assert.Null((await village.House.All<Proposal>())[0].CalledAt);
        }
        Assert.True(deaths > 3, $"Only {deaths} commands were cut.");
        Assert.Single(await village.House.All<Ballot>());
        Assert.Equal(2, (await village.House.All<RollEntry>()).Count);
        Assert.NotNull(await village.MailTo(email));
    }

    /// <summary>Whether the roll has the voter ticked, and how many slips lie in the urn.</summary>
    private static async Task<(int Ticked, int Slips)> Votes(Village village, Ballot ballot, Guid voter)
    {
        var roll = await village.House.All<RollEntry>();
        var urn = (await village.House.All<Urn>()).Single(u => u.BallotId == ballot.Id);
        var slips = village.House.App.Services.GetRequiredService<SealedUrn>().Open(urn);
        return (roll.Count(r => r.VoterId == voter && r.Turnout == Turnout.Online), slips.Count);
    }
}
