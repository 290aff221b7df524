using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities;

/// <summary>Finds the one activity a verb is about, tracked, with the parts that rights hang on.</summary>
public static class ActivityBook
{
    public static readonly Refusal NotHere = new("This activity is not here.") { Kind = RefusalKind.Gone };

    public static readonly Refusal NotYours = new("Only those who organise it may do this.") { Kind = RefusalKind.NotYours };

    public static readonly Refusal Meanwhile = new("Somebody else changed this at the same moment. Look once more.")
    {
        Kind = RefusalKind.Meanwhile,
    };

    /// <summary>Said above the two versions that a form then shows.</summary>
    public static readonly Refusal Elsewhere = new(
        "Somebody saved something else meanwhile. Both versions stand here: press Save again to keep what is in the form."
    )
    {
        Kind = RefusalKind.Meanwhile,
    };

    public static IQueryable<Activity> Whole(this IQueryable<Activity> activities) =>
        activities.Include(a => a.Organisers).Include(a => a.CoHosts).Include(a => a.Exceptions).AsSplitQuery();

    public static Task<Activity?> Activity(this KosmopolitDb db, Me me, Guid id, CancellationToken ct) =>
        db.Set<Activity>().VisibleTo(db, me).Whole().SingleOrDefaultAsync(a => a.Id == id, ct);

    /// <summary>The activity, when this reader organises it; else why not.</summary>
    public static async Task<Outcome<Activity>> Organised(this KosmopolitDb db, Me me, Guid id, CancellationToken ct)
    {
        if (await db.Activity(me, id, ct) is not { } activity)
            return NotHere;
        return me.CanOrganise(activity) ? activity : NotYours;
    }

    /// <summary>The trip, when this reader organises it; else why not.</summary>
    public static async Task<Outcome<Activity>> OrganisedTrip(this KosmopolitDb db, Me me, Guid id, CancellationToken ct)
    {
        var (activity, refusal) = await db.Organised(me, id, ct);
        return activity is { IsTrip: true } ? activity : refusal ?? NotHere;
    }

    /// <summary>
    /// Waits for its turn to change who has a seat: the row stays locked until the transaction ends, so that of two who take
    /// the last seat one comes after the other.
    /// </summary>
    public static Task<int> TakeTurn(this KosmopolitDb db, Guid id, CancellationToken ct) =>
        db.Set<Activity>().Where(a => a.Id == id).ExecuteUpdateAsync(s => s.SetProperty(a => a.Turn, a => a.Turn + 1), ct);
}
