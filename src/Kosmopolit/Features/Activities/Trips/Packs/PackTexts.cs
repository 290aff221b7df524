using Kosmopolit.Features.Activities.Trips.Travellers;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Ui.Offline;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Trips.Packs;

public sealed class PackInput
{
    /// <summary>Keys of the texts wanted.</summary>
    public List<Guid>? Texts { get; set; }
}

/// <summary>A text about where the trip goes, and whether it comes into the pack.</summary>
/// <param name="Country">Alpha-2.</param>
public sealed record PackLine(string Country, ShelvedText Text, bool IsPacked);

/// <summary>
/// Which texts of the bank a traveller takes along. Who does not choose gets those in languages they read, the latest first, as
/// many as a pack holds.
/// </summary>
public sealed class PackTexts(KosmopolitDb db, Me me, TripBook book, TextShelf shelf)
{
    /// <summary>UTF-16 units of text in one pack; about two hundred kilobytes of a file, twice that in Arabic.</summary>
    public const int Most = 120_000;

    public async Task<IReadOnlyList<PackLine>> Lines(TripView trip, CancellationToken ct = default)
    {
        var countries = trip.Stops.Select(s => s.Country).Append(trip.Activity.Country).Where(c => c.Length > 0).Distinct().ToList();
        var chosen = await db.Set<Traveller>()
            .Where(t => t.ActivityId == trip.Activity.Id && t.MemberId == me.MemberId)
            .Select(t => t.Packed)
            .SingleOrDefaultAsync(ct);
        var (lines, room) = (new List<PackLine>(), Most);
        foreach (var country in countries)
        foreach (var text in await shelf.About(country, ct))
        {
            var isPacked = text.Length <= room && (chosen?.Contains(text.Key) ?? text.IsRead);
            room -= isPacked ? text.Length : 0;
            lines.Add(new PackLine(country, text, isPacked));
        }
        return lines;
    }

    /// <summary>Whether the reader has chosen texts; otherwise the pack holds the usual ones.</summary>
    public Task<bool> HasChosen(Guid id, CancellationToken ct = default) =>
        db.Set<Traveller>().AnyAsync(t => t.ActivityId == id && t.MemberId == me.MemberId && t.Packed != null, ct);

    /// <summary>Leaves the choice to the house again: new texts come along by themselves.</summary>
    public async Task<Refusal?> TakeUsual(Guid id, CancellationToken ct = default)
    {
        if (await book.Of(id, ct) is not { } trip)
            return ActivityBook.NotHere;
        if (!await book.TravelsAlong(trip.Activity, ct))
            return TravelAlong.NotAlong;
        var traveller = await db.Set<Traveller>().SingleOrDefaultAsync(t => t.ActivityId == id && t.MemberId == me.MemberId, ct);
        traveller?.Pack(null);
        return await db.Save(ActivityBook.Meanwhile, ct);
    }

    public async Task<Refusal?> Run(Guid id, PackInput input, CancellationToken ct = default)
    {
        if (await book.Of(id, ct) is not { } trip)
            return ActivityBook.NotHere;
        if (!await book.TravelsAlong(trip.Activity, ct))
            return TravelAlong.NotAlong;
        var wanted = (input.Texts ?? []).ToHashSet();
        var chosen = (await Lines(trip, ct)).Where(l => wanted.Contains(l.Text.Key)).ToList();
        if (chosen.Sum(l => l.Text.Length) > Most)
            return new Refusal("These are too many texts for a phone. Leave some out.", nameof(input.Texts));
        var traveller = await db.Set<Traveller>().SingleOrDefaultAsync(t => t.ActivityId == id && t.MemberId == me.MemberId, ct);
        if (traveller is null)
            db.Add(traveller = new Traveller(id, me.MemberId!.Value));
        traveller.Pack([.. chosen.Select(l => l.Text.Key)]);
        return await db.Save(ActivityBook.Meanwhile, ct);
    }
}
