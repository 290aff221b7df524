using System.ComponentModel.DataAnnotations;
using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Features.Activities.Trips.Travellers;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Trips.Meetings;

public sealed class WantedInput
{
    /// <summary>"traveller/counterpart" of each pair in which the counterpart wants to meet the traveller.</summary>
    public List<string>? Wanted { get; set; }

    /// <summary>The pairs that were ticked when the form was shown: <see cref="Ticks.Field"/>.</summary>
    [StringLength(Ticks.Longest)]
    public string? WereWanted { get; set; }
}

/// <summary>The organisers note whom the counterparts want to meet, and let the timetable be made of what both want.</summary>
public sealed class ArrangeMeetings(KosmopolitDb db, Me me)
{
    public async Task<Refusal?> Note(Guid id, WantedInput input, CancellationToken ct = default)
    {
        var (activity, refusal) = await db.Organised(me, id, ct);
        if (activity is not { IsTrip: true })
            return refusal ?? ActivityBook.NotHere;
        // What the form did not change stays: another organiser has it open, too, and travellers join meanwhile.
        var (wanted, unwanted) = Ticks.Changed(input.WereWanted, input.Wanted);
        var known = await db.Set<MeetingWish>().Where(w => w.ActivityId == id).ToListAsync(ct);
        var travellers = await db.Along(id).Select(t => t.Id).ToListAsync(ct);
        var counterparts = await db.Set<Counterpart>().Where(c => c.ActivityId == id).Select(c => c.Id).ToListAsync(ct);
        foreach (var traveller in travellers)
        foreach (var counterpart in counterparts)
        {
            var pair = $"{traveller:N}/{counterpart:N}";
            var isWanted = wanted.Contains(pair);
            if (!isWanted && !unwanted.Contains(pair))
                continue;
            var wish = known.Find(w => w.TravellerId == traveller && w.CounterpartId == counterpart);
            if (wish is null && isWanted)
                db.Add(wish = new MeetingWish(id, traveller, counterpart));
            wish?.BeWanted(isWanted);
        }
        return await db.Save(ActivityBook.Meanwhile, ct);
    }

    public Task<Refusal?> Run(Guid id, CancellationToken ct = default) => db.InOneTransaction(() => Arrange(id, ct), ct);

    private async Task<Refusal?> Arrange(Guid id, CancellationToken ct)
    {
        // While it is being told, nobody makes it anew.
        await db.TakeTurn(id, ct);
        var (activity, refusal) = await db.Organised(me, id, ct);
        if (activity is not { IsTrip: true })
            return refusal ?? ActivityBook.NotHere;
        var wishes = await db.Set<MeetingWish>().Where(w => w.ActivityId == id).ToListAsync(ct);
        var counterparts = await Open(activity, ct);
        var sheet = await db.Set<TripSheet>().SingleOrDefaultAsync(s => s.ActivityId == id, ct) ?? new TripSheet(id);
        // Wishes of somebody who gave up their seat stay, in case they come back; they take nobody's hour.
        var along = await db.Along(id).Select(t => t.Id).ToListAsync(ct);
        var both = wishes.Where(w => w.IsMutual && along.Contains(w.TravellerId)).ToList();
        if (both.Count == 0)
            return new Refusal("Nobody wants to meet somebody who wants to meet them, so far.");
        var mutual = both.Where(w => counterparts.Exists(c => c.Id == w.CounterpartId)).ToList();
        if (mutual.Count == 0)
            return new Refusal("Those to meet are there on days that the trip no longer has. Change their days on the plan first.");
        sheet.Redraft();
        foreach (var wish in wishes)
            wish.Meet(null);
        var going = mutual.Select(w => w.TravellerId).ToList();
        var hours = await db.Set<FreeHours>().Where(h => going.Contains(h.TravellerId)).AsNoTracking().ToListAsync(ct);
        foreach (var (wish, at) in Place(mutual, counterparts, hours.ToLookup(h => h.TravellerId), sheet, activity.TimeZone))
            wish.Meet(at);
        return await db.Save(ActivityBook.Meanwhile, ct);
    }

    // Days that a trip once had are no longer its days.
    private async Task<List<Counterpart>> Open(Activity trip, CancellationToken ct)
    {
        var all = await db.Set<Counterpart>().Where(c => c.ActivityId == trip.Id).OrderBy(c => c.Id).AsNoTracking().ToListAsync(ct);
        return [.. all.Where(c => TripView.Holds(trip, c.Day))];
    }

    private static IEnumerable<(MeetingWish Wish, DateTimeOffset At)> Place(
        List<MeetingWish> mutual,
        List<Counterpart> counterparts,
        ILookup<Guid, FreeHours> hours,
        TripSheet sheet,
        string zone
    )
    {
        var origin = counterparts.Min(c => c.Day).ToDateTime(TimeOnly.MinValue);
        var known = counterparts.ToDictionary(c => c.Id);
        var starts = MeetingStarts.Of(mutual.Select(w => (known[w.CounterpartId], hours[w.TravellerId])), counterparts, sheet, origin);
        var places = counterparts.Select(c => c.Place.ToUpperInvariant()).Distinct().ToList();
        var receivers = counterparts
            .Select(
                (c, i) =>
                    new Receiver(
                        i,
                        places.IndexOf(c.Place.ToUpperInvariant()),
                        starts.Index().Where(s => Fits(c, s.Item, sheet, origin)).Select(s => s.Index).ToHashSet()
                    )
            )
            .ToList();
        var travellers = mutual.Select(w => w.TravellerId).Distinct().ToList();
        var wishes = new MeetingWishes(
            [.. travellers.Select((t, i) => new Guest(i, Free(hours[t], starts, sheet, origin)))],
            receivers,
            [.. mutual.Select(w => new Pair(travellers.IndexOf(w.TravellerId), counterparts.FindIndex(c => c.Id == w.CounterpartId)))],
            new Slots(starts, sheet.Length, sheet.Travel, sheet.Break)
        );
        foreach (var placed in Matchmaker.Arrange(wishes).Placed)
        {
            var (traveller, counterpart) = (travellers[placed.Pair.Guest], counterparts[placed.Pair.Receiver].Id);
            var wall = origin.AddMinutes(starts[placed.Slot]);
            yield return (
                mutual.Find(w => w.TravellerId == traveller && w.CounterpartId == counterpart)!,
                Series.At(DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall), zone)
            );
        }
    }

    private static HashSet<int> Free(IEnumerable<FreeHours> hours, List<int> starts, TripSheet sheet, DateTime origin) =>
        starts
            .Index()
            .Where(s => hours.All(h => h.Allows(origin.AddMinutes(s.Item), origin.AddMinutes(s.Item + sheet.Length))))
            .Select(s => s.Index)
            .ToHashSet();

    private static bool Fits(Counterpart c, int start, TripSheet sheet, DateTime origin)
    {
        var (from, to) = (origin.AddMinutes(start), origin.AddMinutes(start + sheet.Length));
        return from >= c.Day.ToDateTime(c.From) && to <= c.Day.ToDateTime(c.To);
    }
}
