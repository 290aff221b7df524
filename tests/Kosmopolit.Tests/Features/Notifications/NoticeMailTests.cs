using System.Net;
using Kosmopolit.Features.Knowledge.Questions;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Notifications;
using Kosmopolit.Features.Notifications.Following;
using Kosmopolit.Features.Notifications.Mails;
using Kosmopolit.Platform.Notices;
using Kosmopolit.Tests.Features.Knowledge.Questions;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Tests.Features.Notifications;

/// <summary>News by mail: at once, in the morning, on Mondays or never; nothing that is not public; ended with one press.</summary>
[UsesDatabase]
public sealed class NoticeMailTests : IAsyncLifetime
{
    private const string Follower = "karim@example.org";

    private readonly Village _village = new();
    private Member _berit = null!;
    private Member _karim = null!;

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        _berit = await _village.Settle("berit@example.org", "Berit", _village.Home);
        _karim = await _village.Settle(Follower, "Karim", _village.Home);
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Theory]
    [InlineData(Pace.AtOnce, 0)]
    [InlineData(Pace.Daily, 24)]
    [InlineData(Pace.Weekly, 7 * 24)]
    [InlineData(Pace.Never, -1)]
    public async Task Each_pace_has_its_hour(Pace pace, int hours)
    {
        await Follow(pace);
        await _village.Asked(_berit.Id, new Circle(Reach.Public));
        await Hearing.Heard(_village.House);
        await Hearing.Write(_village.House);
        Assert.Equal(pace == Pace.AtOnce ? 1 : 0, (await Mails()).Count);
        _village.House.Clock.Move(TimeSpan.FromHours(Math.Max(hours, 24 * 8)));
        await Hearing.Write(_village.House);
        Assert.Equal(hours < 0 ? 0 : 1, (await Mails()).Count);
        await Hearing.Write(_village.House);
        Assert.Equal(hours < 0 ? 0 : 1, (await Mails()).Count);
    }

    [Fact]
    public void Mornings_and_Mondays_are_those_of_the_wall_clock()
    {
        // Saturday before the clocks go back: the next morning has one hour more.
        var saturday = new DateTimeOffset(2026, 10, 24, 12, 0, 0, TimeSpan.Zero);
        Assert.Equal(new DateTimeOffset(2026, 10, 25, 6, 0, 0, TimeSpan.Zero), NoticeClock.Due(Pace.Daily, saturday));
        Assert.Equal(new DateTimeOffset(2026, 10, 26, 6, 0, 0, TimeSpan.Zero), NoticeClock.Due(Pace.Weekly, saturday));
        var early = new DateTimeOffset(2026, 10, 26, 5, 0, 0, TimeSpan.Zero);
        Assert.Equal(new DateTimeOffset(2026, 10, 26, 6, 0, 0, TimeSpan.Zero), NoticeClock.Due(Pace.Daily, early));
        Assert.Equal(new DateTimeOffset(2026, 10, 26, 6, 0, 0, TimeSpan.Zero), NoticeClock.Due(Pace.Weekly, early));
        Assert.Equal(new DateTimeOffset(2026, 11, 2, 6, 0, 0, TimeSpan.Zero), NoticeClock.Due(Pace.Weekly, early.AddHours(2)));
        Assert.Null(NoticeClock.Due(Pace.Never, saturday));
    }

    [Fact]
    public async Task What_is_not_public_is_not_in_the_mail()
    {
        await Follow(Pace.AtOnce);
        await _village.Asked(_berit.Id, new Circle(Reach.Network, _village.Home.Id), "Secret zebra?");
        await Hearing.Heard(_village.House);
        await Hearing.Write(_village.House);
        var mail = Assert.Single(await Mails());
        Assert.DoesNotContain("zebra", mail.Subject + mail.Text + mail.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("/questions/", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Log in to read", mail.Text, StringComparison.Ordinal);
        await _village.Asked(_berit.Id, new Circle(Reach.Public), "Public zebra?");
        await Hearing.Heard(_village.House);
        await Hearing.Write(_village.House);
        Assert.Contains("Public zebra?", (await Mails())[^1].Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whether_it_may_be_read_is_asked_when_the_mail_is_written()
    {
        await Follow(Pace.Daily);
        var question = await _village.Asked(_berit.Id, new Circle(Reach.Public));
        await Hearing.Heard(_village.House);
        await _village.House.Do(async db =>
        {
            (await db.Set<Question>().SingleAsync(q => q.Id == question.Id)).Withdraw(_berit.Id, _village.House.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        });
        _village.House.Clock.Move(TimeSpan.FromDays(2));
        await Hearing.Write(_village.House);
        Assert.Empty(await Mails());
        Assert.Empty(await _village.House.All<Notice>());
    }

    [Fact]
    public async Task What_was_read_on_the_site_needs_no_mail()
    {
        await Follow(Pace.Daily);
        await _village.Asked(_berit.Id, new Circle(Reach.Public));
        await Hearing.Heard(_village.House);
        using var karim = await _village.As(Follower);
        await karim.Submit((await karim.Open("/me/notices")).Form());
        _village.House.Clock.Move(TimeSpan.FromDays(2));
        await Hearing.Write(_village.House);
        Assert.Empty(await Mails());
    }

    [Fact]
    public async Task One_press_in_the_mail_program_ends_mails_about_that_thing_without_signing_in()
    {
        await Follow(Pace.AtOnce);
        await _village.Asked(_berit.Id, new Circle(Reach.Public));
        await Hearing.Heard(_village.House);
        await Hearing.Write(_village.House);
        var stop = new Uri(Assert.Single(await Mails()).Unsubscribe);
        using var program = _village.House.Reader();
        // Whoever only looks ends nothing; the page has a button.
        var page = await program.Open(stop.PathAndQuery[..^"/stop".Length]);
        Assert.Contains("this one thing", page.Text, StringComparison.Ordinal);
        Assert.Equal(Pace.AtOnce, (await Country()).Pace);
        var answer = await program.Send(() =>
            new HttpRequestMessage(HttpMethod.Post, stop.PathAndQuery)
            {
                Content = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]),
            }
        );
        answer.Is(HttpStatusCode.OK);
        Assert.Equal(Pace.Never, (await Country()).Pace);
        await _village.Asked(_berit.Id, new Circle(Reach.Public), "And then?");
        await Hearing.Heard(_village.House);
        await Hearing.Write(_village.House);
        Assert.Single(await Mails());
        // It stands on the site all the same.
        using var karim = await _village.As(Follower);
        Assert.Contains("And then?", (await karim.Open("/me/notices")).Text, StringComparison.Ordinal);
        // And the page lets it come again.
        await program.Submit((await program.Open(stop.PathAndQuery[..^"/stop".Length])).Form());
        Assert.Equal(Pace.Daily, (await Country()).Pace);
    }

    [Fact]
    public async Task A_mail_about_several_things_ends_them_all()
    {
        await Follow(Pace.Daily);
        await _village.Asked(_berit.Id, new Circle(Reach.Public));
        await _village.Asked(_berit.Id, new Circle(Reach.NamedPerson, NamedId: _karim.Id), "Between us?");
        await Hearing.Heard(_village.House);
        _village.House.Clock.Move(TimeSpan.FromDays(1));
        await Hearing.Write(_village.House);
        var mail = Assert.Single(await Mails());
        Assert.Contains("2 things are new", mail.Subject, StringComparison.Ordinal);
        using var program = _village.House.Reader();
        (await program.Send(() => new HttpRequestMessage(HttpMethod.Post, new Uri(mail.Unsubscribe).PathAndQuery))).Is(HttpStatusCode.OK);
        Assert.Single(await _village.House.All<NoticeMailStopped>());
        using var karim = await _village.As(Follower);
        var page = await karim.Open("/me/following");
        Assert.Contains("stopped all mails", page.Text, StringComparison.Ordinal);
        await karim.Submit(page.Form());
        Assert.Empty(await _village.House.All<NoticeMailStopped>());
    }

    [Fact]
    public async Task A_forged_address_ends_nothing()
    {
        using var program = _village.House.Reader();
        (await program.Open("/notice-mail/forged")).Is(HttpStatusCode.NotFound);
        (await program.Send(() => new HttpRequestMessage(HttpMethod.Post, "/notice-mail/forged/stop"))).Is(HttpStatusCode.NotFound);
    }

    private Task Follow(Pace pace) =>
        _village.House.Store(
            new Follow(_karim.Id, new Followed(FollowKind.Country, "SA"), pace, _village.House.Clock.GetUtcNow()),
            // Only what is followed is looked at here.
            new Follow(_karim.Id, Followed.Row(FollowKind.Network, _village.Home.Id), Pace.Silent, _village.House.Clock.GetUtcNow())
        );

    private async Task<Follow> Country() =>
        (await _village.House.All<Follow>()).Single(f => f.Kind == FollowKind.Country && f.MemberId == _karim.Id);

    private Task<List<Kosmopolit.Platform.Mail.OutgoingMail>> Mails() => Hearing.MailsTo(_village.House, Follower);
}
