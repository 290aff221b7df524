using Kosmopolit.Features.Activities.Trips.Packs;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;

namespace Kosmopolit.Features.Activities.Trips.Debriefs;

/// <param name="Lessons">Everybody's.</param>
/// <param name="Texts">What the bank says, of the texts that the reader took along.</param>
/// <param name="Travelled">Whether the reader was there; whoever only organised it reads.</param>
public sealed record DebriefView(TripView Trip, IReadOnlyList<LessonView> Lessons, IReadOnlyList<TextToCheck> Texts, bool Travelled);

/// <summary>Reads the debrief of a trip for those who travelled and those who organised it, from its first day on.</summary>
public sealed class DebriefBook(TripBook book, PackTexts pack, BankCheck bank, LessonBook lessons, TimeProvider clock)
{
    public static readonly Refusal NotYet = new("Only those who travelled say it, from the first day on.") { Kind = RefusalKind.NotYours };

    /// <summary>Null when this reader was not along and did not organise it, or the trip has not begun.</summary>
    public async Task<DebriefView?> Of(Guid id, CancellationToken ct = default)
    {
        if (await book.Of(id, ct) is not { } trip || !HasBegun(trip.Activity) || !await book.TravelsAlong(trip.Activity, ct))
            return null;
        if (!await book.Travelled(trip.Activity, ct))
            return new DebriefView(trip, await lessons.Of(id, ct), [], Travelled: false);
        var packed = (await pack.Lines(trip, ct)).Where(l => l.IsPacked).Select(l => l.Text.Id).ToList();
        return new DebriefView(trip, await lessons.Of(id, ct), await bank.Texts(packed, ct), Travelled: true);
    }

    public bool HasBegun(Activity trip) => trip.State != ActivityState.CalledOff && trip.StartsAt <= clock.GetUtcNow();

    /// <summary>On what somebody stands who was along. A trip lets one work or trade there; nobody has lived there by it.</summary>
    /// <param name="place">As they typed it; the house fills in none, for all towns of a trip name those few who were along.</param>
    public TripGround Ground(TripView trip, Basis basis, string? place)
    {
        var year = Math.Min((trip.Days?.To ?? DateOnly.MaxValue).Year, clock.GetUtcNow().Year);
        return new TripGround(basis == Basis.Worked ? Basis.Worked : Basis.Traded, PlainText.Clean(place), year);
    }
}
