using Kosmopolit.Features.Activities.Trips.Rides;
using Kosmopolit.Features.Activities.Trips.Rooms;
using Kosmopolit.Features.Activities.Trips.Travellers;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Trips;

public sealed record RoomView(TripRoom Row, IReadOnlyList<Comer> Sleepers)
{
    public int Free => Math.Max(0, Row.Places - Sleepers.Count);
}

public sealed record RideView(Ride Row, IReadOnlyList<Comer> Riders)
{
    public int Free => Math.Max(0, Row.Seats - Riders.Count);
}

/// <summary>Rooms in the order of nights, rides in the order of leaving, and all who come.</summary>
public sealed record TripLists(IReadOnlyList<RoomView> Rooms, IReadOnlyList<RideView> Rides, IReadOnlyList<Comer> People)
{
    public static readonly TripLists None = new([], [], []);

    public IEnumerable<RoomView> RoomsOf(Guid? member) => Rooms.Where(r => r.Sleepers.Any(s => s.Member == member && member is not null));

    public IEnumerable<RideView> RidesOf(Guid? member) => Rides.Where(r => r.Riders.Any(s => s.Member == member && member is not null));
}

/// <summary>Reads rooms and rides for those who travel along; for anybody else there are none.</summary>
public sealed class TripListBook(KosmopolitDb db, Me me, TripBook book, TripPeople people)
{
    public async Task<TripLists> Of(Activity trip, CancellationToken ct = default)
    {
        if (me.MemberId is null || !await book.TravelsAlong(trip, ct))
            return TripLists.None;
        var rooms = await db.Set<TripRoom>()
            .Where(r => r.ActivityId == trip.Id)
            .OrderBy(r => r.From)
            .ThenBy(r => r.Id)
            .AsNoTracking()
            .ToListAsync(ct);
        var rides = await db.Set<Ride>()
            .Where(r => r.ActivityId == trip.Id)
            .OrderBy(r => r.LeavesAt)
            .ThenBy(r => r.Id)
            .AsNoTracking()
            .ToListAsync(ct);
        var coming = await people.Of(trip, ct);
        var beds = await db.Set<Bed>()
            .Where(b => b.ActivityId == trip.Id)
            .Select(b => new { b.RoomId, b.SignUpId })
            .Distinct()
            .ToListAsync(ct);
        var seats = await db.Set<RideSeat>().Where(s => s.ActivityId == trip.Id).Select(s => new { s.RideId, s.SignUpId }).ToListAsync(ct);
        var (byRoom, byRide) = (beds.ToLookup(b => b.RoomId, b => b.SignUpId), seats.ToLookup(s => s.RideId, s => s.SignUpId));
        return new TripLists(
            [.. rooms.Select(r => new RoomView(r, [.. coming.Where(p => byRoom[r.Id].Contains(p.Key))]))],
            [.. rides.Select(r => new RideView(r, [.. coming.Where(p => byRide[r.Id].Contains(p.Key))]))],
            coming
        );
    }
}
