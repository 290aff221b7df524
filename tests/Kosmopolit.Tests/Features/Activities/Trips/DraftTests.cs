using System.Data.Common;
using System.Text.RegularExpressions;
using Ical.Net;
using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Activities.Calendars;
using Kosmopolit.Features.Activities.Importing;
using Kosmopolit.Features.Activities.Organising;
using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Features.Activities.Trips;
using Kosmopolit.Features.Activities.Trips.Meetings;
using Kosmopolit.Features.Activities.Trips.Programme;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Mail;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Activities.Trips;

/// <summary>A timetable that does not fit any more is told to nobody, what cannot take place is, and one trip keeps no other from it.</summary>
[UsesDatabase]
public sealed partial class DraftTests : IAsyncLifetime
{
    private const string Organiser = "berit@example.org";
    private const string Traveller = "karim@example.org";

    private static readonly DateOnly First = new(2027, 5, 11);

    private readonly Village _village;
    private readonly MeetingReads _reads = new();
    private Member _berit = null!;
    private Member _karim = null!;
    private Activity _trip = null!;

    public DraftTests() => _village = new Village { Plan = new Plan { Services = _reads.Watch } };

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        _berit = await _village.Settle(Organiser, "Berit", _village.Home);
        _karim = await _village.Settle(Traveller, "Karim", _village.Home);
        _trip = await Trip();
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task However_many_meetings_there_are_their_letters_can_be_stored()
    {
        var longest = new string('Ö', 190);
        await Set(_trip, [.. Enumerable.Range(0, 60).Select(i => (First.AddDays(1 + i / 10), 8 + i % 10, $"{longest} {i}"))]);
        Assert.Null(await By<TellTimetable>(Organiser, v => v.Run(_trip.Id)));
        var mails = await Mails();
        Assert.Equal([50, 10], mails.Select(m => Calendar.Load(m.Calendar)!.Events.Count).OrderDescending());
        Assert.All(mails, m => Assert.InRange(m.Calendar.Length, 1, 200_000));
        Assert.False(await Clock());
    }

    [Fact]
    public async Task One_trip_that_cannot_be_told_keeps_no_other_from_it_and_no_job_of_the_clock_another()
    {
        var broken = await Trip();
        foreach (var trip in new[] { _trip, broken })
        {
            await Set(trip, (First.AddDays(1), 9, "Zagros Timber"));
            Assert.Null(await By<TellTimetable>(Organiser, v => v.Run(trip.Id)));
            await _village.House.Do(db =>
                db.Set<Counterpart>().Where(c => c.ActivityId == trip.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.Place, "Ankawa"))
            );
        }
        // No calendar reaches so far.
        var never = DateTimeOffset.MaxValue.AddMinutes(-1);
        await _village.House.Do(db =>
            db.Set<MeetingWish>().Where(w => w.ActivityId == broken.Id).ExecuteUpdateAsync(s => s.SetProperty(w => w.MeetsAt, never))
        );
        Assert.True(await Clock());
        Assert.Contains("Ankawa", (await Mails())[^1].Text, StringComparison.Ordinal);
        Assert.Contains(_village.House.Complaints.All, c => c.Contains($"{broken.Id}", StringComparison.Ordinal));

        var now = _village.House.Clock.GetUtcNow();
        var soon = await _village.Planned(
            _berit,
            ActivityState.Open,
            a => a.Time(new Timing(now.AddDays(2), now.AddDays(2).AddHours(1), "Europe/Stockholm", Rhythm.Once, null))
        );
        await _village.SignsUp(Traveller, soon.Id);
        await _village.House.Do(db =>
            db.Set<SignUp>().Where(s => s.ActivityId == soon.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.RemindHours, int.MaxValue))
        );
        await _village.House.Store(new BroughtCalendar(_village.Home.Id, _berit.Id, "a.ics", [1], now.AddDays(-2)));
        var clock = _village.House.App.Services.GetRequiredService<ActivityClock>();
        await clock.StartAsync(Until.Stopped);
        await Words.Come(async () => (await _village.House.All<BroughtCalendar>()).Count == 0, TimeSpan.FromSeconds(20), "The next job");
        await clock.StopAsync(Until.Stopped);
        Assert.Empty(await _village.House.All<BroughtCalendar>());
    }

    [Fact]
    public async Task Another_length_makes_it_a_draft_which_is_not_told_while_it_clashes()
    {
        await Set(_trip, (First.AddDays(1), 9, "Zagros Timber"), (First.AddDays(1), 10, "Citadel Water"));
        Assert.Null(await By<TellTimetable>(Organiser, v => v.Run(_trip.Id)));
        await Lasts("90");
        Assert.False(await Clock());
        Assert.Single(await Mails());
        using var berit = await _village.As(Organiser);
        var page = await berit.Open($"/trips/{_trip.Id}/meetings");
        page = await berit.Submit(page.Form("form:has(button:contains('Tell the travellers'))"));
        Assert.Contains("no longer fit", page.Text, StringComparison.Ordinal);
        Assert.Single(await Mails());
        // With the old length it is as everybody knows it.
        await Lasts("30");
        Assert.Null(await By<TellTimetable>(Organiser, v => v.Run(_trip.Id)));
        Assert.Single(await Mails());
    }

    [Fact]
    public async Task Meetings_on_days_that_the_trip_no_longer_has_fall_away()
    {
        await Set(_trip, (First.AddDays(1), 9, "Zagros Timber"), (First.AddDays(6), 9, "Citadel Water"));
        Assert.Null(await By<TellTimetable>(Organiser, v => v.Run(_trip.Id)));
        await Moves(First.AddDays(3));
        Assert.True(await Clock());
        Assert.False(await Clock());
        var gone = Assert.Single(Calendar.Load((await Mails())[^1].Calendar)!.Events);
        Assert.Equal(("Zagros Timber", "CANCELLED", 1), (gone.Summary, gone.Status, gone.Sequence));
        Assert.Contains("no longer fit", (await By<TellTimetable>(Organiser, v => v.Run(_trip.Id)))!.Text, StringComparison.Ordinal);
        Assert.Null(await By<ArrangeMeetings>(Organiser, a => a.Run(_trip.Id)));
        Assert.Null(await By<TellTimetable>(Organiser, v => v.Run(_trip.Id)));
        Assert.False(await Clock());
        await Moves(First.AddDays(30));
        Assert.Contains("no longer has", (await By<ArrangeMeetings>(Organiser, a => a.Run(_trip.Id)))!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_timetable_that_becomes_a_draft_before_its_turn_is_not_told()
    {
        await Set(_trip, (First.AddDays(1), 9, "Zagros Timber"));
        Assert.Null(await By<TellTimetable>(Organiser, v => v.Run(_trip.Id)));
        await _village.House.Do(db => db.Set<Counterpart>().ExecuteUpdateAsync(s => s.SetProperty(c => c.Place, "Ankawa")));
        Task<bool> clock = Task.FromResult(false);
        await _village.House.Do(db =>
            db.InOneTransaction(
                async () =>
                {
                    await db.TakeTurn(_trip.Id, Until.Stopped);
                    _reads.Forget();
                    clock = Clock();
                    // It sees what changed, and waits for its turn.
                    await Words.Come(() => Task.FromResult(_reads.AreSeen), TimeSpan.FromSeconds(20), "Its reading");
                    (await db.Set<TripSheet>().SingleAsync()).Redraft();
                    return await db.SaveChangesAsync(Until.Stopped);
                },
                Until.Stopped
            )
        );
        Assert.False(await clock);
        Assert.Single(await Mails());
    }

    [Fact]
    public async Task Whoever_leaves_while_it_is_a_draft_hears_that_their_meetings_fall_away()
    {
        await Set(_trip, (First.AddDays(1), 9, "Zagros Timber"), (First.AddDays(6), 9, "Citadel Water"));
        Assert.Null(await By<TellTimetable>(Organiser, v => v.Run(_trip.Id)));
        Assert.Null(await By<ArrangeMeetings>(Organiser, a => a.Run(_trip.Id)));
        Assert.Null(await By<JoinActivity>(Traveller, j => j.Leave(_trip.Id)));
        // Their calendar knows before they are told.
        Assert.Equal(2, Cancelled().Count(await Feed()));
        Assert.True(await Clock());
        Assert.Equal(2, Cancelled().Count(await Feed()));
        var mail = (await Mails())[^1];
        Assert.All(Calendar.Load(mail.Calendar)!.Events, e => Assert.Equal((1, "CANCELLED"), (e.Sequence, e.Status)));
        Assert.DoesNotContain("/meetings", mail.Text + mail.Calendar, StringComparison.Ordinal);
        Assert.Contains($"/trips/{_trip.Id}", mail.Text, StringComparison.Ordinal);
    }

    private Task<Activity> Trip()
    {
        var start = Series.At(First, new TimeOnly(9, 0), "Asia/Baghdad");
        return _village.Planned(
            _berit,
            ActivityState.Open,
            a => a.Time(new Timing(start, start.AddDays(8), "Asia/Baghdad", Rhythm.Once, null)),
            isTrip: true
        );
    }

    // Karim meets each of them, for the half hour in which they have time.
    private async Task Set(Activity trip, params (DateOnly Day, int Hour, string Name)[] meetings)
    {
        await _village.SignsUp(Traveller, trip.Id);
        var traveller = new Traveller(trip.Id, _karim.Id);
        await _village.House.Store(traveller);
        foreach (var (day, hour, name) in meetings)
        {
            var there = new Counterpart(trip.Id, name, "", "", new Hours(day, new TimeOnly(hour, 0), new TimeOnly(hour, 30)));
            await _village.House.Store(there);
            var wish = new MeetingWish(trip.Id, traveller.Id, there.Id);
            wish.Want(byTraveller: true);
            wish.BeWanted(byCounterpart: true);
            wish.Meet(Series.At(day, new TimeOnly(hour, 0), trip.TimeZone));
            await _village.House.Store(wish);
        }
    }

    private async Task Lasts(string minutes)
    {
        var sheet = SheetInput.Of((await _village.House.All<TripSheet>()).Single());
        sheet.Length = minutes;
        Assert.Null(await By<PlanTrip>(Organiser, p => p.Write(_trip.Id, sheet)));
    }

    private async Task Moves(DateOnly day)
    {
        var input = ActivityInput.Of(
            await _village.House.Ask(db => db.Set<Activity>().Whole().AsNoTracking().SingleAsync(a => a.Id == _trip.Id))
        );
        (input.Day, input.EndDay) = ($"{day:yyyy-MM-dd}", $"{day.AddDays(8):yyyy-MM-dd}");
        Assert.Null(await By<ChangeActivity>(Organiser, c => c.Run(_trip.Id, input)));
    }

    private Task<Refusal?> By<TVerb>(string email, Func<TVerb, Task<Refusal?>> verb)
        where TVerb : notnull => _village.House.By(email, s => verb(s.GetRequiredService<TVerb>()));

    private Task<bool> Clock()
    {
        _village.House.Clock.Move(TimeSpan.FromMinutes(5));
        return _village.House.By(Organiser, s => s.GetRequiredService<TellTimetable>().Next(Until.Stopped));
    }

    private Task<List<OutgoingMail>> Mails() =>
        _village.House.Ask(db =>
            db.Set<OutgoingMail>().Where(m => m.Subject.StartsWith("Your meetings")).OrderBy(m => m.CreatedAt).AsNoTracking().ToListAsync()
        );

    private async Task<string> Feed()
    {
        using var reader = await _village.As(Traveller);
        var secret = Secret().Match((await reader.Submit((await reader.Open("/me/calendar")).Form())).Body).Value;
        using var program = _village.House.Reader();
        return (await program.Open(secret)).Body;
    }

    [GeneratedRegex("/me/calendar\\.ics\\?key=[\\w-]+", RegexOptions.None, 1000)]
    private static partial Regex Secret();

    [GeneratedRegex("SEQUENCE:1\\s+STATUS:CANCELLED", RegexOptions.None, 1000)]
    private static partial Regex Cancelled();

    /// <summary>Notices that the meetings of a timetable were read.</summary>
    private sealed class MeetingReads : DbCommandInterceptor
    {
        public bool AreSeen { get; private set; }

        public void Forget() => AreSeen = false;

        public void Watch(IServiceCollection services)
        {
            services.ConfigureDbContext<SqliteDb>(o => o.AddInterceptors(this));
            services.ConfigureDbContext<PostgresDb>(o => o.AddInterceptors(this));
        }

        public override ValueTask<DbDataReader> ReaderExecutedAsync(
            DbCommand command,
            CommandExecutedEventData eventData,
            DbDataReader result,
            CancellationToken cancellationToken = default
        )
        {
            AreSeen |= command.CommandText.Contains("MeetsAt", StringComparison.Ordinal);
            return ValueTask.FromResult(result);
        }
    }
}
