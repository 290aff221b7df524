using Kosmopolit.Features.Activities.Trips.Rides;
using Kosmopolit.Features.Activities.Trips.Rooms;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.SignUps;

/// <summary>What members and visitors have in common when they take or free a seat. Asked for after <see cref="ActivityBook.TakeTurn"/>.</summary>
internal sealed class Seating(KosmopolitDb db, ActivityMail mail, TimeProvider clock)
{
    public static Refusal? Refuse(Activity activity, DateTimeOffset now) =>
        activity.State switch
        {
            ActivityState.CalledOff => new Refusal("This was called off."),
            ActivityState.Held or ActivityState.FollowedUp => new Refusal("This is over."),
            ActivityState.Open when activity.LastEnd() <= now => new Refusal("This is over."),
            ActivityState.Open when activity.Deadline <= now => new Refusal("The last day to sign up has passed."),
            ActivityState.Idea => new Refusal("This is an idea still; its organisers will ask who would come."),
            _ => null,
        };

    /// <summary>Frees a seat, and gives it to whoever has waited longest.</summary>
    public async Task<Refusal?> Free(Activity activity, SignUp leaver, CancellationToken ct)
    {
        if (!activity.IsAhead)
            return new Refusal("This is over.");
        // Told first: what they had in their calendar hangs on the state that they leave.
        await mail.Tell(activity, [leaver], ActivityLetter.Away, ct);
        leaver.Become(SignUpState.Left, clock.GetUtcNow());
        if (activity.IsTrip)
        {
            db.RemoveRange(await db.Set<Bed>().Where(b => b.SignUpId == leaver.Id).ToListAsync(ct));
            db.RemoveRange(await db.Set<RideSeat>().Where(s => s.SignUpId == leaver.Id).ToListAsync(ct));
        }
        await Fill(activity, ct);
        return null;
    }

    public async Task Fill(Activity activity, CancellationToken ct)
    {
        if (activity.State != ActivityState.Open)
            return;
        var all = await db.Set<SignUp>().Where(s => s.ActivityId == activity.Id).ToListAsync(ct);
        await mail.Tell(activity, WaitingList.MoveUp(all, activity.Capacity, clock.GetUtcNow()), ActivityLetter.Seat, ct);
    }
}
