using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Features.Members.Listing;

public static class MembershipAccess
{
    /// <summary>The memberships of a network for those who run it, of whatever state; nothing for everybody else.</summary>
    public static IQueryable<Membership> RunBy(this IQueryable<Membership> memberships, Me me, Network network)
    {
        var (id, runs) = (network.Id, me.CanRun(network));
        return memberships.Where(m => runs && m.NetworkId == id);
    }
}
