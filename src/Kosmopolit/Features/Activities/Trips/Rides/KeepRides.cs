using Kosmopolit.Features.Activities.Trips.Travellers;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Trips.Rides;

/// <summary>The organisers' list of cars, buses and flights, and of who rides in them.</summary>
public sealed class KeepRides(KosmopolitDb db, Me me, TripPeople people)
{
    public const int Most = 60;

    public async Task<Refusal?> Add(Guid id, RideInput input, CancellationToken ct = default)
    {
        var (trip, refusal) = await db.OrganisedTrip(me, id, ct);
        if (trip is null)
            return refusal;
        var (ride, odd) = Read(trip, input);
        if (ride is null)
            return odd;
        if (await db.Set<Ride>().CountAsync(r => r.ActivityId == id, ct) >= Most)
            return new Refusal("There are {0} already. Finish some first.", null, Most);
        db.Add(ride);
        return await db.Save(ActivityBook.Meanwhile, ct);
    }

    public async Task<Refusal?> Remove(Guid id, Guid ride, CancellationToken ct = default)
    {
        var (trip, refusal) = await db.OrganisedTrip(me, id, ct);
        if (trip is null)
            return refusal;
        db.RemoveRange(await db.Set<Ride>().Where(r => r.Id == ride && r.ActivityId == id).ToListAsync(ct));
        return await db.Save(ActivityBook.Meanwhile, ct);
    }

    /// <summary>Writes who rides in what: only what was changed in the list.</summary>
    public Task<Refusal?> Seat(Guid id, SeatsInput input, CancellationToken ct = default) =>
        db.InOneTransaction(() => Place(id, input, ct), ct);

    private static Outcome<Ride> Read(Activity trip, RideInput input)
    {
        if (PlainText.Clean(input.Start) is not { Length: > 0 } from)
            return new Refusal("Write the place.", nameof(input.Start));
        if (PlainText.Clean(input.Goal) is not { Length: > 0 } to)
            return new Refusal("Write the place.", nameof(input.Goal));
        if (Typing.Day(input.LeaveDay) is not { } day)
            return new Refusal("Write the day as year-month-day, for instance 2027-01-20.", nameof(input.LeaveDay));
        if (Typing.Time(input.LeaveTime) is not { } time)
            return new Refusal("Write the time as hours and minutes, for instance 18:00.", nameof(input.LeaveTime));
        var zone = PlainText.Clean(input.Zone) is { Length: > 0 } typed ? typed : trip.TimeZone;
        if (!Series.Knows(zone))
            return new Refusal("Choose a clock from the list, for instance Asia/Baghdad.", nameof(input.Zone));
        if (Typing.Whole(input.Minutes, 5, Ride.MostMinutes) is not { } minutes)
            return new Refusal("Choose a number between 5 and 2880.", nameof(input.Minutes));
        if (Typing.Whole(input.Seats, 1, Ride.MostSeats) is not { } seats)
            return new Refusal("Choose a number between 1 and 100.", nameof(input.Seats));
        return new Ride(trip.Id, (from, to), Series.At(day, time, zone), zone, minutes, seats);
    }

    private async Task<Refusal?> Place(Guid id, SeatsInput input, CancellationToken ct)
    {
        await db.TakeTurn(id, ct);
        var (trip, refusal) = await db.OrganisedTrip(me, id, ct);
        if (trip is null)
            return refusal;
        var rides = await db.Set<Ride>()
            .Where(r => r.ActivityId == id)
            .OrderBy(r => r.LeavesAt)
            .ThenBy(r => r.Id)
            .AsNoTracking()
            .ToListAsync(ct);
        var coming = await people.Of(trip, ct);
        var seats = await db.Set<RideSeat>().Where(s => s.ActivityId == id).ToListAsync(ct);
        var (put, taken) = Ticks.Changed(input.WereRiding, input.Riding);
        foreach (var ride in rides)
        foreach (var one in coming)
        {
            var pair = SeatsInput.Pair(ride.Id, one.Key);
            var known = seats.Find(s => s.RideId == ride.Id && s.SignUpId == one.Key);
            if (taken.Contains(pair) && known is not null)
            {
                db.Remove(known);
                seats.Remove(known);
            }
            else if (put.Contains(pair) && known is null)
                seats.Add(new RideSeat(ride, one.Key, one.Member));
        }
        if (Clash(rides, seats, coming) is { } clash)
            return clash;
        db.AddRange(seats.Where(s => db.Entry(s).State == EntityState.Detached));
        return await db.Save(ActivityBook.Meanwhile, ct);
    }

    private static Refusal? Clash(List<Ride> rides, List<RideSeat> seats, IReadOnlyList<Comer> coming)
    {
        foreach (var ride in rides)
            if (seats.Count(s => s.RideId == ride.Id) > ride.Seats)
                return new Refusal("There are too many for {0}: it has {1} seats.", nameof(SeatsInput.Riding), Way(ride), ride.Seats);
        foreach (var one in coming)
        {
            var own = rides.Where(r => seats.Exists(s => s.RideId == r.Id && s.SignUpId == one.Key)).ToList();
            foreach (var (ride, next) in own.SelectMany((r, i) => own.Skip(i + 1).Select(n => (r, n))).Where(p => p.r.Meets(p.n)))
                return new Refusal(
                    "{0} would be in two rides at the same time: {1} and {2}.",
                    nameof(SeatsInput.Riding),
                    one.Name,
                    Way(ride),
                    Way(next)
                );
        }
        return null;
    }

    private static string Way(Ride ride) => $"\u2068{ride.From}\u2069 – \u2068{ride.To}\u2069";
}
