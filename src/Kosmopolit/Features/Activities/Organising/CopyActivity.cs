using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Organising;

/// <summary>Begins the next one as a copy of one that was held, with what was learnt; without its people and its day.</summary>
public sealed class CopyActivity(KosmopolitDb db, Me me, TimeProvider clock)
{
    public async Task<Outcome<Activity>> Run(Guid id, CancellationToken ct = default)
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
        foreach (var host in old.CoHosts)
            copy.HoldWith(new CoHost(copy.Id, host.NetworkId, host.OrganisationId));
        db.Add(copy);
        var duties = await db.Set<Duty>().Where(d => d.ActivityId == id).OrderBy(d => d.Id).AsNoTracking().ToListAsync(ct);
        db.AddRange(duties.Select(d => new Duty(copy.Id, d.Words, d.IsRole)));
        await db.SaveChangesAsync(ct);
        return copy;
    }
}
