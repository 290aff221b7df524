using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Features.Activities.Trips;
using Kosmopolit.Features.Activities.Trips.Hosts;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Geography;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Organising;

/// <summary>An organiser changes an activity. Whoever has a seat, waits or would come hears of a new time or place; more seats go to those who wait.</summary>
public sealed class ChangeActivity(KosmopolitDb db, Me me, Atlas atlas, ActivityMail mail, TimeProvider clock)
{
    public Task<Refusal?> Run(Guid id, ActivityInput input, CancellationToken ct = default) =>
        db.InOneTransaction(() => Change(id, input, ct), ct);

    public Task<Refusal?> Except(Guid id, ExceptInput input, CancellationToken ct = default) =>
        db.InOneTransaction(() => Skip(id, input, ct), ct);

    private async Task<Refusal?> Change(Guid id, ActivityInput input, CancellationToken ct)
    {
        await db.TakeTurn(id, ct);
        var (activity, refusal) = await db.Organised(me, id, ct);
        if (activity is null)
            return refusal;
        if (!activity.IsAhead)
            return new Refusal("This is over or called off and cannot be changed.");
        if (input.IsOvertakenBy(ActivityInput.Of(activity)))
            return ActivityBook.Elsewhere;
        var signUps = await db.Set<SignUp>().Where(s => s.ActivityId == id).ToListAsync(ct);
        var seated = signUps.Count(s => s.State == SignUpState.Coming);
        var before = (
            activity.StartsAt,
            activity.EndsAt,
            activity.Place,
            activity.Link,
            activity.Rhythm,
            activity.Until,
            activity.TimeZone
        );
        var days = (TripView.DaysOf(activity), activity.TimeZone);
        if (input.Fill(activity, activity.Language, atlas) is { } odd)
            return odd;
        if (activity.Capacity < seated)
            return new Refusal("{0} have a seat already; nobody loses it. Choose at least as many.", nameof(input.Capacity), seated);
        if (activity.IsAnnounced && activity.StartsAt is null)
            return new Refusal("People know the day already. Choose a new one, or call it off.", nameof(input.Day));
        // Meetings are set for days and for the clock there.
        if (activity.IsTrip && days != (TripView.DaysOf(activity), activity.TimeZone))
            (await db.Set<TripSheet>().SingleOrDefaultAsync(s => s.ActivityId == id, ct))?.Redraft();
        activity.Changed(clock.GetUtcNow());
        var now = (activity.StartsAt, activity.EndsAt, activity.Place, activity.Link, activity.Rhythm, activity.Until, activity.TimeZone);
        var moved = activity.State == ActivityState.Open ? WaitingList.MoveUp(signUps, activity.Capacity, clock.GetUtcNow()) : [];
        await mail.Tell(activity, moved, ActivityLetter.Seat, ct);
        if (activity.IsAnnounced && before != now)
            await mail.Tell(activity, [.. signUps.Where(IsTold).Except(moved)], ActivityLetter.Changed, ct);
        // They agreed to receive it then and there, whoever has heard of it yet.
        if (before != now)
            await mail.TellHosts(db, activity, ActivityLetter.Changed, ct);
        input.Seen = ActivityInput.Of(activity).Print();
        return await db.Save(ActivityBook.Meanwhile, ct);
    }

    // Whoever waits or would come goes by the day as well.
    private static bool IsTold(SignUp one) => one.State is SignUpState.Coming or SignUpState.Waiting or SignUpState.Interested;

    private async Task<Refusal?> Skip(Guid id, ExceptInput input, CancellationToken ct)
    {
        await db.TakeTurn(id, ct);
        var (activity, refusal) = await db.Organised(me, id, ct);
        if (activity is null)
            return refusal;
        if (Typing.Day(input.Which) is not { } day)
            return new Refusal("Write the day as year-month-day, for instance 2027-01-20.", nameof(input.Which));
        DateTimeOffset? movedTo = null;
        if (!string.IsNullOrWhiteSpace(input.To))
        {
            if (Typing.Day(input.To) is not { } to)
                return new Refusal("Write the day as year-month-day, for instance 2027-01-20.", nameof(input.To));
            if (Typing.Time(input.At) is null && !string.IsNullOrWhiteSpace(input.At))
                return new Refusal("Write the time as hours and minutes, for instance 18:00.", nameof(input.At));
            var time = Typing.Time(input.At) ?? TimeOnly.FromDateTime(Series.Wall(activity.StartsAt ?? default, activity.TimeZone));
            movedTo = Series.At(to, time, activity.TimeZone);
            if (movedTo <= clock.GetUtcNow())
                return new Refusal("This day has passed. Choose one that is still to come.", nameof(input.To));
            if (to > day.AddYears(1))
                return new Refusal("Choose a day within a year of the one that it replaces.", nameof(input.To));
        }
        if (activity.Except(day, movedTo, clock.GetUtcNow()) is { } odd)
            return odd;
        var signUps = await db.Set<SignUp>().Where(s => s.ActivityId == id).ToListAsync(ct);
        if (activity.IsAnnounced)
            await mail.Tell(activity, [.. signUps.Where(IsTold)], ActivityLetter.Changed, ct);
        return await db.Save(ActivityBook.Meanwhile, ct);
    }
}
