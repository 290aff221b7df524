using System.Net;
using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Activities.Organising;
using Kosmopolit.Features.Activities.Trips.Hosts;
using Kosmopolit.Features.Knowledge.Questions.Routing;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Mail;
using Kosmopolit.Platform.Notices;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Activities.Trips;

/// <summary>Nobody is asked to be host more often than they wish, and whoever agreed hears what becomes of the trip.</summary>
[UsesDatabase]
public sealed class HostLimitsTests : IAsyncLifetime
{
    private const string Organiser = "berit@example.org";
    private const string Omar = "omar@example.org";
    private const string NotNow = "cannot be asked at present";

    private readonly Village _village = new();
    private Member _berit = null!;
    private Member _omar = null!;

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        _berit = await _village.Settle(Organiser, "Berit", _village.Home);
        _omar = await _village.Settle(
            Omar,
            "Nobody",
            null,
            m =>
            {
                m.Join(_village.Away.Id, _village.House.Clock.GetUtcNow(), Audience.AllNetworks);
                m.BeCalled(new("Omar", Audience.AllNetworks));
                m.ShowTo(Audience.AllNetworks);
            }
        );
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task Whoever_wants_to_be_asked_nothing_or_is_away_is_not_asked_and_nothing_says_why()
    {
        var trip = await Trip();
        await Wishes(new WishesInput { PerWeek = 0 });
        var never = (await Ask(trip, _omar))!.Text;
        Assert.Contains(NotNow, never, StringComparison.Ordinal);
        await Wishes(new WishesInput { AwayFrom = $"{_village.House.Clock.GetUtcNow():yyyy-MM-dd}" });
        Assert.Equal(never, (await Ask(trip, _omar))!.Text);
        Assert.Empty(await _village.House.All<TripHost>());
        Assert.Null(await _village.MailTo(Omar));
        await Wishes(new WishesInput());
        Assert.Null(await Ask(trip, _omar));
    }

    [Fact]
    public async Task Mail_goes_when_it_is_wanted_and_the_question_stands_on_the_site_at_once()
    {
        var (first, second) = (await Trip(), await Trip());
        await Wishes(new WishesInput { Pace = Pace.Never });
        Assert.Null(await Ask(first, _omar));
        Assert.Null(await _village.MailTo(Omar));
        using var omar = await _village.As(Omar);
        Assert.Contains("Would you be host of this trip?", (await omar.Open("/me/notices")).Text, StringComparison.Ordinal);
        await Wishes(new WishesInput { Pace = Pace.Weekly });
        Assert.Null(await Ask(second, _omar));
        Assert.True((await _village.MailTo(Omar))!.DueAt > _village.House.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Trips_together_ask_nobody_too_often()
    {
        Assert.Null(await Ask(await Trip(), _omar));
        Assert.Null(await Ask(await Trip(), _omar));
        var third = await Trip();
        // Two a week is the most that anybody wishes.
        Assert.Contains(NotNow, (await Ask(third, _omar))!.Text, StringComparison.Ordinal);
        _village.House.Clock.Move(TimeSpan.FromDays(8));
        Assert.Null(await Ask(third, _omar));
        _village.House.Clock.Move(TimeSpan.FromDays(8));
        var fourth = await Trip();
        Assert.Contains(NotNow, (await Ask(fourth, _omar))!.Text, StringComparison.Ordinal);
        // Old questions that still wait for an answer count, too.
        _village.House.Clock.Move(TimeSpan.FromDays(40));
        Assert.Contains(NotNow, (await Ask(fourth, _omar))!.Text, StringComparison.Ordinal);
        Assert.Null(await Answers(third, "no"));
        _village.House.Clock.Move(TimeSpan.FromDays(31));
        Assert.Null(await Ask(fourth, _omar));
    }

    [Fact]
    public async Task One_organiser_asks_only_so_many_a_day()
    {
        var (one, other) = (await Trip(), await Trip());
        for (var i = 0; i < AskHost.MostADay; i++)
            Assert.Null(await Ask(i % 2 == 0 ? one : other, await _village.Settle($"m{i}@example.org", $"M{i}", _village.Home)));
        Assert.Contains("within a day", (await Ask(other, _omar))!.Text, StringComparison.Ordinal);
        _village.House.Clock.Move(TimeSpan.FromDays(1.1));
        Assert.Null(await Ask(other, _omar));
    }

    [Fact]
    public async Task Whoever_agreed_hears_that_it_moved_or_was_called_off_and_may_be_parted_from_then()
    {
        var trip = await Trip();
        Assert.Null(await Ask(trip, _omar));
        Assert.Null(await Answers(trip, "yes"));
        var input = ActivityInput.Of(
            await _village.House.Ask(db => db.Set<Activity>().Whole().AsNoTracking().SingleAsync(a => a.Id == trip.Id))
        );
        (input.Day, input.EndDay) = ("2027-05-20", "2027-05-28");
        Assert.Null(await _village.House.By(Organiser, s => s.GetRequiredService<ChangeActivity>().Run(trip.Id, input)));
        var moved = (await _village.MailTo(Omar))!;
        Assert.StartsWith("New time or place", moved.Subject, StringComparison.Ordinal);
        Assert.Contains("20 May", moved.Text, StringComparison.Ordinal);
        var off = new TurnInput { To = ActivityState.CalledOff, Why = "No visa in time." };
        Assert.Null(await _village.House.By(Organiser, s => s.GetRequiredService<TurnActivity>().Run(trip.Id, off)));
        var over = (await _village.MailTo(Omar))!;
        Assert.StartsWith("Called off", over.Subject, StringComparison.Ordinal);
        Assert.Contains("No visa in time.", over.Text, StringComparison.Ordinal);
        using var omar = await _village.As(Omar);
        var page = (await omar.Open($"/trips/{trip.Id}")).Is(HttpStatusCode.OK);
        Assert.Null(page.Html.QuerySelector("form[data-keep=host] button[value=yes]"));
        Assert.NotNull(page.Html.QuerySelector("form[data-keep=host] button[value=no]"));
        using var berit = await _village.As(Organiser);
        await berit.Submit((await berit.Open($"/trips/{trip.Id}")).Form("form:has(button:contains('Not host any more'))"));
        Assert.Equal(HostAnswer.Parted, (await _village.House.All<TripHost>()).Single().Answer);
        (await omar.Open($"/trips/{trip.Id}")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_host_reads_the_trip_until_some_time_after_it()
    {
        var trip = await Trip();
        Assert.Null(await Ask(trip, _omar));
        Assert.Null(await Answers(trip, "yes"));
        var end = trip.EndsAt!.Value;
        _village.House.Clock.Move(end.AddDays(89) - _village.House.Clock.GetUtcNow());
        using (var omar = await _village.As(Omar))
            (await omar.Open($"/trips/{trip.Id}")).Is(HttpStatusCode.OK);
        _village.House.Clock.Move(TimeSpan.FromDays(2));
        using var later = await _village.As(Omar);
        (await later.Open($"/trips/{trip.Id}")).Is(HttpStatusCode.NotFound);
        using var berit = await _village.As(Organiser);
        Assert.Contains("Omar", (await berit.Open($"/trips/{trip.Id}")).One("#hosts-there").TextContent, StringComparison.Ordinal);
    }

    private Task<Activity> Trip()
    {
        var start = Series.At(new DateOnly(2027, 5, 11), new TimeOnly(9, 0), "Asia/Baghdad");
        return _village.Planned(
            _berit,
            ActivityState.Open,
            a => a.Time(new Timing(start, start.AddDays(8), "Asia/Baghdad", Rhythm.Once, null)),
            isTrip: true
        );
    }

    private Task<Refusal?> Wishes(WishesInput input) => _village.House.By(Omar, s => s.GetRequiredService<ChooseAskWishes>().Run(input));

    private Task<Refusal?> Ask(Activity trip, Member member) =>
        _village.House.By(Organiser, s => s.GetRequiredService<AskHost>().Run(trip.Id, member.Id));

    private Task<Refusal?> Answers(Activity trip, string say) =>
        _village.House.By(Omar, s => s.GetRequiredService<AnswerAsHost>().Run(trip.Id, new HostInput { Do = say }));
}
