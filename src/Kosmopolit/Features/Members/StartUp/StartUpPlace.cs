using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.StartUp;

/// <summary>Finds the network that a page of the start-up kit is about, for those who may open it.</summary>
public sealed class StartUpPlace(KosmopolitDb db, Me me)
{
    /// <summary>Null when there is none, or when its papers are not for this reader: both look the same.</summary>
    public Task<Network?> ForReaders(string slug, CancellationToken ct = default) => Find(slug, me.CanReadPapers, ct);

    public Task<Network?> ForLeaders(string slug, CancellationToken ct = default) => Find(slug, me.CanLead, ct);

    private async Task<Network?> Find(string slug, Func<Network, bool> may, CancellationToken ct)
    {
        var network = await db
            .Networks.VisibleTo(me)
            .Include(n => n.History)
            .Include(n => n.Municipalities)
            .AsSplitQuery()
            .AsNoTracking()
            .SingleOrDefaultAsync(n => n.Slug == slug, ct);
        return network is not null && may(network) ? network : null;
    }
}
