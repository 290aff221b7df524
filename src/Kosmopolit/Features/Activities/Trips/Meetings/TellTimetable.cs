using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Trips.Meetings;

/// <summary>
/// Gives a timetable to its travellers, once the organisers are content with it: one mail to each. As long as it stands, whatever
/// changes in it is told, too; a timetable that is made anew is a draft again, and of a draft is told only what cannot take place.
/// </summary>
public sealed class TellTimetable(KosmopolitDb db, Me me, TimetableMail mail, TimeProvider clock, ILogger<TellTimetable> log)
{
    /// <summary>The organisers publish it.</summary>
    public Task<Refusal?> Run(Guid id, CancellationToken ct = default) => db.InOneTransaction(() => Publish(id, ct), ct);

    private static readonly Refusal Unfit = new(
        "Some times no longer fit: the days of the trip, the hours there or the length of a meeting changed. Make the timetable anew first."
    );

    /// <summary>Tells what changed in timetables that are published, and what fell away in drafts; false when nothing did.</summary>
    public async Task<bool> Next(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var trips = await db.Set<Activity>()
            .Where(a => a.IsTrip && a.EndsAt > now)
            .Where(a =>
                db.Set<ToldMeeting>().Any(m => m.ActivityId == a.Id && m.OffAt == null)
                || (a.State != ActivityState.CalledOff && db.Set<TripSheet>().Any(s => s.ActivityId == a.Id && s.PublishedAt != null))
            )
            .AsNoTracking()
            .ToListAsync(ct);
        var isTold = false;
        foreach (var trip in trips)
            isTold |= await Attempt(trip, ct);
        return isTold;
    }

    // One trip that cannot be told must not keep the others from it.
    private async Task<bool> Attempt(Activity trip, CancellationToken ct)
    {
        try
        {
            return (await db.NotTold(trip, isTracked: false, clock.GetUtcNow(), ct)).Count > 0
                && await db.InOneTransaction(() => TellAsItIs(trip.Id, ct), ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            log.LogError(e, "The timetable of {Trip} could not be told and is tried again", trip.Id);
            db.ChangeTracker.Clear();
            return false;
        }
    }

    private async Task<Refusal?> Publish(Guid id, CancellationToken ct)
    {
        await db.TakeTurn(id, ct);
        var (trip, refusal) = await db.OrganisedTrip(me, id, ct);
        if (trip is null)
            return refusal;
        if (!await db.StillFits(trip, ct))
            return Unfit;
        if (await db.Set<TripSheet>().SingleOrDefaultAsync(s => s.ActivityId == id, ct) is not { } sheet)
            db.Add(sheet = new TripSheet(id));
        var wasTold = sheet.PublishedAt is not null;
        sheet.Publish(clock.GetUtcNow());
        if (await db.Save(ActivityBook.Meanwhile, ct) is { } lost)
            return lost;
        var isNews = await Tell(trip, ct);
        return isNews || !wasTold ? null : new Refusal("Everybody knows their times already.") { Kind = RefusalKind.Meanwhile };
    }

    // Two clocks at once come one after the other, and the second finds nothing left to tell. Meanwhile the trip may have been
    // called off, and its timetable made anew: what counts is what stands there once it is one's turn.
    private async Task<bool> TellAsItIs(Guid id, CancellationToken ct)
    {
        await db.TakeTurn(id, ct);
        var trip = await db.Set<Activity>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct);
        return trip is not null && await Tell(trip, ct);
    }

    private async Task<bool> Tell(Activity trip, CancellationToken ct)
    {
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
