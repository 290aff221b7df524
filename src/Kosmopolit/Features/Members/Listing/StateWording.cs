using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Clock;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Members.Listing;

/// <summary>How the state of a membership is put into words.</summary>
public static class StateWording
{
    public static string Name(MembershipState state, Texts t) =>
        state switch
        {
            MembershipState.Active => t["active"],
            MembershipState.Left => t["has left"],
            MembershipState.Suspended => t["suspended"],
            MembershipState.Lapsed => t["lapsed"],
            _ => t["removed"],
        };

    /// <summary>"suspended until 3 May 2027".</summary>
    public static string Told(BookedMembership m, Texts t) =>
        m.State switch
        {
            MembershipState.Active when m.RenewBy is { } day => t["stays until {0}", Day(day, t)],
            MembershipState.Suspended when m.SuspendedUntil is { } until => t["suspended until {0}", Day(until, t)],
            MembershipState.Left when m.EndedAt is { } at => t["left on {0}", Day(at, t)],
            MembershipState.Lapsed when m.EndedAt is { } at => t["lapsed on {0}", Day(at, t)],
            MembershipState.Removed when m.EndedAt is { } at => t["removed on {0}", Day(at, t)],
            var state => Name(state, t),
        };

    /// <summary>The day on the wall's calendar, not the one in Greenwich.</summary>
    public static string Day(DateTimeOffset at, Texts t) => Day(SwedishTime.Today(at), t);

    public static string Day(DateOnly day, Texts t) => day.ToString("d MMMM yyyy", t.Language.Culture);
}
