using System.Net;
using Kosmopolit.Features.Members.SelfGovernment;
using Kosmopolit.Features.Members.SelfGovernment.Ballots;
using Kosmopolit.Features.Members.SelfGovernment.Proposals;
using Kosmopolit.Features.Members.StartUp.Powers;
using Kosmopolit.Features.Members.StartUp.Statutes;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Events;
using Kosmopolit.Tests.Features.Members.SelfGovernment;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Members.StartUp;

/// <summary>What statutes say about votes and terms is what happens, and what the members decide is carried out by the same verbs.</summary>
[UsesDatabase]
public sealed class AfterStatutesTests : IAsyncLifetime
{
    private StartUpTown _town = null!;

    public async ValueTask InitializeAsync()
    {
        _town = await StartUpTown.Open();
        await _town.MakeReady();
    }

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task Adopted_statutes_become_the_networks_voting_rules_and_the_newest_hold()
    {
        Assert.Equal(new VotingTerms { TermMonths = 24 }, await Rules());
        await Draft(StartUpTown.Facilitator, 1);
        Assert.Equal(new VotingTerms { TermMonths = 24 }, await Rules());
        await _town.Must<WriteCharter>(StartUpTown.Facilitator, (verb, n) => verb.Adopt(n, 2, new AdoptionInput { For = 9, Against = 1 }));
        Assert.Equal(Drafted, await Rules());
        Assert.Single(await _town.House.All<VotingRules>());
    }

    [Fact]
    public async Task A_refused_adoption_changes_no_rule()
    {
        await Draft(StartUpTown.Facilitator, 1);
        Assert.NotNull(
            await _town.Try<WriteCharter>(
                StartUpTown.Facilitator,
                (verb, n) => verb.Adopt(n, 2, new AdoptionInput { For = 1, Against = 1 })
            )
        );
        Assert.Equal(new VotingTerms { TermMonths = 24 }, await Rules());
    }

    [Fact]
    public async Task A_ballot_after_the_handover_is_held_as_the_statutes_say()
    {
        await Draft(StartUpTown.Facilitator, 1);
        await _town.Must<WriteCharter>(StartUpTown.Facilitator, (verb, n) => verb.Adopt(n, 2, new AdoptionInput { For = 9 }));
        await _town.HandOver();
        var words = await Proposed(new ProposeInput { Title = "A stove", Text = "We buy one." });
        var election = await Proposed(
            new ProposeInput
            {
                Kind = ProposalKind.Election,
                Title = "Election",
                Text = "Anew.",
            }
        );
        Assert.Equal(36, election.Matter.TermMonths);
        var ballot = await Called(words);
        Assert.Equal((VotePer.Firm, 40, Majority.Simple), (ballot.Terms.Per, ballot.Terms.QuorumPercent, ballot.Terms.Majority));
        using var member = await _town.As("bo@example.org");
        Assert.Contains("one vote per firm", (await member.Open(words.Path())).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_change_their_statutes_by_a_vote_about_one_version()
    {
        await _town.HandOver();
        await Draft("bo@example.org", 1);
        using var member = await _town.As("bo@example.org");
        var page = await member.Open("/networks/norr/statutes");
        page = await member.Open(page.Links().Single(l => l.Contains("proposals/new", StringComparison.Ordinal)));
        page = (await member.Submit(page.Form(fields: [("Input.Title", "New statutes"), ("Input.Text", "One vote per firm.")]))).Is(
            HttpStatusCode.OK
        );
        Assert.Contains("/networks/norr/statutes/2", page.Links());
        var proposal = Assert.Single(await _town.House.All<Proposal>());
        await Called(proposal);
        // What is drafted meanwhile is not what the members vote about.
        await Draft("chen@example.org", 2, years: 4);
        Assert.Equal(new VotingTerms { TermMonths = 24 }, await Rules());
        await Decide(proposal);
        Assert.Equal(Drafted, await Rules());
        var adopted = (await _town.House.All<CharterVersion>()).Single(c => c.Number == 2);
        Assert.Equal((2, 0, 1, null), (adopted.VotesFor, adopted.VotesAgainst, adopted.VotesAbstained, adopted.MeetingId));
        Assert.Null((await _town.House.All<CharterVersion>()).Single(c => c.Number == 3).AdoptedAt);
        Assert.Contains("adopted", (await member.Open("/networks/norr/statutes/2")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_that_is_adopted_or_unknown_is_not_proposed()
    {
        await _town.HandOver();
        foreach (var number in new[] { 1, 7 })
            Assert.Contains("not been adopted", (
                    await Try(
                        new ProposeInput
                        {
                            Kind = ProposalKind.Statutes,
                            Title = "T",
                            Text = "T",
                            Charter = number,
                        }
                    )
                ).Refusal!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_former_facilitator_comes_back_by_ballot_until_the_day_it_named_and_members_see_it()
    {
        await _town.HandOver();
        using var facilitator = await _town.As(StartUpTown.Facilitator);
        (await facilitator.Open("/networks/norr/meetings")).Is(HttpStatusCode.NotFound);
        var account = (await _town.House.All<Account>()).Single(a => a.Email == StartUpTown.Facilitator).Id;
        var until = _town.House.Clock.GetUtcNow().AddDays(60);
        var proposal = await Proposed(
            new ProposeInput
            {
                Kind = ProposalKind.Guest,
                Title = "Greta helps us",
                Text = "With the accounts.",
                Guest = account,
                Until = WallTime.Written(until),
            }
        );
        var ballot = await Called(proposal);
        Assert.DoesNotContain(await _town.House.All<Mandate>(), m => m.Role == Role.Guest);
        await Decide(proposal);
        var guest = Assert.Single(await _town.House.All<Mandate>(), m => m.Role == Role.Guest);
        Assert.Equal(account, guest.AccountId);
        Assert.Equal(until.ToUnixTimeSeconds() / 60, guest.Until!.Value.ToUnixTimeSeconds() / 60);
        var logged = Assert.Single(await _town.House.All<LoggedEvent>(), e => e.Kind == nameof(GuestInvited));
        Assert.Contains(ballot.Id.ToString(), logged.Payload, StringComparison.Ordinal);

        await facilitator.SignIn(StartUpTown.Facilitator);
        (await facilitator.Open("/networks/norr/meetings")).Is(HttpStatusCode.OK);
        (await facilitator.Open("/networks/norr/requests")).Is(HttpStatusCode.NotFound);
        using var member = await _town.As("bo@example.org");
        var powers = (await member.Open("/networks/norr/powers")).Text;
        Assert.Contains("guest", powers, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("/networks/norr/meetings", powers, StringComparison.Ordinal);
        _town.House.Clock.Move(TimeSpan.FromDays(60));
        await facilitator.SignIn(StartUpTown.Facilitator);
        (await facilitator.Open("/networks/norr/meetings")).Is(HttpStatusCode.NotFound);
    }

    private static VotingTerms Drafted =>
        new()
        {
            Per = VotePer.Firm,
            QuorumPercent = 40,
            TermMonths = 36,
        };

    private Task Draft(string who, int seen, int years = 3)
    {
        var input = StartUpTown.Charter;
        (input.VotePer, input.Quorum, input.TermYears, input.Seen) = (VotePer.Firm, 40, years, seen);
        return _town.Must<WriteCharter>(who, (verb, n) => verb.Run(n, input));
    }

    private Task<VotingTerms> Rules() => _town.House.Ask(db => VotingRules.Of(db, _town.Network.Id));

    private Task<Kosmopolit.Platform.Outcome<Proposal>> Try(ProposeInput input) =>
        _town.Do("bo@example.org", (services, network) => services.GetRequiredService<Propose>().Run(network, input));

    private async Task<Proposal> Proposed(ProposeInput input)
    {
        var (proposal, refusal) = await Try(input);
        Assert.Null(refusal?.Text);
        return proposal!;
    }

    private async Task<Ballot> Called(Proposal proposal)
    {
        var closes = WallTime.Written(_town.House.Clock.GetUtcNow().AddDays(8));
        await _town.Must<CallBallot>(StartUpTown.Elected, (verb, n) => verb.Run(n, proposal.Id, new CallInput { ClosesAt = closes }));
        return await _town.House.Ask(db => db.Set<Ballot>().AsNoTracking().SingleAsync(b => b.ProposalId == proposal.Id));
    }

    /// <summary>Two say yes, one abstains, the time runs out, the votes are counted.</summary>
    private async Task Decide(Proposal proposal)
    {
        foreach (var (email, choice) in new[] { ("bo@example.org", "yes"), ("dina@example.org", "yes"), ("chen@example.org", "abstain") })
        {
            using var voter = await _town.As(email);
            await voter.Vote(proposal, choice);
        }
        _town.House.Clock.Move(TimeSpan.FromDays(9));
        using var coordinator = await _town.As(StartUpTown.Elected);
        await coordinator.Press(proposal.Path("/vote"), "close");
        Assert.True((await _town.House.All<Proposal>()).Single(p => p.Id == proposal.Id).Adopted);
    }
}
