using System.Net;
using Kosmopolit.Features.Knowledge.Questions;
using Kosmopolit.Features.Knowledge.Questions.Answers;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Notifications.Following;
using Kosmopolit.Features.Notifications.Mails;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Events;
using Kosmopolit.Platform.Mail;
using Kosmopolit.Platform.Notices;
using Kosmopolit.Tests.Features.Knowledge.Questions;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Notifications;

/// <summary>Whoever follows something hears of it, at their own pace; nobody of their own act or of what they may not read.</summary>
[UsesDatabase]
public sealed class NoticeTests : IAsyncLifetime
{
    private const string Asker = "berit@example.org";
    private const string Follower = "karim@example.org";

    private readonly Village _village = new();
    private Member _berit = null!;
    private Member _karim = null!;

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        _berit = await _village.Settle(Asker, "Berit", _village.Home);
        _karim = await _village.Settle(Follower, "Karim", _village.Home);
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task A_country_is_followed_with_one_press_and_what_is_asked_about_it_stands_in_the_header()
    {
        using var nils = await _village.As(_village.Neighbour);
        var followed = await nils.Submit((await nils.Open("/follow/country/SA")).Form(fields: [("Input.Pace", nameof(Pace.AtOnce))]));
        Assert.Contains("You follow this", followed.Text, StringComparison.Ordinal);
        await _village.Asked(_berit.Id, new Circle(Reach.Public));
        await Heard();
        var page = await nils.Open("/me");
        Assert.Equal("1", page.One("header .chip").TextContent);
        Assert.Contains(Asking.Title, (await nils.Open("/me/notices")).Text, StringComparison.Ordinal);
        var opened = await nils.Submit((await nils.Open("/me/notices")).Form("main li form"));
        Assert.StartsWith("/questions/", opened.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Null((await nils.Open("/me")).Html.QuerySelector("header .chip"));
        // The one who asked hears nothing of it.
        using var berit = await _village.As(Asker);
        Assert.Null((await berit.Open("/me")).Html.QuerySelector("header .chip"));
    }

    [Fact]
    public async Task What_a_follower_may_not_read_is_not_told()
    {
        await Follow(await Nils(), new Followed(FollowKind.Country, "SA"), Pace.AtOnce);
        await Follow(_karim.Id, new Followed(FollowKind.Country, "SA"), Pace.AtOnce);
        await _village.Asked(_berit.Id, new Circle(Reach.Network, _village.Home.Id));
        await Heard();
        var told = (await _village.House.All<Notice>()).Select(n => n.MemberId).ToHashSet();
        Assert.DoesNotContain(await Nils(), told);
        Assert.Contains(_karim.Id, told);
    }

    [Fact]
    public async Task A_question_to_a_network_reaches_its_members_unless_they_want_silence()
    {
        await Follow(_karim.Id, Followed.Row(FollowKind.Network, _village.Home.Id), Pace.Silent);
        await _village.Asked(_berit.Id, new Circle(Reach.Network, _village.Home.Id));
        await Heard();
        var anna = await IdOf(_village.Coordinator);
        Assert.Equal([anna], (await _village.House.All<Notice>()).Select(n => n.MemberId));
    }

    [Fact]
    public async Task Whoever_is_asked_by_name_hears_of_it_and_nobody_else()
    {
        await _village.Asked(_berit.Id, new Circle(Reach.NamedPerson, NamedId: _karim.Id));
        await Heard();
        Assert.Equal([_karim.Id], (await _village.House.All<Notice>()).Select(n => n.MemberId));
        using var karim = await _village.As(Follower);
        Assert.Contains("Somebody asks you", (await karim.Open("/me/notices")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_told_to_the_asker_and_one_without_a_name_to_nobody_who_follows_its_author()
    {
        await Follow(await Nils(), Followed.Row(FollowKind.Person, _karim.Id), Pace.AtOnce);
        var question = await _village.Asked(_berit.Id, new Circle(Reach.Public));
        await _village.House.Store(new Answer(question.Id, _karim.Id, ("Yes", "en"), PenName.Plain, _village.House.Clock.GetUtcNow()));
        await Heard();
        Assert.Contains(await Told(_berit.Id), n => n.Kind == nameof(AnswerGiven));
        Assert.Empty(await Told(await Nils()));
        using var berit = await _village.As(Asker);
        Assert.Contains("An answer to your question", (await berit.Open("/me/notices")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_is_followed_only_while_the_follower_sees_them()
    {
        await Follow(await Nils(), Followed.Row(FollowKind.Person, _karim.Id), Pace.AtOnce);
        var question = await _village.Asked(_berit.Id, new Circle(Reach.Public));
        // Karim shows himself to his own network alone.
        await _village.Answered(question, _karim.Id);
        await Heard();
        Assert.Empty(await Told(await Nils()));
        await _village.House.Do(async db =>
        {
            (await db.Set<Member>().SingleAsync(m => m.Id == _karim.Id)).ShowTo(Audience.AllNetworks);
            await db.SaveChangesAsync();
        });
        await _village.Answered(question, _karim.Id, "And another thing.");
        await Heard();
        Assert.Single(await Told(await Nils()));
    }

    [Fact]
    public async Task Whoever_leaves_the_network_loses_what_waited_for_them()
    {
        await _village.Asked(_berit.Id, new Circle(Reach.Network, _village.Home.Id));
        await Heard();
        Assert.Single(await Told(_karim.Id));
        using var karim = await _village.As(Follower);
        await karim.Submit((await karim.Open("/networks/norr/leave")).Form());
        await Words.Come(async () => (await Told(_karim.Id)).Count == 0, TimeSpan.FromSeconds(20), "Forgetting");
        Assert.Null((await karim.Open("/me")).Html.QuerySelector("header .chip"));
    }

    [Fact]
    public async Task What_is_no_news_any_more_is_not_told()
    {
        await Follow(_karim.Id, new Followed(FollowKind.Country, "SA"), Pace.AtOnce);
        var old = new Question(
            _berit.Id,
            new Matter("SA", "culture", "en"),
            new Circle(Reach.Public),
            _village.House.Clock.GetUtcNow().AddDays(-3)
        );
        old.Word("Old?", "", Urgency.CanWait);
        await _village.House.Store(old);
        await Heard();
        Assert.Empty(await _village.House.All<Notice>());
    }

    [Theory]
    [InlineData("/follow/country/ZZ")]
    [InlineData("/follow/topic/gossip")]
    [InlineData("/follow/network/soder")]
    [InlineData("/follow/nothing/x")]
    public async Task What_is_not_there_or_not_ones_own_cannot_be_followed(string path)
    {
        using var karim = await _village.As(Follower);
        (await karim.Open(path)).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_a_stranger_does_not_see_cannot_be_followed()
    {
        var question = await _village.Asked(_berit.Id, new Circle(Reach.Network, _village.Home.Id));
        using var nils = await _village.As(_village.Neighbour);
        (await nils.Open($"/follow/question/{question.Id}")).Is(HttpStatusCode.NotFound);
        (await nils.Open($"/follow/person/{_karim.Slug}")).Is(HttpStatusCode.NotFound);
        using var karim = await _village.As(Follower);
        (await karim.Open($"/follow/question/{question.Id}")).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_list_changes_the_pace_and_lets_go()
    {
        await Follow(_karim.Id, new Followed(FollowKind.Country, "SA"), Pace.AtOnce);
        using var karim = await _village.As(Follower);
        var page = await karim.Open("/me/following");
        Assert.Contains("Saudi Arabia", page.Text, StringComparison.Ordinal);
        var changed = await karim.Submit(page.Form("main li form", ("Pace", nameof(Pace.Never))));
        Assert.Equal(Pace.Never, (await _village.House.All<Follow>()).Single().Pace);
        var form = changed.Form("main li form");
        await karim.Submit(form, (AngleSharp.Html.Dom.IHtmlElement)form.QuerySelector("button[name=Gone]")!);
        Assert.Empty(await _village.House.All<Follow>());
        // Its own network stands there without being followed.
        Assert.Contains("Norr", (await karim.Open("/me/following")).Text, StringComparison.Ordinal);
    }

    private Task Follow(Guid member, Followed what, Pace pace) =>
        _village.House.Store(new Follow(member, what, pace, _village.House.Clock.GetUtcNow()));

    private async Task<List<Notice>> Told(Guid member) => [.. (await _village.House.All<Notice>()).Where(n => n.MemberId == member)];

    private Task<Guid> Nils() => IdOf(_village.Neighbour);

    private async Task<Guid> IdOf(string email)
    {
        var account = await _village.House.Ask(db => db.Users.SingleAsync(a => a.Email == email));
        return await _village.House.Ask(db => db.Set<Member>().Where(m => m.AccountId == account.Id).Select(m => m.Id).SingleAsync());
    }

    /// <summary>Until the keeper has come by every event there is.</summary>
    private Task Heard() => Hearing.Heard(_village.House);
}
