using AngleSharp.Dom;
using Kosmopolit.Features.Members.SelfGovernment;
using Kosmopolit.Features.Members.SelfGovernment.Ballots;
using Kosmopolit.Features.Members.SelfGovernment.Offices;
using Kosmopolit.Features.Members.SelfGovernment.Proposals;
using Kosmopolit.Features.Members.SelfGovernment.Succession;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Mail;
using Kosmopolit.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Members.SelfGovernment;

/// <summary>Offices are given by election, for a time, and end by themselves.</summary>
[UsesDatabase]
public sealed class OfficeTests : IAsyncLifetime
{
    private readonly Village _village = new();

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        await _village.Rules(new VotingTerms { QuorumPercent = 0, TermMonths = 12 });
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task Members_stand_are_elected_for_a_term_and_the_office_ends_by_itself()
    {
        var (first, ada) = await _village.Newcomer("Ada");
        var (second, bo) = await _village.Newcomer("Bo");
        var matter = new ProposalMatter
        {
            Kind = ProposalKind.Election,
            Seats = 1,
            Deputies = 1,
            TermMonths = 12,
        };
        var election = await _village.Proposed(ada, matter, "Election");
        await StandFor(first, election, "Ada");
        await StandFor(second, election, "Bo");
        await _village.Called(election, secret: true);
        await _village.Vote(first, election, "c1");
        await _village.Vote(second, election, "c1");
        await _village.Vote(_village.Coordinator, election, "c2");
        _village.House.Clock.Move(TimeSpan.FromDays(9));
        var result = await _village.Close(election);
        Assert.Contains("Elected", result.One("h1").TextContent, StringComparison.Ordinal);
        var office = Assert.Single(await _village.Offices(ada));
        Assert.Equal((Role.Coordinator, _village.House.Clock.GetUtcNow().AddMonths(12)), (office.Role, office.Until));
        Assert.Equal(Role.Deputy, Assert.Single(await _village.Offices(bo)).Role);
        using var reader = await _village.As(first);
        (await reader.Open("/networks/norr/removals")).Is(System.Net.HttpStatusCode.OK);
        Assert.Equal("chosen", (await reader.Open("/networks/norr/proposals")).One("main .chip").TextContent);

        _village.House.Clock.Move(TimeSpan.FromDays(370));
        using var later = await _village.As(first);
        (await later.Open("/networks/norr/removals")).Is(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_tie_between_candidates_is_drawn_and_can_be_drawn_again()
    {
        var (first, ada) = await _village.Newcomer("Ada");
        var (second, _) = await _village.Newcomer("Bo");
        var election = await _village.Proposed(
            ada,
            new ProposalMatter
            {
                Kind = ProposalKind.Election,
                Seats = 1,
                TermMonths = 6,
            },
            "Election"
        );
        await StandFor(first, election, "Ada");
        await StandFor(second, election, "Bo");
        await _village.Called(election, secret: false);
        await _village.Vote(first, election, "c1");
        await _village.Vote(second, election, "c2");
        _village.House.Clock.Move(TimeSpan.FromDays(9));
        await _village.Close(election);
        var ballot = await _village.BallotOf(election);
        Assert.Equal(BallotOutcome.Elected, ballot.Outcome);
        Assert.Equal(ballot.LotPledge, Lot.Fingerprint(ballot.LotSeed));
        var recount = await _village.House.Ask(db => Recount.Of(db, ballot));
        Assert.True(recount.Agrees);
        // A result that was tampered with does not agree.
        await _village.House.Do(async db =>
        {
            db.Add(new CountedVote(ballot.Id, "planted", "c1", null));
            await db.SaveChangesAsync();
        });
        Assert.False((await _village.House.Ask(db => Recount.Of(db, ballot))).Agrees);
    }

    [Fact]
    public async Task A_tie_may_also_lead_to_another_round()
    {
        await _village.Rules(new VotingTerms { QuorumPercent = 0, Tie = TieRule.RunOff });
        var (first, ada) = await _village.Newcomer("Ada");
        var (second, bo) = await _village.Newcomer("Bo");
        var election = await _village.Proposed(
            ada,
            new ProposalMatter
            {
                Kind = ProposalKind.Election,
                Seats = 1,
                TermMonths = 6,
            },
            "Election"
        );
        await StandFor(first, election, "Ada");
        await StandFor(second, election, "Bo");
        await _village.Called(election, secret: true);
        await _village.Vote(first, election, "c1");
        await _village.Vote(second, election, "c2");
        _village.House.Clock.Move(TimeSpan.FromDays(9));
        await _village.Close(election);
        var again = await _village.BallotOf(election);
        Assert.Equal((2, null), (again.Round, again.ClosedAt));
        Assert.Empty(await _village.Offices(ada));
        await _village.Vote(first, election, "c2");
        await _village.Vote(second, election, "c2");
        _village.House.Clock.Move(TimeSpan.FromDays(9));
        await _village.Close(election);
        Assert.Equal(Role.Coordinator, Assert.Single(await _village.Offices(bo)).Role);
    }

    [Fact]
    public async Task A_new_term_follows_the_running_one_and_never_overlaps_it()
    {
        var (_, ada) = await _village.Newcomer("Ada");
        var now = _village.House.Clock.GetUtcNow();
        var account = ada.AccountId!.Value;
        await _village.House.Store(new Mandate(account, Role.Coordinator, _village.Home.Id, now, "elected", now.AddMonths(3)));
        await _village.House.Do(async db =>
        {
            var offices = new GiveOffice(db);
            var overlap = new Term(_village.Home.Id, Role.Coordinator, now.AddMonths(1), now.AddMonths(5));
            Assert.Contains("cannot overlap", (await offices.Run(account, overlap, "again", default))!.Text, StringComparison.Ordinal);
            await offices.Elect(ada.Id, new Term(_village.Home.Id, Role.Coordinator, now, now.AddMonths(12)), "again", default);
            await db.SaveChangesAsync();
        });
        var terms = await _village.Offices(ada);
        Assert.Equal(2, terms.Count);
        Assert.Equal(terms[0].Until, terms[1].From);
    }

    [Fact]
    public async Task A_deputy_steps_in_only_when_nobody_runs_the_network()
    {
        var (email, dora) = await _village.Newcomer("Dora");
        var now = _village.House.Clock.GetUtcNow();
        await _village.House.Store(new Mandate(dora.AccountId!.Value, Role.Deputy, _village.Home.Id, now, "elected", now.AddYears(1)));
        using var deputy = await _village.As(email);
        Assert.DoesNotContain("Step in", (await deputy.Open("/networks/norr/offices")).Text, StringComparison.Ordinal);
        using var anna = await _village.As(_village.Coordinator);
        await anna.Press("/networks/norr/offices", "lay-down");
        await deputy.Press("/networks/norr/offices", "step-in");
        var office = (await _village.Offices(dora)).Single(o => o.Role == Role.Coordinator);
        Assert.Equal(now + Term.SteppedIn, office.Until);
        Assert.Contains("A deputy runs Norr", (await _village.MailTo(email))!.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_are_reminded_60_30_and_7_days_before_a_term_ends_once_each()
    {
        var (email, ada) = await _village.Newcomer("Ada");
        var now = _village.House.Clock.GetUtcNow();
        await _village.House.Store(new Mandate(ada.AccountId!.Value, Role.Coordinator, _village.Home.Id, now, "elected", now.AddDays(70)));
        var clock = _village.House.App.Services.GetRequiredService<GovernmentClock>();
        foreach (var (days, mails) in new[] { (0, 0), (11, 1), (1, 1), (30, 2), (22, 3), (1, 3) })
        {
            _village.House.Clock.Move(TimeSpan.FromDays(days));
            await clock.Days(Until.Stopped);
            await clock.Days(Until.Stopped);
            var sent = (await _village.House.All<OutgoingMail>()).Count(m =>
                m.To == email && m.Subject.Contains("ends on", StringComparison.Ordinal)
            );
            Assert.Equal(mails, sent);
        }
    }

    private async Task StandFor(string email, Proposal election, string name)
    {
        using var reader = await _village.As(email);
        var page = await reader.Open(election.Path());
        var form = Ballotry.Named(page, "stand");
        form.QuerySelector<AngleSharp.Html.Dom.IHtmlInputElement>("[name='Stands.Name']")!.Value = name;
        Assert.Contains(name, (await reader.Submit(form)).Text, StringComparison.Ordinal);
    }
}
