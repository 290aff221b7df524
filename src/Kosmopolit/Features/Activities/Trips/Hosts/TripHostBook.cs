using Kosmopolit.Features.Members.SelfGovernment;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Trips.Hosts;

/// <param name="By">The host as the reader may know them.</param>
/// <param name="Contact">How to reach them; empty for readers who need not know.</param>
public sealed record HostView(TripHost Row, Signature By, string Contact);

/// <summary>
/// Reads who is host of a trip: everybody signed in who reads it sees those who agreed, organisers see whom they asked, and each
/// sees what they are asked themselves. How hosts are reached is for those who travel, and for organisers.
/// </summary>
public sealed class TripHostBook(KosmopolitDb db, Me me, Signing signing)
{
    public async Task<IReadOnlyList<HostView>> Of(Activity trip, bool isAlong, CancellationToken ct = default)
    {
        if (me.MemberId is not { } self)
            return [];
        var organises = me.CanOrganise(trip);
        var rows = await db.Set<TripHost>()
            .Where(h => h.ActivityId == trip.Id)
            .Where(h => h.Answer == HostAnswer.Yes || h.MemberId == self || organises)
            .OrderBy(h => h.AskedAt)
            .ThenBy(h => h.Id)
            .AsNoTracking()
            .ToListAsync(ct);
        var names = await signing.Members(rows.Select(r => r.MemberId), ct);
        string Reach(TripHost row) => isAlong || organises || row.MemberId == self ? row.Contact : "";
        return [.. rows.Select(r => new HostView(r, names[r.MemberId], Reach(r)))];
    }
}
