using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Notices;

namespace Kosmopolit.Features.Trust.Leaving;

/// <summary>What somebody follows and was told; and that others followed them.</summary>
internal static class NoticeHoldings
{
    public static IEnumerable<Holding> All =>
        [
            Holdings.Row<Follow>("MemberId", w => f => f.MemberId == w.Member, t => t["What you follow"], Fate.Goes),
            Holdings.Row<Follow>(
                "Target",
                w =>
                {
                    var self = Number(w);
                    return f => f.Kind == FollowKind.Person && f.Target == self && f.MemberId != w.Member;
                },
                null,
                Fate.Goes,
                Theirs
            ),
            Holdings.Row<Notice>("MemberId", w => n => n.MemberId == w.Member, t => t["News for you"], Fate.Goes),
            Holdings.Row<Notice>(
                "BecauseOf",
                w =>
                {
                    var self = Number(w);
                    return n => n.BecauseKind == FollowKind.Person && n.BecauseOf == self && n.MemberId != w.Member;
                },
                null,
                Fate.Goes,
                Theirs
            ),
            Holdings.Row<NoticeMailStopped>(
                "MemberId",
                w => s => s.MemberId == w.Member,
                t => t["That you stopped mails about news"],
                Fate.Goes
            ),
        ];

    private static string Number(Whom whom) => whom.Member?.ToString("N") ?? "";

    private static string Theirs(Texts t) => t["That somebody wanted to hear of you is theirs to know."];
}
