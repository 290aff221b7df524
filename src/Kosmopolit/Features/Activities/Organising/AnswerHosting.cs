using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Organising;

/// <summary>A coordinator agrees that their network holds an activity, too; they or the organisers end it, or the question.</summary>
public sealed class AnswerHosting(KosmopolitDb db, Me me, TimeProvider clock)
{
    private static readonly Refusal NotYours = new("Only the coordinator of that network answers this.") { Kind = RefusalKind.NotYours };

    public async Task<Refusal?> Agree(Guid id, Guid request, CancellationToken ct = default)
    {
        var asked = await db.Set<HostRequest>().SingleOrDefaultAsync(r => r.Id == request && r.ActivityId == id, ct);
        if (asked is null || await db.Activity(me, id, ct) is not { } activity)
            return ActivityBook.NotHere;
        if (!me.Is(Role.Coordinator, asked.NetworkId))
            return NotYours;
        db.Remove(asked);
        activity.HoldWith(new CoHost(id, asked.NetworkId, null));
        activity.Changed(clock.GetUtcNow());
        return await db.Save(ActivityBook.Meanwhile, ct);
    }

    /// <param name="key">Of the question, or of the one that holds it.</param>
    public async Task<Refusal?> End(Guid id, Guid key, CancellationToken ct = default)
    {
        if (await db.Activity(me, id, ct) is not { } activity)
            return ActivityBook.NotHere;
        var asked = await db.Set<HostRequest>().SingleOrDefaultAsync(r => r.Id == key && r.ActivityId == id, ct);
        var host = activity.CoHosts.FirstOrDefault(h => h.Id == key);
        if (asked is null && host is null)
            return ActivityBook.NotHere;
        var network = asked?.NetworkId ?? host?.NetworkId;
        if (!me.CanOrganise(activity) && (network is null || !me.Is(Role.Coordinator, network)))
            return NotYours;
        if (asked is not null)
            db.Remove(asked);
        if (host is not null)
        {
            activity.Part(host);
            activity.Changed(clock.GetUtcNow());
        }
        return await db.Save(ActivityBook.Meanwhile, ct);
    }
}
