using Kosmopolit.Features.Members.StartUp.Meetings;
using Kosmopolit.Features.Networks;
using Kosmopolit.Features.Networks.LifeCycle;
using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Features.Members.StartUp;

public static class StartUpAccess
{
    /// <summary>Who calls meetings and keeps their papers: the facilitator until the handover, coordinators always.</summary>
    public static bool CanLead(this Me me, Network network) =>
        me.CanGuide(network) || (network.Stage is not (Stage.Closed or Stage.Abandoned) && me.Is(Role.Coordinator, network.Id));

    /// <summary>Who reads the papers of meetings: members, those who lead, and guests whom the members voted in.</summary>
    public static bool CanReadPapers(this Me me, Network network) =>
        me.Networks.Contains(network.Id) || me.CanLead(network) || me.Is(Role.Guest, network.Id);

    /// <summary>Meetings of a network: all for those who read its papers, for everybody what was announced to everybody.</summary>
    public static IQueryable<Meeting> VisibleTo(this IQueryable<Meeting> meetings, Me me, Network network)
    {
        var inside = me.CanReadPapers(network);
        return meetings.Where(m => m.NetworkId == network.Id && (inside || (m.IsPublic && m.CalledAt != null)));
    }

    /// <summary>Only the facilitator hands over, and only what has not been handed over.</summary>
    public static bool CanHandOver(this Me me, Network network) => network.Stage is Stage.StartUp && me.CanGuide(network);

    /// <summary>Who begins groups and drafts the statutes: members while the network starts, and those who lead it.</summary>
    public static bool CanWorkIn(this Me me, Network network) =>
        me.CanLead(network) || (network.Stage is Stage.StartUp or Stage.Independent && me.Networks.Contains(network.Id));

    /// <summary>The founding meeting's decisions are written down by the facilitator who guides it.</summary>
    public static bool CanRecordFounding(this Me me, Network network) => network.Stage is Stage.StartUp && me.CanGuide(network);

    /// <summary>Operators may take a coordinator's rights in an emergency, for all to see.</summary>
    public static bool CanBreakGlass(this Me me, Network network) =>
        me.Is(Role.Operator) && network.Stage is not (Stage.Closed or Stage.Abandoned);
}
