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
        var current = trip.State == ActivityState.CalledOff ? [] : await db.Timetable(trip.Id, ct);
        var known = told.ToDictionary(m => (m.TravellerId, m.CounterpartId));
        var changes = new List<MeetingChange>();
        foreach (var (pair, time) in current.Where(c => c.Value.StartsAt.AddMinutes(c.Value.Minutes) > now))
        {
            var before = known.GetValueOrDefault(pair);
            if (before is null || before.OffAt is not null || before.Time != time)
                changes.Add(new MeetingChange(pair.Traveller, pair.Counterpart, before, time));
        }
        changes.AddRange(
            told.Where(m => m.OffAt is null && m.EndsAt > now && !current.ContainsKey((m.TravellerId, m.CounterpartId)))
                .Select(m => new MeetingChange(m.TravellerId, m.CounterpartId, m, null))
        );
        return changes;
    }

    // Whoever gave up their seat meets nobody.
    private static async Task<Dictionary<(Guid Traveller, Guid Counterpart), MeetingTime>> Timetable(
        this KosmopolitDb db,
        Guid trip,
        CancellationToken ct
    )
    {
        var length =
            await db.Set<TripSheet>().Where(s => s.ActivityId == trip).Select(s => (int?)s.Length).SingleOrDefaultAsync(ct)
            ?? new TripSheet(trip).Length;
        var rows = await db.Set<MeetingWish>()
            .Where(w => w.ActivityId == trip && w.MeetsAt != null)
            .Join(db.Set<Traveller>(), w => w.TravellerId, t => t.Id, (w, t) => new { Wish = w, t.MemberId })
            .Where(x => db.Set<SignUp>().Any(s => s.ActivityId == trip && s.MemberId == x.MemberId && s.State == SignUpState.Coming))
            .Join(
                db.Set<Counterpart>(),
                x => x.Wish.CounterpartId,
                c => c.Id,
                (x, c) =>
                    new
                    {
                        x.Wish.TravellerId,
                        x.Wish.CounterpartId,
                        x.Wish.MeetsAt,
                        c.Name,
                        c.Place,
                    }
            )
            .ToListAsync(ct);
        return rows.ToDictionary(r => (r.TravellerId, r.CounterpartId), r => new MeetingTime(r.Name, r.Place, r.MeetsAt!.Value, length));
    }
}
