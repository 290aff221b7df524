using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Features.Networks.LifeCycle;

public static class LifeCycleAccess
{
    /// <summary>Programme managers and those who guide a network today may start another.</summary>
    public static bool CanStartNetworks(this Me me) => me.Is(Role.ProgrammeManager) || me.Is(Role.Facilitator);

    /// <summary>The facilitator guides until the handover, and not a click longer.</summary>
    public static bool CanGuide(this Me me, Network network) =>
        network.Stage is Stage.Interest or Stage.StartUp && me.Is(Role.Facilitator, network.Id);

    /// <summary>How many interested are enough is decided by those who start networks.</summary>
    public static bool CanAimFor(this Me me, Network network) =>
        network.Stage is Stage.Interest && (me.Is(Role.ProgrammeManager) || me.Is(Role.Facilitator, network.Id));

    /// <summary>
    /// Stages that this reader may lead the network into by hand: the facilitator through the start-up, coordinators
    /// into rest and out of it. Independence comes with the handover, the end with a vote of the members.
    /// </summary>
    public static IReadOnlyList<Stage> CanMoveTo(this Me me, Network network) =>
        [
            .. Ways.After(network.Stage)
                .Where(to =>
                    (network.Stage, to) switch
                    {
                        (_, Stage.StartUp) or (_, Stage.Abandoned) or (Stage.Abandoned, _) => me.Is(Role.Facilitator, network.Id),
                        (_, Stage.Dormant) or (Stage.Dormant, Stage.Independent) => me.Is(Role.Coordinator, network.Id),
                        _ => false,
                    }
                ),
        ];

    /// <summary>The role in which this reader acts on the network, for its history.</summary>
    public static Author AsAuthor(this Me me, Network network) =>
        new(
            me.AccountId,
            me.Mandates.Where(m => m.Scope == network.Id || m.Scope is null).Select(m => (Role?)m.Role).OrderDescending().FirstOrDefault()
        );
}
