using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Organising;

/// <summary>Who can carry an activity: members of the networks that hold it. Needs organisers and co-hosts to be loaded.</summary>
internal static class Carriers
{
    /// <summary>Those of some people who belong to a network that holds it.</summary>
    public static Task<List<Guid>> Among(this KosmopolitDb db, Activity activity, IReadOnlyCollection<Guid> people, CancellationToken ct)
    {
        var networks = activity.CoHosts.Select(h => h.NetworkId).OfType<Guid>().Append(activity.NetworkId).ToList();
        return db
            .Memberships.Where(m => people.Contains(m.MemberId) && networks.Contains(m.NetworkId) && m.EndedAt == null)
            .Select(m => m.MemberId)
            .Distinct()
            .ToListAsync(ct);
    }

    /// <summary>Puts it down for organisers who belong to none of its networks any more: they could do nothing, and nobody could take it on.</summary>
    public static async Task PutDownForStrangers(this KosmopolitDb db, Activity activity, DateTimeOffset now, CancellationToken ct)
    {
        var carrying = activity.Organisers.Where(o => o.EndedAt is null).Select(o => o.MemberId).ToList();
        foreach (var stranger in carrying.Except(await db.Among(activity, carrying, ct)))
            activity.PutDown(stranger, now);
    }
}
