using Kosmopolit.Features.Members.Listing;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Features.Networks.Desk;
using Kosmopolit.Platform.Clock;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Renewal;

/// <summary>Memberships whose yearly question is open, those that lapsed lately, and suspensions about to end.</summary>
public sealed class DeskRenewals(KosmopolitDb db) : DeskSource
{
    public override int Order => 50;

    public override string Heading(Texts t) => t["Memberships"];

    public override async Task<IReadOnlyList<DeskRow>> Rows(DeskVisit visit, CancellationToken ct)
    {
        var (now, today, t) = (visit.Now, SwedishTime.Today(visit.Now), visit.Texts);
        var (late, soon, lately) = (today.AddDays(RenewalYear.Late), now.AddDays(7), now.AddDays(-7));
        var counts = await db
            .Memberships.RunBy(visit.Reader, visit.Network)
            .GroupBy(_ => 1)
            .Select(g => new
            {
                Due = g.Count(m => m.EndedAt == null && m.RenewBy <= late),
                Lapsed = g.Count(m => m.State == MembershipState.Lapsed && m.EndedAt > lately),
                Back = g.Count(m => m.State == MembershipState.Suspended && m.SuspendedUntil <= soon),
            })
            .SingleOrDefaultAsync(ct);
        var (due, lapsed, back) = (counts?.Due ?? 0, counts?.Lapsed ?? 0, counts?.Back ?? 0);
        var path = $"/networks/{visit.Network.Slug}/memberships";
        return
        [
            .. Row(
                due,
                t.Count("{0} member has not said yet whether they stay.", "{0} members have not said yet whether they stay.", due),
                t["See who"],
                path
            ),
            .. Row(
                lapsed,
                t.Count("{0} membership lapsed this week.", "{0} memberships lapsed this week.", lapsed),
                t["Ask them back"],
                $"{path}?state=lapsed"
            ),
            .. Row(
                back,
                t.Count("{0} suspension ends within a week.", "{0} suspensions end within a week.", back),
                t["See who"],
                $"{path}?state=suspended"
            ),
        ];
    }

    private static IEnumerable<DeskRow> Row(int count, string text, string step, string path) =>
        count == 0 ? [] : [new DeskRow(text, step, path)];
}
