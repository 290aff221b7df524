using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Features.Networks;

public static class NetworkAccess
{
    /// <summary>Every network is public from the first interest on; an abandoned start is seen by those who guided it.</summary>
    public static IQueryable<Network> VisibleTo(this IQueryable<Network> networks, Me me)
    {
        var guided = me.Mandates.Where(m => m.Scope is not null).Select(m => m.Scope!.Value).ToList();
        return networks.Where(n => n.Stage != Stage.Abandoned || guided.Contains(n.Id));
    }

    /// <summary>Coordinators run a network; until the handover the facilitator does.</summary>
    public static bool CanRun(this Me me, Network network) =>
        me.Is(Role.Coordinator, network.Id) || (network.Stage is Stage.Interest or Stage.StartUp && me.Is(Role.Facilitator, network.Id));
}
