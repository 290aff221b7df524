using Kosmopolit.Features.Members.SelfGovernment;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Trips.Programme;

/// <param name="By">Whoever wrote them, as the reader may know them.</param>
public sealed record NumbersView(EmergencyNumbers Row, Signature By);

/// <summary>Whom to ring in each country of a trip: written by the organisers, read by those who travel.</summary>
public sealed class KeepNumbers(KosmopolitDb db, Me me, TripBook book, Signing signing, TimeProvider clock)
{
    public async Task<IReadOnlyList<NumbersView>> Of(Activity trip, CancellationToken ct = default)
    {
        if (!await book.TravelsAlong(trip, ct))
            return [];
        var rows = await db.Set<EmergencyNumbers>().Where(n => n.ActivityId == trip.Id).OrderBy(n => n.Id).AsNoTracking().ToListAsync(ct);
        var names = await signing.Members(rows.Select(r => r.ById), ct);
        return [.. rows.Where(r => !r.IsEmpty).Select(r => new NumbersView(r, names[r.ById]))];
    }

    /// <summary>The countries that a trip goes to.</summary>
    public static IReadOnlyList<string> Countries(TripView trip) =>
        [.. trip.Stops.Select(s => s.Country).Append(trip.Activity.Country).Where(c => c.Length > 0).Distinct()];

    public async Task<Refusal?> Run(Guid id, NumbersInput input, CancellationToken ct = default)
    {
        var (activity, refusal) = await db.OrganisedTrip(me, id, ct);
        if (activity is null || await book.Of(id, ct) is not { } trip)
            return refusal ?? ActivityBook.NotHere;
        var countries = Countries(trip);
        var known = await db.Set<EmergencyNumbers>().Where(n => n.ActivityId == id).ToListAsync(ct);
        var typed = (input.Numbers ?? []).Where(n => countries.Contains(n.Country ?? "")).DistinctBy(n => n.Country).ToList();
        foreach (var one in typed)
        {
            var row = known.Find(n => n.Country == one.Country);
            var stored = (row?.Police ?? "", row?.Ambulance ?? "", row?.Embassy ?? "");
            var said = one.Over(stored);
            if (
                said.Police.Length > AroundMapping.MostNumber
                || said.Ambulance.Length > AroundMapping.MostNumber
                || said.Embassy.Length > 200
            )
                return new Refusal("This is too long. Please make it shorter.", nameof(input.Numbers));
            // Whoever saves the form without changing a number has not written it.
            if (said == stored)
                continue;
            if (row is null)
                db.Add(row = new EmergencyNumbers(id, one.Country!));
            row.Write(said, me.MemberId!.Value, clock.GetUtcNow());
        }
        return typed.Exists(n => n.IsHeld) ? ActivityBook.Elsewhere : await db.Save(ActivityBook.Meanwhile, ct);
    }
}
