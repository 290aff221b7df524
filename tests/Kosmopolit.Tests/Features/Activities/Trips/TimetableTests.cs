using System.Text.RegularExpressions;
using Ical.Net;
using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Activities.Organising;
using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Features.Activities.Trips;
using Kosmopolit.Features.Activities.Trips.Meetings;
using Kosmopolit.Features.Activities.Trips.Programme;
using Kosmopolit.Features.Activities.Trips.Travellers;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Mail;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Activities.Trips;

/// <summary>Travellers hear of their meetings by one mail each, when they are set and when they change, and find them in their own calendar.</summary>
[UsesDatabase]
public sealed partial class TimetableTests : IAsyncLifetime
{
    private const string Organiser = "berit@example.org";
    private const string Traveller = "karim@example.org";

    private readonly Village _village = new();
    private Activity _trip = null!;
    private Counterpart _early = null!;
    private Counterpart _late = null!;

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        var berit = await _village.Settle(Organiser, "Berit", _village.Home);
        await _village.Settle(Traveller, "Karim", _village.Home);
        var start = Series.At(new DateOnly(2027, 5, 11), new TimeOnly(9, 0), "Asia/Baghdad");
        var days = new Timing(start, start.AddDays(8), "Asia/Baghdad", Rhythm.Once, null);
        _trip = await _village.Planned(berit, ActivityState.Open, a => a.Time(days), isTrip: true);
        Counterpart There(string name, int hour) =>
            new(_trip.Id, name, "", "Ankawa", new Hours(new DateOnly(2027, 5, 13), new TimeOnly(hour, 0), new TimeOnly(hour, 30)));
        (_early, _late) = (There("Zagros Timber", 9), There("Citadel Water", 11));
        await _village.House.Store(_early, _late);
        await Wants(_early, _late);
        var traveller = (await _village.House.All<Traveller>()).Single();
        var wanted = new WantedInput { Wanted = [$"{traveller.Id:N}/{_early.Id:N}", $"{traveller.Id:N}/{_late.Id:N}"] };
        Assert.Null(await By<ArrangeMeetings>(Organiser, a => a.Note(_trip.Id, wanted)));
        Assert.Null(await By<ArrangeMeetings>(Organiser, a => a.Run(_trip.Id)));
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task A_draft_is_told_to_nobody_and_a_published_one_once_to_each()
    {
        Assert.Empty(await Mails());
        Assert.DoesNotContain("Zagros", await Feed(Traveller), StringComparison.Ordinal);
        using var reader = await _village.As(Organiser);
        var page = await reader.Open($"/trips/{_trip.Id}/meetings");
        page = await reader.Submit(page.Form("form:has(button:contains('Tell the travellers'))"));
        Assert.Contains("were told on", page.Text, StringComparison.Ordinal);
        var mail = Assert.Single(await Mails());
        Assert.Equal(Traveller, mail.To);
        Assert.Contains("Zagros Timber · Ankawa", mail.Text, StringComparison.Ordinal);
        Assert.Contains("clock of Baghdad", mail.Text, StringComparison.Ordinal);
        var calendar = Calendar.Load(mail.Calendar)!;
        Assert.Equal("PUBLISH", calendar.Method);
        Assert.Equal(["Zagros Timber", "Citadel Water"], calendar.Events.OrderBy(e => e.Start!.AsUtc).Select(e => e.Summary));
        Assert.All(calendar.Events, e => Assert.Equal((0, "CONFIRMED"), (e.Sequence, e.Status)));
        Assert.Equal(new DateTime(2027, 5, 13, 6, 0, 0, DateTimeKind.Utc), calendar.Events.Min(e => e.Start!.AsUtc));
        // Nothing changed, nothing is told again; neither by the clock nor by pressing once more.
        Assert.False(await Clock());
        Assert.Equal(RefusalKind.Meanwhile, (await By<TellTimetable>(Organiser, v => v.Run(_trip.Id)))!.Kind);
        Assert.Single(await Mails());
    }

    [Fact]
    public async Task They_stand_in_the_travellers_own_calendar_and_in_no_other()
    {
        Assert.Null(await By<TellTimetable>(Organiser, v => v.Run(_trip.Id)));
        var own = await Feed(Traveller);
        Assert.Contains("SUMMARY:Zagros Timber", own, StringComparison.Ordinal);
        Assert.Contains("TZID=Asia/Baghdad:20270513T090000", own, StringComparison.Ordinal);
        using var visitor = _village.House.Reader();
        foreach (
            var other in new[]
            {
                await Feed(Organiser),
                (await visitor.Open("/networks/norr/calendar.ics")).Body,
                (await visitor.Open("/countries/iq/calendar.ics")).Body,
            }
        )
            Assert.DoesNotContain("Zagros", other, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_falls_away_is_cancelled_under_its_own_name_with_a_higher_number()
    {
        Assert.Null(await By<TellTimetable>(Organiser, v => v.Run(_trip.Id)));
        var first = Calendar.Load((await Mails()).Single().Calendar)!.Events.Single(e => e.Summary == "Zagros Timber");
        Assert.Null(await By<PlanTrip>(Organiser, p => p.Remove(_trip.Id, _early.Id)));
        Assert.True(await Clock());
        Assert.False(await Clock());
        var mail = (await Mails())[^1];
        Assert.Equal(2, (await Mails()).Count);
        Assert.Contains("Falls away", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Citadel", mail.Text, StringComparison.Ordinal);
        var calendar = Calendar.Load(mail.Calendar)!;
        var gone = Assert.Single(calendar.Events);
        Assert.Equal(("CANCEL", "CANCELLED", first.Uid, 1), (calendar.Method, gone.Status, gone.Uid, gone.Sequence));
        Assert.Matches("STATUS:CANCELLED", await Feed(Traveller));
    }

    [Fact]
    public async Task A_timetable_made_anew_is_a_draft_until_it_is_told()
    {
        Assert.Null(await By<TellTimetable>(Organiser, v => v.Run(_trip.Id)));
        await Wants(_early);
        Assert.Null(await By<ArrangeMeetings>(Organiser, a => a.Run(_trip.Id)));
        Assert.False(await Clock());
        await Wants(_early, _late);
        Assert.Null(await By<ArrangeMeetings>(Organiser, a => a.Run(_trip.Id)));
        var longer = SheetInput.Of((await _village.House.All<TripSheet>()).Single());
        longer.Length = "20";
        Assert.Null(await By<PlanTrip>(Organiser, p => p.Write(_trip.Id, longer)));
        Assert.Null(await By<TellTimetable>(Organiser, v => v.Run(_trip.Id)));
        var calendar = Calendar.Load((await Mails())[^1].Calendar)!;
        Assert.Equal(2, calendar.Events.Count);
        Assert.All(calendar.Events, e => Assert.Equal((1, TimeSpan.FromMinutes(20)), (e.Sequence, e.End!.AsUtc - e.Start!.AsUtc)));
    }

    [Fact]
    public async Task Whoever_leaves_or_whose_trip_is_called_off_hears_that_their_meetings_fall_away()
    {
        Assert.Null(await By<TellTimetable>(Organiser, v => v.Run(_trip.Id)));
        Assert.Null(await By<JoinActivity>(Traveller, j => j.Leave(_trip.Id)));
        Assert.True(await Clock());
        var calendar = Calendar.Load((await Mails())[^1].Calendar)!;
        Assert.Equal(2, calendar.Events.Count(e => e.Status == "CANCELLED"));
        Assert.Null(await _village.SignsUp(Traveller, _trip.Id));
        Assert.True(await Clock());
        var off = new TurnInput { To = ActivityState.CalledOff, Why = "No visa" };
        Assert.Null(await By<TurnActivity>(Organiser, a => a.Run(_trip.Id, off)));
        Assert.True(await Clock());
        Assert.False(await Clock());
        calendar = Calendar.Load((await Mails())[^1].Calendar)!;
        Assert.All(calendar.Events, e => Assert.Equal((3, "CANCELLED"), (e.Sequence, e.Status)));
    }

    [Fact]
    public async Task Only_organisers_tell() =>
        Assert.Equal(RefusalKind.NotYours, (await By<TellTimetable>(Traveller, v => v.Run(_trip.Id)))!.Kind);

    private async Task Wants(params Counterpart[] wants)
    {
        await _village.SignsUp(Traveller, _trip.Id);
        var sheet = new TravellerInput { Wants = [.. wants.Select(c => c.Id)] };
        Assert.Null(await By<TravelAlong>(Traveller, t => t.Run(_trip.Id, sheet)));
    }

    private Task<Refusal?> By<TVerb>(string email, Func<TVerb, Task<Refusal?>> verb)
        where TVerb : notnull => _village.House.By(email, s => verb(s.GetRequiredService<TVerb>()));

    private async Task<bool> Clock()
    {
        _village.House.Clock.Move(TimeSpan.FromMinutes(5));
        return await _village.House.By(Organiser, s => s.GetRequiredService<TellTimetable>().Next(TestContext.Current.CancellationToken));
    }

    private Task<List<OutgoingMail>> Mails() =>
        _village.House.Ask(db =>
            db.Set<OutgoingMail>().Where(m => m.Subject.StartsWith("Your meetings")).OrderBy(m => m.CreatedAt).AsNoTracking().ToListAsync()
        );

    private async Task<string> Feed(string email)
    {
        using var reader = await _village.As(email);
        var secret = Secret().Match((await reader.Submit((await reader.Open("/me/calendar")).Form())).Body).Value;
        using var program = _village.House.Reader();
        return (await program.Open(secret)).Body;
    }

    [GeneratedRegex("/me/calendar\\.ics\\?key=[\\w-]+", RegexOptions.None, 1000)]
    private static partial Regex Secret();
}
