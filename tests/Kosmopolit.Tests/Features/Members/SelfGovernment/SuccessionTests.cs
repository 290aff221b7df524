using System.Net;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Members.SelfGovernment;
using Kosmopolit.Features.Members.SelfGovernment.Ballots;
using Kosmopolit.Features.Members.SelfGovernment.Proposals;
using Kosmopolit.Features.Members.SelfGovernment.Succession;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Mail;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Members.SelfGovernment;

/// <summary>What becomes of a network when its people tire: warnings, rest, waking, caretakers, and an end that is clean.</summary>
[UsesDatabase]
public sealed class SuccessionTests : IAsyncLifetime
{
    private readonly Village _village = new();

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        await _village.Rules(
            new VotingTerms
            {
                QuorumPercent = 0,
                QuietMonths = 6,
                WakeUpMembers = 2,
                Supporters = 2,
            }
        );
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task A_quiet_network_without_a_coordinator_is_warned_once_rests_and_is_woken()
    {
        var (email, _) = await _village.Newcomer();
        var (other, _) = await _village.Newcomer();
        await EndOffices();
        _village.House.Clock.Move(TimeSpan.FromDays(200));
        using var member = await _village.As(email);
        Assert.Contains("since", (await member.Open("/networks/norr")).One(".notice").TextContent, StringComparison.Ordinal);
        using var visitor = _village.House.Reader();
        Assert.Empty((await visitor.Open("/networks/norr")).Html.QuerySelectorAll("main .notice"));
        await Days();
        await Days();
        Assert.Equal(2, await Mails(email, "may fall asleep"));
        _village.House.Clock.Move(TimeSpan.FromDays(61));
        await Days();
        Assert.Equal(Stage.Dormant, await StageNow());
        Assert.Equal(1, await Mails(email, "rests"));

        // Their sessions are older than a month.
        await member.SignIn(email);
        await member.Press("/networks/norr/succession", "wake");
        Assert.Equal(Stage.Dormant, await StageNow());
        using var second = await _village.As(other);
        await second.Press("/networks/norr/succession", "wake");
        Assert.Equal(Stage.Independent, await StageNow());
    }

    [Fact]
    public async Task Without_a_coordinator_the_members_vote_a_caretaker_in_for_a_time()
    {
        var (email, ada) = await _village.Newcomer();
        var (other, _) = await _village.Newcomer();
        await EndOffices();
        var until = _village.House.Clock.GetUtcNow().AddMonths(3);
        var matter = new ProposalMatter
        {
            Kind = ProposalKind.Caretaker,
            MemberId = ada.Id,
            Until = until,
        };
        var proposal = await _village.Proposed(ada, matter, "Ada looks after us");
        using var author = await _village.As(email);
        (await author.Open(proposal.Path("/call"))).Is(HttpStatusCode.NotFound);
        await author.Press(proposal.Path(), "support");
        using var supporter = await _village.As(other);
        await supporter.Press(proposal.Path(), "support");
        await author.Submit((await author.Open(proposal.Path("/call"))).Form());
        await author.Vote(proposal, "yes");
        _village.House.Clock.Move(TimeSpan.FromDays(9));
        await author.Press(proposal.Path("/vote"), "close");
        var office = Assert.Single(await _village.Offices(ada));
        Assert.Equal((Role.Coordinator, until), (office.Role, office.Until));
    }

    [Fact]
    public async Task A_network_goes_up_in_another_members_move_only_with_a_yes_and_every_right_ends()
    {
        var (yes, going) = await _village.Newcomer("Going");
        var (no, staying) = await _village.Newcomer("Staying");
        var host = await _village.Settle("host@example.org", "Host", _village.Away);
        var now = _village.House.Clock.GetUtcNow();
        await _village.House.Store(new Mandate(host.AccountId!.Value, Role.Coordinator, _village.Away.Id, now, "elected"));
        var matter = new ProposalMatter { Kind = ProposalKind.Merge, SuccessorId = _village.Away.Id };
        var proposal = await _village.Proposed(going, matter, "Together with Söder");
        await _village.Called(proposal, secret: false);
        await _village.Vote(yes, proposal, "yes");
        await _village.Vote(no, proposal, "yes");
        await _village.Vote(_village.Coordinator, proposal, "no");
        _village.House.Clock.Move(TimeSpan.FromDays(9));
        await _village.Close(proposal);
        // Two of three are not three of four.
        Assert.Empty(await _village.House.All<Dissolution>());

        proposal = await _village.Proposed(going, matter, "Together with Söder, again");
        await _village.Called(proposal, secret: false);
        await _village.Vote(yes, proposal, "yes");
        await _village.Vote(no, proposal, "yes");
        _village.House.Clock.Move(TimeSpan.FromDays(9));
        await _village.Close(proposal);
        using var goes = await _village.As(yes);
        var page = await goes.Open("/networks/norr/succession");
        var form = Ballotry.Named(page, "move");
        await goes.Submit(form, (AngleSharp.Html.Dom.IHtmlElement)form.QuerySelector("button[value=true]")!);
        var ending = Assert.Single(await _village.House.All<Dissolution>());
        using var welcomes = await _village.As("host@example.org");
        await welcomes.Press("/networks/soder/succession", $"welcome-{ending.Id:N}");

        await Days();
        Assert.Equal(Stage.Independent, await StageNow());
        _village.House.Clock.Move(TimeSpan.FromDays(31));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => _village.House.With((EndNetwork e) => e.Finish(ending.Id, null))));
        Assert.Equal(Stage.Closed, await StageNow());
        Assert.Equal([_village.Away.Id], await NetworksOf(going));
        Assert.Empty(await NetworksOf(staying));
        Assert.All((await _village.House.All<Mandate>()).Where(m => m.Scope == _village.Home.Id), m => Assert.NotNull(m.Until));
        // What was decided stays readable to those who were there, and to nobody else.
        using var stays = await _village.As(no);
        (await stays.Open("/networks/norr/proposals")).Is(HttpStatusCode.OK);
        Assert.Contains("Together with", (await stays.Open(proposal.Path("/result"))).Is(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        (await stays.Open("/networks/norr/proposals/new")).Is(HttpStatusCode.NotFound);
        await welcomes.SignIn("host@example.org");
        (await welcomes.Open("/networks/norr/proposals")).Is(HttpStatusCode.NotFound);
        using var before = await _village.As(_village.Coordinator);
        (await before.Open("/networks/norr/requests")).Is(HttpStatusCode.NotFound);
        using var visitor = _village.House.Reader();
        (await visitor.Open("/networks/norr")).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_ballot_that_nobody_closes_closes_by_itself_and_a_later_one_opens_by_itself()
    {
        var (email, ada) = await _village.Newcomer();
        var proposal = await _village.Proposed(ada);
        using var coordinator = await _village.As(_village.Coordinator);
        var page = await coordinator.Open(proposal.Path("/call"));
        var opens = WallTime.Written(_village.House.Clock.GetUtcNow().AddDays(2));
        var closes = WallTime.Written(_village.House.Clock.GetUtcNow().AddDays(10));
        await coordinator.Submit(page.Form(fields: [("Input.OpensAt", opens), ("Input.ClosesAt", closes)]));
        var early = await _village.BallotOf(proposal);
        Assert.Null(early.OpenedAt);
        _village.House.Clock.Move(TimeSpan.FromDays(2) + TimeSpan.FromMinutes(1));
        var clock = _village.House.App.Services.GetRequiredService<GovernmentClock>();
        await clock.Ballots(Until.Stopped);
        Assert.NotNull((await _village.BallotOf(proposal)).OpenedAt);
        await _village.Vote(email, proposal, "yes");
        _village.House.Clock.Move(TimeSpan.FromDays(8) + GovernmentClock.ForPeople);
        await clock.Ballots(Until.Stopped);
        var closed = await _village.BallotOf(proposal);
        Assert.Equal((BallotOutcome.Adopted, null), (closed.Outcome, closed.ClosedById));
    }

    [Fact]
    public async Task A_decision_that_cannot_be_carried_out_says_why_to_the_members_and_on_the_desk()
    {
        var (email, ada) = await _village.Newcomer();
        var guest = await _village.Settle("guest@example.org", "Guest", _village.Away);
        var matter = new ProposalMatter
        {
            Kind = ProposalKind.Guest,
            GuestId = guest.AccountId,
            Until = _village.House.Clock.GetUtcNow().AddDays(90),
        };
        var proposal = await _village.Proposed(ada, matter, "A guest for the winter");
        await _village.Called(proposal, secret: false);
        await _village.Vote(email, proposal, "yes");
        // While the votes come in, the guest becomes a member.
        await _village.House.Do(async db =>
        {
            var joins = await db.Set<Member>().Include(m => m.Memberships).SingleAsync(m => m.Id == guest.Id);
            joins.Join(_village.Home.Id, _village.House.Clock.GetUtcNow(), Audience.MyNetwork);
            await db.SaveChangesAsync();
        });
        _village.House.Clock.Move(TimeSpan.FromDays(9));
        await _village.Close(proposal);
        using var member = await _village.As(email);
        var page = await member.Open(proposal.Path());
        Assert.Contains("could not be carried out: This person is a member already.", page.Text, StringComparison.Ordinal);
        var told = (await member.Open($"/api/v1{proposal.Path()}")).Is(HttpStatusCode.OK).Body;
        Assert.Contains("\"hitch\":\"This person is a member already.\"", told, StringComparison.Ordinal);
        using var coordinator = await _village.As(_village.Coordinator);
        var desk = await coordinator.Open("/networks/norr/desk");
        Assert.Contains("“\u2068A guest for the winter\u2069” was adopted and could not", desk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await _village.House.All<Mandate>(), m => m.Role == Role.Guest);
    }

    private Task Days() => _village.House.App.Services.GetRequiredService<GovernmentClock>().Days(Until.Stopped);

    private async Task<int> Mails(string to, string words) =>
        (await _village.House.All<OutgoingMail>()).Count(m => m.To == to && m.Subject.Contains(words, StringComparison.Ordinal));

    private async Task<Stage> StageNow() => (await _village.House.All<Network>()).Single(n => n.Id == _village.Home.Id).Stage;

    private Task<List<Guid>> NetworksOf(Member member) =>
        _village.House.Ask(db =>
            db.Set<Membership>().Where(m => m.MemberId == member.Id && m.EndedAt == null).Select(m => m.NetworkId).ToListAsync()
        );

    private Task EndOffices() =>
        _village.House.Do(async db =>
        {
            foreach (var office in await db.Set<Mandate>().Where(m => m.Scope == _village.Home.Id).ToListAsync())
                office.End(_village.House.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        });
}
