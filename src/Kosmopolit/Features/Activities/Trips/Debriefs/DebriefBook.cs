using Kosmopolit.Features.Activities.Trips.Packs;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;

namespace Kosmopolit.Features.Activities.Trips.Debriefs;

/// <param name="Lessons">Everybody's.</param>
/// <param name="Texts">What the bank says, of the texts that the reader took along.</param>
public sealed record DebriefView(TripView Trip, IReadOnlyList<LessonView> Lessons, IReadOnlyList<TextToCheck> Texts);

/// <summary>Reads the debrief of a trip for those who travelled, from its first day on.</summary>
public sealed class DebriefBook(TripBook book, PackTexts pack, BankCheck bank, LessonBook lessons, TimeProvider clock)
{
    public static readonly Refusal NotYet = new("Only those who travelled say it, from the first day on.") { Kind = RefusalKind.NotYours };

    /// <summary>Null when this reader was not along, or the trip has not begun.</summary>
    public async Task<DebriefView?> Of(Guid id, CancellationToken ct = default)
    {
        if (await book.Of(id, ct) is not { } trip || !HasBegun(trip.Activity) || !await book.TravelsAlong(trip.Activity, ct))
            return null;
        var packed = (await pack.Lines(trip, ct)).Where(l => l.IsPacked).Select(l => l.Text.Id).ToList();
        return new DebriefView(trip, await lessons.Of(id, ct), await bank.Texts(packed, ct));
    }

    public bool HasBegun(Activity trip) => trip.State != ActivityState.CalledOff && trip.StartsAt <= clock.GetUtcNow();

    /// <summary>On what somebody stands who was along. A trip lets one work or trade there; nobody has lived there by it.</summary>
    public TripGround Ground(TripView trip, Basis basis)
    {
        var places = string.Join(", ", trip.Stops.Select(s => s.Place).Distinct());
        var year = Math.Min((trip.Days?.To ?? DateOnly.MaxValue).Year, clock.GetUtcNow().Year);
        return new TripGround(basis == Basis.Worked ? Basis.Worked : Basis.Traded, places.Length <= 120 ? places : "", year);
    }
}
