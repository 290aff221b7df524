using System.ComponentModel.DataAnnotations;
using Kosmopolit.Features.Activities.Trips.Programme;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Clock;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Organising;

public sealed class CopyInput
{
    /// <summary>First day of the next trip; not asked for otherwise.</summary>
    [StringLength(40)]
    public string? Day { get; set; }
}

/// <summary>
/// Begins the next one as a copy of one that was held, with what was learnt; without its people and its day. A trip brings its
/// plan, moved to its new first day.
/// </summary>
public sealed class CopyActivity(KosmopolitDb db, Me me, TimeProvider clock)
{
    public async Task<Outcome<Activity>> Run(Guid id, CopyInput input, CancellationToken ct = default)
    {
        var (old, refusal) = await db.Organised(me, id, ct);
        if (old is null)
            return refusal!;
        if (old.IsAhead)
            return new Refusal("It has not been held yet.");
        if (!me.Networks.Contains(old.NetworkId))
            return ActivityBook.NotYours;
        var now = clock.GetUtcNow();
        var copy = new Activity(old.NetworkId, me.MemberId!.Value, old.Method, old.IsTrip, now);
        copy.Word(new ActivityWords(old.Title, old.Text, old.Language));
        copy.Locate(new Whereabouts(old.Country, old.Place, old.Link));
        copy.Show(old.IsPublic, old.Documents);
        copy.Seat(new Seats(old.Threshold, old.Capacity, null, old.Question));
        copy.Cost(new Price(old.CostMinor, old.Currency, old.CostSharing, old.PayTo));
        copy.CopyFrom(old);
        // A network is asked each time.
        foreach (var host in old.CoHosts.Where(h => h.NetworkId is null))
            copy.HoldWith(new CoHost(copy.Id, host.NetworkId, host.OrganisationId));
        if (old.IsTrip && await Plan(old, copy, input, ct) is { } odd)
            return odd;
        db.Add(copy);
        var duties = await db.Set<Duty>().Where(d => d.ActivityId == id).OrderBy(d => d.Id).AsNoTracking().ToListAsync(ct);
        db.AddRange(duties.Select(d => new Duty(copy.Id, d.Words, d.IsRole)));
        await db.SaveChangesAsync(ct);
        return copy;
    }

    private async Task<Refusal?> Plan(Activity old, Activity copy, CopyInput input, CancellationToken ct)
    {
        if (Typing.Day(input.Day) is not { } day)
            return new Refusal("Write the day as year-month-day, for instance 2027-01-20.", nameof(input.Day));
        if (day < SwedishTime.Today(clock.GetUtcNow()))
            return new Refusal("This day has passed. Choose one that is still to come.", nameof(input.Day));
        var plan = await TripPlan.Of(db, old.Id, ct);
        var later = day.DayNumber - (plan.FirstDay(old) ?? day).DayNumber;
        if (old is { StartsAt: { } start, EndsAt: { } end })
            copy.Time(new Timing(Later(start, old.TimeZone, later), Later(end, old.TimeZone, later), old.TimeZone, Rhythm.Once, null));
        db.AddRange(plan.For(copy.Id, later));
        return null;
    }

    // The wall clock stays: nine in the morning is nine in the morning in summer, too.
    private static DateTimeOffset Later(DateTimeOffset at, string zone, int days)
    {
        var wall = Series.Wall(at, zone);
        return Series.At(DateOnly.FromDateTime(wall).AddDays(days), TimeOnly.FromDateTime(wall), zone);
    }
}
