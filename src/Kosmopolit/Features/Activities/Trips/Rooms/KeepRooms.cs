using System.Globalization;
using Kosmopolit.Features.Activities.Trips.Travellers;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Trips.Rooms;

/// <summary>The organisers' list of rooms, and of who sleeps in them.</summary>
public sealed class KeepRooms(KosmopolitDb db, Me me, TripPeople people)
{
    public const int Most = 60;

    private static readonly Refusal Unreadable = new("Write the day as year-month-day, for instance 2027-01-20.");

    public async Task<Refusal?> Add(Guid id, RoomInput input, CancellationToken ct = default)
    {
        var (trip, refusal) = await db.OrganisedTrip(me, id, ct);
        if (trip is null)
            return refusal;
        if (PlainText.Clean(input.Name) is not { Length: > 0 } name)
            return new Refusal("Write something first.", nameof(input.Name));
        if (Typing.Whole(input.Places, 1, TripRoom.MostPlaces) is not { } places)
            return new Refusal("Choose a number between 1 and 20.", nameof(input.Places));
        if (Typing.Day(input.Since) is not { } from)
            return Unreadable with { Field = nameof(input.Since) };
        if (Typing.Day(input.Until) is not { } to)
            return Unreadable with { Field = nameof(input.Until) };
        var (room, odd) = TripRoom.Of(id, name, places, from, to);
        if (room is null)
            return odd;
        if (await db.Set<TripRoom>().CountAsync(r => r.ActivityId == id, ct) >= Most)
            return new Refusal("There are {0} already. Finish some first.", null, Most);
        db.Add(room);
        return await db.Save(ActivityBook.Meanwhile, ct);
    }

    /// <summary>Whoever slept there sleeps nowhere, then.</summary>
    public async Task<Refusal?> Remove(Guid id, Guid room, CancellationToken ct = default)
    {
        var (trip, refusal) = await db.OrganisedTrip(me, id, ct);
        if (trip is null)
            return refusal;
        db.RemoveRange(await db.Set<TripRoom>().Where(r => r.Id == room && r.ActivityId == id).ToListAsync(ct));
        return await db.Save(ActivityBook.Meanwhile, ct);
    }

    /// <summary>Writes who sleeps where: only what was changed in the list, so that two organisers do not undo each other.</summary>
    public Task<Refusal?> Sleep(Guid id, BedsInput input, CancellationToken ct = default) =>
        db.InOneTransaction(() => Place(id, input, ct), ct);

    private async Task<Refusal?> Place(Guid id, BedsInput input, CancellationToken ct)
    {
        // Two lists at once come one after the other: the second is counted with what the first put in.
        await db.TakeTurn(id, ct);
        var (trip, refusal) = await db.OrganisedTrip(me, id, ct);
        if (trip is null)
            return refusal;
        var rooms = await db.Set<TripRoom>().Where(r => r.ActivityId == id).OrderBy(r => r.Id).AsNoTracking().ToListAsync(ct);
        var coming = await people.Of(trip, ct);
        var beds = await db.Set<Bed>().Where(b => b.ActivityId == id).ToListAsync(ct);
        var (put, taken) = Ticks.Changed(input.WereIn, input.In);
        foreach (var room in rooms)
        foreach (var one in coming)
        {
            var pair = BedsInput.Pair(room.Id, one.Key);
            var known = beds.Where(b => b.RoomId == room.Id && b.SignUpId == one.Key).ToList();
            if (taken.Contains(pair))
            {
                db.RemoveRange(known);
                beds.RemoveAll(known.Contains);
            }
            else if (put.Contains(pair) && known.Count == 0)
                beds.AddRange(room.Nights.Select(n => new Bed(room, one.Key, one.Member, n)));
        }
        if (TooMany(rooms, beds, coming) is { } full)
            return full;
        db.AddRange(beds.Where(b => db.Entry(b).State == EntityState.Detached));
        return await db.Save(ActivityBook.Meanwhile, ct);
    }

    private static Refusal? TooMany(List<TripRoom> rooms, List<Bed> beds, IReadOnlyList<Comer> coming)
    {
        var names = coming.ToDictionary(p => p.Key, p => p.Name);
        foreach (var night in beds.Where(b => names.ContainsKey(b.SignUpId)).GroupBy(b => (b.SignUpId, b.Night)).Where(g => g.Count() > 1))
            return new Refusal(
                "{0} would sleep in two rooms in the night of {1}.",
                nameof(BedsInput.In),
                names[night.Key.SignUpId],
                night.Key.Night.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            );
        foreach (var room in rooms)
            if (beds.Where(b => b.RoomId == room.Id).Select(b => b.SignUpId).Distinct().Count() > room.Places)
                return new Refusal(
                    "There are too many for {0}: it has {1} places.",
                    nameof(BedsInput.In),
                    $"\u2068{room.Name}\u2069",
                    room.Places
                );
        return null;
    }
}
