using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.SignUps.Presence;

/// <summary>Somebody with a seat says at the door that they are there.</summary>
public sealed class BeHere(KosmopolitDb db, Me me, HereCode codes, TimeProvider clock)
{
    /// <summary>How long before it begins people come.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromHours(2);

    public static readonly Refusal Old = new(
        "This code is too old or not ours. Scan the one at the door again; it changes every half hour."
    )
    {
        Kind = RefusalKind.Gone,
    };

    /// <summary>The activity of a code, when it is good and this reader sees it.</summary>
    public async Task<Activity?> Find(string code, CancellationToken ct = default) =>
        codes.Read(code) is { } id ? await db.Activity(me, id, ct) : null;

    public async Task<Refusal?> Run(string code, CancellationToken ct = default)
    {
        if (await Find(code, ct) is not { } activity)
            return Old;
        var now = clock.GetUtcNow();
        if (activity.StartsAt is not { } start || start - Early > now)
            return new Refusal("It has not begun yet.");
        var row = await db.Set<SignUp>()
            .SingleOrDefaultAsync(s => s.ActivityId == activity.Id && s.MemberId == me.MemberId && s.State == SignUpState.Coming, ct);
        if (row is null)
            return new Refusal("You have no seat on the list. Tell those who organise it.") { Kind = RefusalKind.NotYours };
        // A moment that is known already stays.
        row.Attend(row.AttendedAt ?? now);
        return await db.Save(ActivityBook.Meanwhile, ct);
    }
}
