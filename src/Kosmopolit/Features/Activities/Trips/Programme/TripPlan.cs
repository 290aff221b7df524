using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Trips.Programme;

/// <summary>What was laid out for a trip: stays, programme, firms to meet, what all should know.</summary>
public sealed record TripPlan(
    TripSheet? Sheet,
    IReadOnlyList<TripStop> Stops,
    IReadOnlyList<ProgrammeItem> Items,
    IReadOnlyList<Counterpart> Counterparts
)
{
    public static async Task<TripPlan> Of(KosmopolitDb db, Guid trip, CancellationToken ct) =>
        new(
            await db.Set<TripSheet>().AsNoTracking().SingleOrDefaultAsync(s => s.ActivityId == trip, ct),
            await db.Set<TripStop>().Where(s => s.ActivityId == trip).OrderBy(s => s.Id).AsNoTracking().ToListAsync(ct),
            await db.Set<ProgrammeItem>().Where(i => i.ActivityId == trip).OrderBy(i => i.Id).AsNoTracking().ToListAsync(ct),
            await db.Set<Counterpart>().Where(c => c.ActivityId == trip).OrderBy(c => c.Id).AsNoTracking().ToListAsync(ct)
        );

    /// <summary>The day from which it is counted; null when nothing has a day.</summary>
    public DateOnly? FirstDay(Activity trip) =>
        TripView.DaysOf(trip)?.From
        ?? Stops
            .Select(s => (DateOnly?)s.From)
            .Concat(Items.Select(i => (DateOnly?)i.Day))
            .Concat(Counterparts.Select(c => (DateOnly?)c.Day))
            .Min();

    /// <summary>
    /// The same for another trip, so many days later. What was written about people stays behind: who sleeps where, and what a
    /// firm's people told.
    /// </summary>
    public IEnumerable<Entity> For(Guid trip, int later)
    {
        if (Sheet is { } old)
        {
            var sheet = new TripSheet(trip);
            sheet.Write(old.Risks, old.Emergency, old.Phrases, "");
            sheet.Set(old.Length, old.Break, old.Travel);
            yield return sheet;
        }
        foreach (var s in Stops)
            yield return new TripStop(trip, s.Country, s.Place, s.From.AddDays(later), s.To.AddDays(later)).At(s.Spot);
        foreach (var i in Items)
            yield return new ProgrammeItem(trip, i.Day.AddDays(later), i.From, i.Words, i.Place);
        foreach (var c in Counterparts)
            yield return new Counterpart(trip, c.Name, "", c.Place, new Hours(c.Day.AddDays(later), c.From, c.To));
    }
}
