using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Notices;

namespace Kosmopolit.Features.Notifications.Following;

/// <summary>How following is put into words.</summary>
public static class PaceWording
{
    public static string Name(Pace pace, Texts t) =>
        pace switch
        {
            Pace.AtOnce => t["By mail at once"],
            Pace.Daily => t["By mail once a day"],
            Pace.Weekly => t["By mail on Mondays"],
            Pace.Never => t["Only here on the site"],
            _ => t["Nothing at all"],
        };

    /// <summary>What may be chosen: silence only for what comes without being followed.</summary>
    public static IEnumerable<Pace> Offered(FollowKind kind) =>
        kind == FollowKind.Network
            ? [Pace.AtOnce, Pace.Daily, Pace.Weekly, Pace.Never, Pace.Silent]
            : [Pace.AtOnce, Pace.Daily, Pace.Weekly, Pace.Never];

    public static string Name(FollowKind kind, Texts t) =>
        kind switch
        {
            FollowKind.Country => t["Countries"],
            FollowKind.Topic => t["Topics"],
            FollowKind.Question => t["Questions"],
            FollowKind.Person => t["People"],
            FollowKind.Activity => t["Activities"],
            FollowKind.Claim => t["What I stand for"],
            _ => t["My networks"],
        };
}
