using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Features.Activities.Trips;
using Kosmopolit.Features.Activities.Trips.Meetings;
using Kosmopolit.Features.Networks;
using Kosmopolit.Features.Networks.Calendar;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Calendars;

/// <summary>
/// A traveller's meetings in their own calendar, as they were told of them, and in nobody else's. What fell away stays, struck out;
/// so does all of whoever gave up their seat, or of a trip that is called off, before they are told.
/// </summary>
public sealed class MeetingEntries(KosmopolitDb db) : CalendarSource
{
    /// <summary>Entries of one file at most.</summary>
    private const int Most = 500;

    public override Task<IReadOnlyList<CalendarEntry>> Entries(Network network, Me reader, DateTimeOffset after, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<CalendarEntry>>([]);

    public override async Task<IReadOnlyList<CalendarEntry>> Own(Me reader, DateTimeOffset after, CancellationToken ct)
    {
        if (reader.MemberId is not { } self)
            return [];
        var rows = await db.Set<ToldMeeting>()
            .Where(m => m.StartsAt > after && db.Set<Traveller>().Any(t => t.Id == m.TravellerId && t.MemberId == self))
            .Join(db.Set<Activity>(), m => m.ActivityId, a => a.Id, (m, a) => new { Meeting = m, Trip = a })
            .Select(x => new
            {
                x.Meeting,
                x.Trip,
                IsAlong = db.Set<SignUp>().Any(s => s.ActivityId == x.Trip.Id && s.MemberId == self && s.State == SignUpState.Coming),
            })
            .OrderBy(x => x.Meeting.StartsAt)
            .ThenBy(x => x.Meeting.Id)
            .Take(Most)
            .AsNoTracking()
            .ToListAsync(ct);
        return [.. rows.Select(x => Entry(x.Meeting, x.Trip, x.IsAlong))];
    }

    /// <summary>Where a traveller reads more; the meetings are for those who have a seat.</summary>
    public static string Path(Activity trip, bool isAlong) => isAlong ? $"/trips/{trip.Id}/meetings" : trip.Path();

    /// <param name="isAlong">Whether the traveller has a seat.</param>
    public static CalendarEntry Entry(ToldMeeting meeting, Activity trip, bool isAlong)
    {
        // With the number that telling them will give it.
        var isUntold = meeting.OffAt is null && (!isAlong || trip.State == ActivityState.CalledOff);
        return new(meeting.Id, meeting.Name, meeting.StartsAt, meeting.EndsAt, trip.TimeZone)
        {
            Place = meeting.Place,
            Text = trip.Title,
            Language = trip.Language,
            Path = Path(trip, isAlong),
            IsCancelled = isUntold || meeting.OffAt is not null,
            Changed = meeting.ChangedAt,
            Sequence = meeting.Sequence + (isUntold ? 1 : 0),
        };
    }
}
