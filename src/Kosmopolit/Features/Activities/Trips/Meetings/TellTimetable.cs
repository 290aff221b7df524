using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Trips.Meetings;

/// <summary>
/// Gives a timetable to its travellers, once the organisers are content with it: one mail to each. As long as it stands, whatever
/// changes in it is told, too; a timetable that is made anew is a draft again.
/// </summary>
public sealed class TellTimetable(KosmopolitDb db, Me me, TimetableMail mail, TimeProvider clock)
{
    /// <summary>The organisers publish it.</summary>
    public Task<Refusal?> Run(Guid id, CancellationToken ct = default) => db.InOneTransaction(() => Publish(id, ct), ct);

    /// <summary>Tells what changed in timetables that are published; false when nothing did.</summary>
    public async Task<bool> Next(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var trips = await db.Set<Activity>()
            .Where(a => a.IsTrip && a.EndsAt > now)
            .Where(a =>
                a.State == ActivityState.CalledOff
                    ? db.Set<ToldMeeting>().Any(m => m.ActivityId == a.Id && m.OffAt == null)
                    : db.Set<TripSheet>().Any(s => s.ActivityId == a.Id && s.PublishedAt != null)
            )
            .AsNoTracking()
            .ToListAsync(ct);
        var isTold = false;
        foreach (var trip in trips)
            if ((await db.NotTold(trip, isTracked: false, now, ct)).Count > 0)
                isTold |= await db.InOneTransaction(() => Tell(trip, ct), ct);
        return isTold;
    }

    private async Task<Refusal?> Publish(Guid id, CancellationToken ct)
    {
        var (trip, refusal) = await db.OrganisedTrip(me, id, ct);
        if (trip is null)
            return refusal;
        if (await db.Set<TripSheet>().SingleOrDefaultAsync(s => s.ActivityId == id, ct) is not { } sheet)
            db.Add(sheet = new TripSheet(id));
        sheet.Publish(clock.GetUtcNow());
        if (await db.Save(ActivityBook.Meanwhile, ct) is { } lost)
            return lost;
        return await Tell(trip, ct) ? null : new Refusal("Everybody knows their times already.") { Kind = RefusalKind.Meanwhile };
    }

    private async Task<bool> Tell(Activity trip, CancellationToken ct)
    {
        // Two clocks at once come one after the other, and the second finds nothing left to tell.
        await db.TakeTurn(trip.Id, ct);
        var now = clock.GetUtcNow();
        var changes = await db.NotTold(trip, isTracked: true, now, ct);
        var told = changes.Select(c => Note(trip, c, now)).ToList();
        await mail.Write(trip, told, ct);
        await db.SaveChangesAsync(ct);
        return told.Count > 0;
    }

    private ToldMeeting Note(Activity trip, MeetingChange change, DateTimeOffset now)
    {
        if (change.Told is not { } told)
        {
            told = new ToldMeeting(trip.Id, change.Traveller, change.Counterpart, change.Now!, now);
            db.Add(told);
        }
        else if (change.Now is { } time)
            told.Set(time, now);
        else
            told.CallOff(now);
        return told;
    }
}
