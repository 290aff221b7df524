using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Features.Activities.Trips.Travellers;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.SelfGovernment;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Trips;

/// <param name="By">The traveller as the reader may know them.</param>
/// <param name="Firm">Null when none was named.</param>
public sealed record TravellerView(Traveller Row, Signature By, Signature? Firm);

/// <summary>What a trip is made of. The lists of people and meetings are there for those who travel along.</summary>
public sealed record TripView(
    Activity Activity,
    TripSheet? Sheet,
    IReadOnlyList<TripStop> Stops,
    IReadOnlyList<ProgrammeItem> Programme,
    IReadOnlyList<TravellerView> Travellers,
    IReadOnlyList<Counterpart> Counterparts,
    IReadOnlyList<MeetingWish> Wishes
)
{
    /// <summary>First and last day of all stays, or of the activity; null while there is none.</summary>
    public (DateOnly From, DateOnly To)? Days => Stops.Count > 0 ? (Stops.Min(s => s.From), Stops.Max(s => s.To)) : DaysOf(Activity);

    public string Country => Stops.Count > 0 ? Stops[0].Country : Activity.Country;

    /// <summary>First and last day of the activity itself, on its own clock; null while none is set.</summary>
    public static (DateOnly From, DateOnly To)? DaysOf(Activity activity)
    {
        DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(Series.Wall(at, activity.TimeZone));
        return activity is { StartsAt: { } start, EndsAt: { } end } ? (Day(start), Day(end)) : null;
    }
}

/// <summary>Reads a trip for a reader: a fixed number of queries, however many travel.</summary>
public sealed class TripBook(KosmopolitDb db, Me me, Signing signing)
{
    /// <summary>Null when this reader has no such trip.</summary>
    public async Task<TripView?> Of(Guid id, CancellationToken ct = default)
    {
        var activity = await db.Set<Activity>()
            .VisibleTo(db, me)
            .Whole()
            .AsNoTracking()
            .SingleOrDefaultAsync(a => a.Id == id && a.IsTrip, ct);
        if (activity is null)
            return null;
        var sheet = await db.Set<TripSheet>().AsNoTracking().SingleOrDefaultAsync(s => s.ActivityId == id, ct);
        var stops = await db.Set<TripStop>()
            .Where(s => s.ActivityId == id)
            .OrderBy(s => s.From)
            .ThenBy(s => s.Id)
            .AsNoTracking()
            .ToListAsync(ct);
        var programme = await db.Set<ProgrammeItem>()
            .Where(i => i.ActivityId == id)
            .OrderBy(i => i.Day)
            .ThenBy(i => i.From)
            .AsNoTracking()
            .ToListAsync(ct);
        if (!await TravelsAlong(activity, ct))
            return new TripView(activity, null, stops, programme, [], [], []);
        return new TripView(
            activity,
            sheet,
            stops,
            programme,
            await Travellers(id, ct),
            await db.Set<Counterpart>().Where(c => c.ActivityId == id).OrderBy(c => c.Day).ThenBy(c => c.Id).AsNoTracking().ToListAsync(ct),
            await db.Set<MeetingWish>()
                .Where(w => w.ActivityId == id)
                .OrderBy(w => w.MeetsAt)
                .ThenBy(w => w.Id)
                .AsNoTracking()
                .ToListAsync(ct)
        );
    }

    /// <summary>Whoever has a seat, and whoever organises it.</summary>
    public async Task<bool> TravelsAlong(Activity activity, CancellationToken ct = default) =>
        activity.IsTrip
        && me.MemberId is { } self
        && (
            me.CanOrganise(activity)
            || await db.Set<SignUp>().AnyAsync(s => s.ActivityId == activity.Id && s.MemberId == self && s.State == SignUpState.Coming, ct)
        );

    /// <summary>Whoever was there: with a seat, and on the list where one was kept.</summary>
    public async Task<bool> Travelled(Activity activity, CancellationToken ct = default) =>
        me.MemberId is { } self && await db.WhoTookPart().AnyAsync(s => s.ActivityId == activity.Id && s.MemberId == self, ct);

    private async Task<IReadOnlyList<TravellerView>> Travellers(Guid id, CancellationToken ct)
    {
        var rows = await db.Set<Traveller>()
            .Where(t => t.ActivityId == id)
            .Where(t => db.Set<SignUp>().Any(s => s.ActivityId == id && s.MemberId == t.MemberId && s.State == SignUpState.Coming))
            .OrderBy(t => t.Id)
            .AsNoTracking()
            .ToListAsync(ct);
        var people = await signing.Members(rows.Select(r => r.MemberId), ct);
        var firms = await signing.Firms(rows.Select(r => r.FirmId).OfType<Guid>(), ct);
        return [.. rows.Select(r => new TravellerView(r, people[r.MemberId], r.FirmId is { } firm ? firms[firm] : null))];
    }
}
