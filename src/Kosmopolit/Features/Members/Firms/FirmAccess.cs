using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Features.Members.Firms;

/// <summary>A firm together with how near the reader stands to its people.</summary>
public sealed class SeenFirm
{
    public Firm Firm { get; init; } = null!;

    /// <summary>Fields with at least this audience may be shown.</summary>
    public Audience Distance { get; init; }
}

public static class FirmAccess
{
    /// <summary>The firms this reader may find: their own, those of a shared network, then all networks, then public.</summary>
    /// <param name="memberships">The table of memberships, for the query to ask about shared networks.</param>
    public static IQueryable<SeenFirm> VisibleTo(this IQueryable<Firm> firms, IQueryable<Membership> memberships, Me me)
    {
        var (self, networks, far) = (me.MemberId, me.Networks, me.Far());
        var near = memberships.Where(m => m.EndedAt == null && networks.Contains(m.NetworkId));
        return firms
            .Select(f => new SeenFirm
            {
                Firm = f,
                Distance =
                    f.People.Any(r => r.EndedAt == null && r.MemberId == self) ? Audience.OnlyMe
                    : f.People.Any(r => r.EndedAt == null && near.Any(m => m.MemberId == r.MemberId)) ? Audience.MyNetwork
                    : far,
            })
            .Where(s => s.Firm.Presence >= s.Distance);
    }
}
