using System.Net;
using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Activities.Organising;
using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Activities;

/// <summary>A network holds something together with another once its coordinator has agreed, and as long as it wants to.</summary>
[UsesDatabase]
public sealed class HostingTests : IAsyncLifetime
{
    private const string Olga = "olga@example.org";
    private readonly Village _village = new();
    private Activity _activity = null!;
    private Member _berit = null!;

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        _berit = await _village.Settle("berit@example.org", "Berit", _village.Home);
        var olga = await _village.Settle(Olga, "Olga", _village.Away);
        await _village.House.Store(
            new Mandate(olga.AccountId!.Value, Role.Coordinator, _village.Away.Id, _village.House.Clock.GetUtcNow(), "elected")
        );
        _activity = await _village.Planned(_berit, ActivityState.Open);
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task Nothing_is_said_before_the_other_network_agrees_and_it_can_leave()
    {
        using var nils = await _village.As(_village.Neighbour);
        using var olga = await _village.As(Olga);
        using var berit = await _village.As("berit@example.org");
        (await olga.Open($"/activities/{_activity.Id}")).Is(HttpStatusCode.NotFound);
        Assert.Null(await Asks());
        Assert.Contains("asked already", (await Asks())!.Text, StringComparison.Ordinal);
        Assert.StartsWith("Do you want to hold it together?", (await _village.MailTo(Olga))!.Subject, StringComparison.Ordinal);
        (await nils.Open($"/activities/{_activity.Id}")).Is(HttpStatusCode.NotFound);
        var page = (await olga.Open($"/activities/{_activity.Id}")).Is(HttpStatusCode.OK);
        Assert.Empty(page.Html.QuerySelectorAll("dl a[href*='/networks/soder']"));
        page = (await olga.Submit(page.Form("#hosts form:has(button:contains('Yes, we hold it together'))"))).Is(HttpStatusCode.OK);
        Assert.NotEmpty(page.Html.QuerySelectorAll("dl a[href*='/networks/soder']"));
        (await nils.Open($"/activities/{_activity.Id}")).Is(HttpStatusCode.OK);
        Assert.Empty((await nils.Open($"/activities/{_activity.Id}")).Html.QuerySelectorAll("#hosts"));
        page = await olga.Submit(page.Form("#hosts form:has(button:contains('Not together any more'))"));
        Assert.Equal("/activities", page.Address.AbsolutePath);
        (await nils.Open($"/activities/{_activity.Id}")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_answer_may_be_no_and_the_question_is_taken_back_by_whoever_asked()
    {
        Assert.Null(await Asks());
        using var olga = await _village.As(Olga);
        var page = await olga.Open(Path);
        await olga.Submit(page.Form("#hosts form:has(button:contains('No, thank you'))"));
        (await olga.Open(Path)).Is(HttpStatusCode.NotFound);
        _village.House.Clock.Move(TimeSpan.FromDays(31));
        Assert.Null(await Asks());
        var asked = Assert.Single(await _village.House.All<HostRequest>());
        Assert.Equal(
            RefusalKind.NotYours,
            (await _village.House.By("berit@example.org", s => s.GetRequiredService<AnswerHosting>().Agree(_activity.Id, asked.Id)))!.Kind
        );
        using var berit = await _village.As("berit@example.org");
        await berit.Submit((await berit.Open(Path)).Form("#hosts form:has(button:contains('Take the question back'))"));
        Assert.Empty((await berit.Open(Path)).Html.QuerySelectorAll("#hosts"));
        (await olga.Open(Path)).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nobody_is_asked_over_and_over()
    {
        Assert.Null(await Asks());
        var first = await _village.MailTo(Olga);
        using var berit = await _village.As("berit@example.org");
        await berit.Submit((await berit.Open(Path)).Form("#hosts form:has(button:contains('Take the question back'))"));
        Assert.Contains("not long ago", (await Asks())!.Text, StringComparison.Ordinal);
        Assert.Equal(first!.Id, (await _village.MailTo(Olga))!.Id);
        _village.House.Clock.Move(TimeSpan.FromDays(31));
        Assert.Null(await Asks());
        using var olga = await _village.As(Olga);
        await olga.Submit((await olga.Open(Path)).Form("#hosts form:has(button:contains('No, thank you'))"));
        _village.House.Clock.Move(TimeSpan.FromDays(29));
        Assert.Contains("not long ago", (await Asks())!.Text, StringComparison.Ordinal);
        _village.House.Clock.Move(TimeSpan.FromDays(2));
        Assert.Null(await Asks());
    }

    [Fact]
    public async Task One_person_asks_so_many_networks_in_a_month_however_many_activities_they_begin()
    {
        var networks = new List<Network>();
        for (var i = 0; i <= CarryActivity.MostAsked; i++)
        {
            var network = new Network($"net-{i}", $"Net {i}", ["2480"], _village.House.Clock.GetUtcNow(), null);
            network.Enter(Stage.Independent, _village.House.Clock.GetUtcNow(), null, "");
            networks.Add(network);
        }
        await _village.House.Store([.. networks]);
        var other = await _village.Planned(_berit, ActivityState.Idea);
        for (var i = 0; i < CarryActivity.MostAsked; i++)
            Assert.Null(await Asks((i % 2 == 0 ? _activity : other).Id, networks[i].Slug));
        Assert.Contains("Wait for their answers", (await Asks(other.Id, networks[^1].Slug))!.Text, StringComparison.Ordinal);
        // To take it back lets nobody write to more; to stop organising neither.
        var open = (await _village.House.All<HostRequest>())[0];
        await _village.House.By("berit@example.org", s => s.GetRequiredService<AnswerHosting>().End(open.ActivityId, open.Id));
        Assert.NotNull(await Asks(other.Id, networks[^1].Slug));
        _village.House.Clock.Move(TimeSpan.FromDays(31));
        Assert.Null(await Asks(other.Id, networks[^1].Slug));
    }

    [Fact]
    public async Task Whoever_organises_it_hears_of_yes_and_no()
    {
        Assert.Null(await Asks());
        using var olga = await _village.As(Olga);
        await olga.Submit((await olga.Open(Path)).Form("#hosts form:has(button:contains('No, thank you'))"));
        var mail = (await _village.MailTo("berit@example.org"))!;
        Assert.StartsWith("They do not hold it with you: ", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("Söder", mail.Text, StringComparison.Ordinal);
        _village.House.Clock.Move(TimeSpan.FromDays(31));
        Assert.Null(await Asks());
        using var later = await _village.As(Olga);
        var page = await later.Submit((await later.Open(Path)).Form("#hosts form:has(button:contains('Yes, we hold it together'))"));
        Assert.StartsWith("They hold it with you: ", (await _village.MailTo("berit@example.org"))!.Subject, StringComparison.Ordinal);
        await later.Submit(page.Form("#hosts form:has(button:contains('Not together any more'))"));
        Assert.StartsWith(
            "They do not hold it with you any more: ",
            (await _village.MailTo("berit@example.org"))!.Subject,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Whoever_agrees_to_an_idea_reads_it_on_and_can_undo_it()
    {
        var idea = await _village.Planned(_berit, ActivityState.Idea);
        Assert.Null(await Asks(idea.Id, _village.Away.Slug));
        using var olga = await _village.As(Olga);
        using var nils = await _village.As(_village.Neighbour);
        var page = await olga.Submit(
            (await olga.Open($"/activities/{idea.Id}")).Form("#hosts form:has(button:contains('Yes, we hold it together'))")
        );
        Assert.Equal($"/activities/{idea.Id}", page.Is(HttpStatusCode.OK).Address.AbsolutePath);
        // An idea is for the network that has it; others of those who hold it read what has gathered.
        (await nils.Open($"/activities/{idea.Id}")).Is(HttpStatusCode.NotFound);
        await olga.Submit(page.Form("#hosts form:has(button:contains('Not together any more'))"));
        Assert.Empty(await _village.House.All<CoHost>());
        (await olga.Open($"/activities/{idea.Id}")).Is(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(ActivityState.Held)]
    [InlineData(ActivityState.CalledOff)]
    public async Task A_question_that_nobody_answered_opens_nothing_once_it_is_over(ActivityState end)
    {
        Assert.Null(await Asks());
        using var olga = await _village.As(Olga);
        (await olga.Open(Path)).Is(HttpStatusCode.OK);
        _village.House.Clock.Move(Doing.Evening.AddHours(3) - _village.House.Clock.GetUtcNow());
        var turn = new TurnInput { To = end, Why = "Snow." };
        Assert.Null(await _village.House.By("berit@example.org", s => s.GetRequiredService<TurnActivity>().Run(_activity.Id, turn)));
        (await olga.Open(Path)).Is(HttpStatusCode.NotFound);
        var asked = Assert.Single(await _village.House.All<HostRequest>());
        Assert.NotNull(await _village.House.By(Olga, s => s.GetRequiredService<AnswerHosting>().Agree(_activity.Id, asked.Id)));
        Assert.Empty(await _village.House.All<CoHost>());
    }

    [Fact]
    public async Task Why_an_answer_was_not_taken_is_said()
    {
        Assert.Null(await Asks());
        // As when two coordinators agree in the same moment.
        await _village.House.Store(new CoHost(_activity.Id, _village.Away.Id, null));
        using var olga = await _village.As(Olga);
        var page = await olga.Submit((await olga.Open(Path)).Form("#hosts form:has(button:contains('Yes, we hold it together'))"));
        Assert.Contains("at the same moment", page.One("#hosts .refusal").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_network_that_leaves_strands_nothing()
    {
        await _village.House.Store(new CoHost(_activity.Id, _village.Away.Id, null));
        var both = await _village.Settle("both@example.org", "Both", _village.Away, m => m.Join(_village.Home.Id, Now, Audience.MyNetwork));
        var nisse = await _village.Settle("nisse@example.org", "Nisse", _village.Away);
        await Carry(nisse, both);
        Assert.Null(await PutsDown("berit@example.org"));
        using var olga = await _village.As(Olga);
        await olga.Submit((await olga.Open(Path)).Form("#hosts form:has(button:contains('Not together any more'))"));
        // Whoever belongs to the network that stays goes on; the other cannot, and is not named as if they did.
        Assert.Equal([both.Id], await Organising());
        Assert.Null(await PutsDown("both@example.org"));
        using var anna = await _village.As(_village.Coordinator);
        await anna.Submit((await anna.Open(Path)).Form("#take-on form"));
        Assert.Single(await Organising());
    }

    [Fact]
    public async Task When_the_last_who_organised_it_went_with_their_network_it_is_said_and_taken_on()
    {
        await _village.House.Store(new CoHost(_activity.Id, _village.Away.Id, null));
        await Carry(await _village.Settle("nisse@example.org", "Nisse", _village.Away));
        Assert.Null(await PutsDown("berit@example.org"));
        using var olga = await _village.As(Olga);
        await olga.Submit((await olga.Open(Path)).Form("#hosts form:has(button:contains('Not together any more'))"));
        Assert.Empty(await Organising());
        await Words.Come(
            async () =>
                (await _village.MailTo(_village.Coordinator))?.Subject.StartsWith("Nobody organises", StringComparison.Ordinal) == true,
            TimeSpan.FromSeconds(30)
        );
        using var anna = await _village.As(_village.Coordinator);
        await anna.Submit((await anna.Open(Path)).Form("#take-on form"));
        Assert.Single(await Organising());
    }

    [Fact]
    public async Task Whoever_leaves_the_network_through_which_they_organised_it_puts_it_down()
    {
        await _village.House.Store(new CoHost(_activity.Id, _village.Away.Id, null));
        var both = await _village.Settle("both@example.org", "Both", _village.Away, m => m.Join(_village.Home.Id, Now, Audience.MyNetwork));
        var nisse = await _village.Settle("nisse@example.org", "Nisse", _village.Away);
        await Carry(nisse, both);
        await _village.House.Do(async db =>
        {
            Guid[] leaving = [nisse.Id, both.Id];
            foreach (
                var one in await db.Memberships.Where(m => m.NetworkId == _village.Away.Id && leaving.Contains(m.MemberId)).ToListAsync()
            )
                one.End(Now);
            await db.SaveChangesAsync();
        });
        await Words.Come(async () => (await Organising()).Count == 2, TimeSpan.FromSeconds(30));
        Assert.Equal(new[] { _berit.Id, both.Id }.Order(), (await Organising()).Order());
    }

    [Fact]
    public async Task Only_who_belongs_to_a_network_that_holds_it_is_asked_in()
    {
        var open = await _village.Planned(_berit, ActivityState.Open, a => a.Show(toEveryone: true, ""));
        var account = new Account("known@example.org", "en", Now);
        var known = new Member("known", account.Id, new("Known", Audience.Public), Now);
        known.Join(_village.Away.Id, Now, Audience.Public);
        known.ShowTo(Audience.Public);
        await _village.House.Store(account, known);
        Assert.Null(await _village.SignsUp("known@example.org", open.Id));
        using var berit = await _village.As("berit@example.org");
        var page = await berit.Open($"/activities/{open.Id}/people");
        page = await berit.Submit(page.Form("main form:has(button:contains('Let them organise it'))"));
        Assert.Contains("members of its networks", page.One("main .refusal").TextContent, StringComparison.Ordinal);
        Assert.Equal([_berit.Id], (await _village.Now(open.Id)).Organisers.Select(o => o.MemberId));
    }

    private string Path => $"/activities/{_activity.Id}";

    private DateTimeOffset Now => _village.House.Clock.GetUtcNow();

    private Task<Refusal?> Asks() => Asks(_activity.Id, _village.Away.Slug);

    private Task<Refusal?> Asks(Guid activity, string network) =>
        _village.House.By(
            "berit@example.org",
            s => s.GetRequiredService<CarryActivity>().HoldWith(activity, new HelpInput { Who = network })
        );

    private Task Carry(params Member[] members) =>
        _village.House.Do(async db =>
        {
            var activity = await db.Set<Activity>().Whole().SingleAsync(a => a.Id == _activity.Id);
            foreach (var member in members)
                Assert.Null(activity.Carry(member.Id, Now));
            await db.SaveChangesAsync();
        });

    private Task<Refusal?> PutsDown(string email) =>
        _village.House.By(email, s => s.GetRequiredService<CarryActivity>().PutDown(_activity.Id));

    private async Task<List<Guid>> Organising() =>
        [.. (await _village.Now(_activity.Id)).Organisers.Where(o => o.EndedAt is null).Select(o => o.MemberId)];
}
