using System.Net;
using Kosmopolit.Features.Knowledge.Questions;
using Kosmopolit.Features.Knowledge.Questions.Routing;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Features.Networks.Partners;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Tests.Features.Knowledge.Questions.Routing;

/// <summary>A question comes to those who know, with a reason, and goes on when they do not answer.</summary>
[UsesDatabase]
public sealed class RoutingTests : IAsyncLifetime
{
    private const string Knows = "karim@example.org";

    private readonly Village _village = new();
    private Member _berit = null!;
    private Member _karim = null!;

    private House House => _village.House;

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        _berit = await _village.Settle("berit@example.org", "Berit", _village.Home);
        _karim = await _village.Trader(Knows, "Karim");
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task Whoever_knows_is_asked_and_told_why_and_nobody_else()
    {
        var question = await _village.SetsOut(_berit.Id, new Circle(Reach.Network, _village.Home.Id));
        await House.Bring();
        Assert.Equal([_karim.Id], (await House.AsksOf(question)).Select(a => a.MemberId));
        using var karim = await _village.As(Knows);
        var asked = await karim.Open("/me/asked");
        Assert.Contains(Asking.Title, asked.Text, StringComparison.Ordinal);
        Assert.Contains("We ask you because you know Saudi Arabia: traded there", asked.Text, StringComparison.Ordinal);
        Assert.Contains("This was asked of you", (await karim.Open($"/questions/{question.Id}")).Text, StringComparison.Ordinal);
        Assert.Contains("Asked of you", (await karim.Open("/me/notices")).Text, StringComparison.Ordinal);
        using var anna = await _village.As(_village.Coordinator);
        Assert.DoesNotContain(Asking.Title, (await anna.Open("/me/asked")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("This was asked of you", (await anna.Open($"/questions/{question.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_asker_hears_how_many_were_asked_and_not_whom()
    {
        var question = await _village.SetsOut(_berit.Id, Bringing.Everyone);
        await House.Bring();
        using var berit = await _village.As("berit@example.org");
        var part = (await berit.Open($"/questions/{question.Id}")).One("#route").TextContent;
        Assert.Contains("1 person who may know was asked", part, StringComparison.Ordinal);
        Assert.Contains("neighbouring networks are asked", part, StringComparison.Ordinal);
        Assert.DoesNotContain("Karim", part, StringComparison.Ordinal);
        using var anna = await _village.As(_village.Coordinator);
        Assert.Null((await anna.Open($"/questions/{question.Id}")).Html.QuerySelector("#route"));
    }

    [Fact]
    public async Task A_fact_that_only_its_owner_sees_brings_no_question()
    {
        var hidden = await _village.Trader("hidden@example.org", "Hidden", audience: Audience.OnlyMe);
        var question = await _village.SetsOut(_berit.Id, Bringing.Everyone);
        await House.Bring();
        Assert.DoesNotContain(hidden.Id, (await House.AsksOf(question)).Select(a => a.MemberId));
        Assert.Contains(_karim.Id, (await House.AsksOf(question)).Select(a => a.MemberId));
    }

    [Fact]
    public async Task Not_me_passes_it_on_and_a_stranger_has_nothing_to_pass()
    {
        await _village.Trader("second@example.org", "Second");
        await _village.Trader("third@example.org", "Third");
        await _village.Trader("fourth@example.org", "Fourth");
        var question = await _village.SetsOut(_berit.Id, Bringing.Everyone);
        await House.Bring();
        var first = await House.AsksOf(question);
        Assert.Equal(QuestionRoute.Few, first.Count);
        var own = first[0];
        var email = await EmailOf(own.MemberId);
        using var stranger = await _village.As("berit@example.org");
        (await stranger.Open($"/me/asked/{own.Id}")).Is(HttpStatusCode.NotFound);
        using var asked = await _village.As(email);
        var form = (await asked.Open($"/me/asked/{own.Id}")).Form("form", ("Input.Reason", nameof(PassReason.DoNotKnow)));
        var done = await asked.Submit(form);
        Assert.Contains("You have passed it on", done.Text, StringComparison.Ordinal);
        Assert.Contains("answered this or passed it on already", (await asked.Submit(form)).Text, StringComparison.Ordinal);
        await House.Do(async db =>
        {
            var route = await db.Set<QuestionRoute>().SingleAsync(r => r.QuestionId == question.Id);
            route.Again(House.Clock.GetUtcNow());
            await Kosmopolit.Platform.Data.Saving.Save(db, new Kosmopolit.Platform.Refusal("known"), Until.Stopped);
        });
        await House.Bring();
        Assert.Equal(QuestionRoute.Few + 1, (await House.AsksOf(question)).Count);
    }

    [Fact]
    public async Task After_three_days_without_an_answer_the_neighbours_are_asked_if_the_asker_said_so()
    {
        var far = await _village.Trader("far@example.org", "Far", audience: Audience.AllNetworks, away: true);
        await House.Do(async db =>
        {
            (await db.FindAsync<Member>(far.Id))!.ShowTo(Audience.AllNetworks);
            await db.SaveChangesAsync();
        });
        var kept = await _village.SetsOut(_berit.Id, new Circle(Reach.Network, _village.Home.Id), "Between us: lunch?");
        var free = await _village.SetsOut(_berit.Id, new Circle(Reach.Network, _village.Home.Id), "For all: lunch?", mayGoOn: true);
        await House.Bring();
        House.Clock.Move(TimeSpan.FromHours(71));
        await House.Bring();
        Assert.DoesNotContain(await House.All<Ask>(), a => a.MemberId == far.Id);
        using var reader = await _village.As("far@example.org");
        (await reader.Open($"/questions/{free.Id}")).Is(HttpStatusCode.NotFound);
        House.Clock.Move(TimeSpan.FromHours(2));
        await House.Bring();
        await House.Bring();
        var ask = Assert.Single(await House.All<Ask>(), a => a.MemberId == far.Id);
        Assert.Equal((free.Id, RouteStep.Neighbours), (ask.QuestionId, ask.Step));
        (await reader.Open($"/questions/{free.Id}")).Is(HttpStatusCode.OK);
        (await reader.Open($"/questions/{kept.Id}")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task After_three_days_more_an_adviser_of_a_partner_is_written_to_and_the_asker_told()
    {
        var (adviser, other) = (await Adviser("adviser@example.org", _village.Home), await Adviser("other@example.org", _village.Away));
        var far = await _village.Trader("far@example.org", "Far", audience: Audience.Public, away: true);
        await House.Do(async db =>
        {
            (await db.FindAsync<Member>(far.Id))!.ShowTo(Audience.AllNetworks);
            await db.SaveChangesAsync();
        });
        var open = await _village.SetsOut(_berit.Id, Bringing.Everyone, "For everyone: lunch?");
        var near = await _village.SetsOut(_berit.Id, new Circle(Reach.Network, _village.Home.Id), "Near: lunch?", mayGoOn: true);
        await House.Bring();
        using var berit = await _village.As("berit@example.org");
        foreach (var (hours, step) in new[] { (71, RouteStep.Nearest), (2, RouteStep.Neighbours), (70, RouteStep.Neighbours) })
        {
            House.Clock.Move(TimeSpan.FromHours(hours));
            await House.Bring();
            Assert.Equal(step, (await RouteOf(open)).Step);
            Assert.Null(await _village.MailTo(adviser));
        }
        Assert.Contains(far.Id, (await House.AsksOf(open)).Select(a => a.MemberId));
        Assert.Contains(
            "an adviser is asked",
            (await berit.Open($"/questions/{open.Id}")).One("#route").TextContent,
            StringComparison.Ordinal
        );
        House.Clock.Move(TimeSpan.FromHours(3));
        await House.Bring();
        var mail = (await _village.MailTo(adviser))!;
        Assert.Contains("For everyone: lunch?", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"/questions/{open.Id}", mail.Text, StringComparison.Ordinal);
        Assert.Null(await _village.MailTo(other));
        Assert.Equal(RouteStep.Done, (await RouteOf(open)).Step);
        var told = (await berit.Open($"/questions/{open.Id}")).One("#route").TextContent;
        Assert.Contains("An adviser of an organisation that supports your network was asked", told, StringComparison.Ordinal);
        // What was asked of a network goes to its neighbours and no further; nobody is written to twice.
        Assert.Equal((RouteStep.Done, null), ((await RouteOf(near)).Step, (await RouteOf(near)).AdviserAt));
        House.Clock.Move(TimeSpan.FromDays(9));
        await House.Bring();
        Assert.Single(await House.All<Kosmopolit.Platform.Mail.OutgoingMail>(), m => m.To == adviser);
    }

    [Fact]
    public async Task Who_is_named_keeps_their_limit_and_the_asker_is_told_that_it_waits()
    {
        await _village.SetsOut(_berit.Id, Bringing.Everyone, "First?");
        await _village.SetsOut(_berit.Id, Bringing.Everyone, "Second?");
        await House.Bring();
        House.Clock.Move(TimeSpan.FromDays(2));
        var named = await _village.SetsOut(_berit.Id, new Circle(Reach.NamedPerson, NamedId: _karim.Id), "You alone?");
        await House.Bring();
        Assert.Empty(await House.AsksOf(named));
        using var berit = await _village.As("berit@example.org");
        var part = (await berit.Open($"/questions/{named.Id}")).One("#route").TextContent;
        Assert.Contains("takes no more questions right now", part, StringComparison.Ordinal);
        Assert.Contains("We try every day", part, StringComparison.Ordinal);
        // It is theirs to read all the same.
        using (var karim = await _village.As(Knows))
            (await karim.Open($"/questions/{named.Id}")).Is(HttpStatusCode.OK);
        for (var day = 0; day < 5; day++)
        {
            Assert.Empty(await House.AsksOf(named));
            House.Clock.Move(TimeSpan.FromDays(1.01));
            await House.Bring();
        }
        Assert.Equal(_karim.Id, Assert.Single(await House.AsksOf(named)).MemberId);
        Assert.Contains(
            "1 person who may know was asked",
            (await berit.Open($"/questions/{named.Id}")).One("#route").TextContent,
            StringComparison.Ordinal
        );

        // Somebody who never wants to be asked is not asked, and the waiting ends.
        using (var karim = await _village.As(Knows))
            await karim.Submit((await karim.Open("/me/asked")).Form("form", ("Input.PerWeek", "0")));
        var never = await _village.SetsOut(_berit.Id, new Circle(Reach.NamedPerson, NamedId: _karim.Id), "You after all?");
        for (var day = 0; day < 16; day++)
        {
            await House.Bring();
            House.Clock.Move(TimeSpan.FromDays(1.01));
        }
        Assert.Empty(await House.AsksOf(never));
        Assert.Equal(RouteStep.Done, (await RouteOf(never)).Step);
    }

    [Fact]
    public async Task An_answer_ends_the_way()
    {
        var question = await _village.SetsOut(_berit.Id, Bringing.Everyone);
        await House.Bring();
        await _village.Answered(question, _karim.Id);
        House.Clock.Move(TimeSpan.FromHours(73));
        await House.Bring();
        Assert.Equal(RouteStep.Done, (await House.All<QuestionRoute>()).Single(r => r.QuestionId == question.Id).Step);
        Assert.Single(await House.AsksOf(question));
    }

    private async Task<QuestionRoute> RouteOf(Question question) =>
        (await House.All<QuestionRoute>()).Single(r => r.QuestionId == question.Id);

    /// <summary>Somebody at an organisation that supports a network.</summary>
    private async Task<string> Adviser(string email, Network network)
    {
        var now = House.Clock.GetUtcNow();
        var account = new Account(email, "en", now);
        var organisation = new PartnerOrganisation(email.Split('@')[0], email, now);
        var support = new Partnership(network.Id, organisation.Id, null, "", account.Id, now);
        support.Accept("Adviser", "Advice", "en", account.Id, now);
        await House.Store(account, organisation, support, new Mandate(account.Id, Role.Adviser, organisation.Id, now, "hired"));
        return email;
    }

    private async Task<string> EmailOf(Guid member)
    {
        var account = (await House.All<Member>()).Single(m => m.Id == member).AccountId;
        return (await House.All<Account>()).Single(a => a.Id == account).Email!;
    }
}
