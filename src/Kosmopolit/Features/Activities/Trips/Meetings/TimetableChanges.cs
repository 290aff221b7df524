using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Trips.Meetings;

/// <summary>A meeting of a traveller that is otherwise than they were told.</summary>
/// <param name="Told">What they were told; null for one that is new to them.</param>
/// <param name="Now">What is so; null for one that fell away.</param>
internal sealed record MeetingChange(Guid Traveller, Guid Counterpart, ToldMeeting? Told, MeetingTime? Now);

/// <summary>Compares a timetable with what its travellers were told. What has passed is nobody's news.</summary>
internal static class TimetableChanges
{
    /// <summary>
    /// All that changed in a timetable that is published. Of a draft only what cannot take place whatever comes of it: of those
    /// without a seat, and on days that the trip no longer has.
    /// </summary>
    /// <param name="isTracked">Whether the rows told are to be changed.</param>
    public static async Task<IReadOnlyList<MeetingChange>> NotTold(
        this KosmopolitDb db,
        Activity trip,
        bool isTracked,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var rows = db.Set<ToldMeeting>().Where(m => m.ActivityId == trip.Id);
        var told = await (isTracked ? rows : rows.AsNoTracking()).ToListAsync(ct);
        var due = told.Where(m => m.OffAt is null && m.EndsAt > now);
        if (trip.State == ActivityState.CalledOff)
            return [.. due.Select(FellAway)];
        var sheet = await db.Set<TripSheet>()
            .Where(s => s.ActivityId == trip.Id && s.PublishedAt != null)
            .Select(s => (int?)s.Length)
            .SingleOrDefaultAsync(ct);
        if (sheet is not { } length)
        {
            var along = await db.Along(trip.Id).Select(t => t.Id).ToListAsync(ct);
            return [.. due.Where(m => !along.Contains(m.TravellerId) || !TripView.Holds(trip, Day(m, trip))).Select(FellAway)];
        }
        var current = await db.Timetable(trip.Id, length, ct);
        var known = told.ToDictionary(m => (m.TravellerId, m.CounterpartId));
        var changes = new List<MeetingChange>();
        foreach (var (pair, time) in current.Where(c => c.Value.StartsAt.AddMinutes(c.Value.Minutes) > now))
        {
            var before = known.GetValueOrDefault(pair);
            if (before is null || before.OffAt is not null || before.Time != time)
                changes.Add(new MeetingChange(pair.Traveller, pair.Counterpart, before, time));
        }
        changes.AddRange(due.Where(m => !current.ContainsKey((m.TravellerId, m.CounterpartId))).Select(FellAway));
        return changes;
    }

    /// <summary>Whether every meeting lies on a day of the trip and within the hours of who is met, and nobody has two at once.</summary>
    public static async Task<bool> StillFits(this KosmopolitDb db, Activity trip, CancellationToken ct)
    {
        var length =
            await db.Set<TripSheet>().Where(s => s.ActivityId == trip.Id).Select(s => (int?)s.Length).SingleOrDefaultAsync(ct)
            ?? new TripSheet(trip.Id).Length;
        var there = await db.Set<Counterpart>().Where(c => c.ActivityId == trip.Id).AsNoTracking().ToDictionaryAsync(c => c.Id, ct);
        var times = (await db.Timetable(trip.Id, length, ct)).Select(m => (m.Key, From: Series.Wall(m.Value.StartsAt, trip.TimeZone)));
        var all = times.OrderBy(m => m.From).ToList();
        bool Fits(Counterpart c, DateTime from) =>
            TripView.Holds(trip, c.Day) && from >= c.Day.ToDateTime(c.From) && from.AddMinutes(length) <= c.Day.ToDateTime(c.To);
        bool Meet(IEnumerable<DateTime> rising) => rising.Zip(rising.Skip(1)).Any(p => p.First.AddMinutes(length) > p.Second);
        return all.TrueForAll(m => Fits(there[m.Key.Counterpart], m.From))
            && !all.GroupBy(m => m.Key.Traveller).Any(g => Meet(g.Select(m => m.From)))
            && !all.GroupBy(m => m.Key.Counterpart).Any(g => Meet(g.Select(m => m.From)));
    }

    /// <summary>Travellers who have a seat: whoever gave up theirs left their sheet behind.</summary>
    public static IQueryable<Traveller> Along(this KosmopolitDb db, Guid trip) =>
        db.Set<Traveller>()
            .Where(t => t.ActivityId == trip)
            .Where(t => db.Set<SignUp>().Any(s => s.ActivityId == trip && s.MemberId == t.MemberId && s.State == SignUpState.Coming));

    private static MeetingChange FellAway(ToldMeeting told) => new(told.TravellerId, told.CounterpartId, told, null);

    private static DateOnly Day(ToldMeeting told, Activity trip) => DateOnly.FromDateTime(Series.Wall(told.StartsAt, trip.TimeZone));

    // Whoever gave up their seat meets nobody.
    private static async Task<Dictionary<(Guid Traveller, Guid Counterpart), MeetingTime>> Timetable(
        this KosmopolitDb db,
        Guid trip,
        int length,
        CancellationToken ct
    )
    {
        var rows = await db.Set<MeetingWish>()
            .Where(w => w.ActivityId == trip && w.MeetsAt != null)
            .Where(w => db.Along(trip).Any(t => t.Id == w.TravellerId))
            .Join(
                db.Set<Counterpart>(),
                w => w.CounterpartId,
                c => c.Id,
                (w, c) =>
                    new
                    {
                        w.TravellerId,
                        w.CounterpartId,
                        w.MeetsAt,
                        c.Name,
                        c.Place,
                    }
            )
            .ToListAsync(ct);
        return rows.ToDictionary(r => (r.TravellerId, r.CounterpartId), r => new MeetingTime(r.Name, r.Place, r.MeetsAt!.Value, length));
    }
}
