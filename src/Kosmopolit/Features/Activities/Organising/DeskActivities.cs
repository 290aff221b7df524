using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Features.Networks.Desk;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Organising;

/// <summary>Activities of the network that too few have said they would come to, two weeks after they were asked.</summary>
public sealed class DeskActivities(KosmopolitDb db) : DeskSource
{
    private const int Shown = 5;

    private static readonly TimeSpan Waiting = TimeSpan.FromDays(14);

    public override int Order => 40;

    public override string Heading(Texts t) => t["Activities short of interest"];

    public override async Task<IReadOnlyList<DeskRow>> Rows(DeskVisit visit, CancellationToken ct)
    {
        var before = visit.Now - Waiting;
        var rows = await db.Set<Activity>()
            .VisibleTo(db, visit.Reader)
            .Where(a => a.NetworkId == visit.Network.Id && a.State == ActivityState.Gathering && a.GatheredAt <= before)
            .Select(a => new
            {
                a.Id,
                a.Title,
                a.Threshold,
                a.GatheredAt,
                Interested = db.Set<SignUp>()
                    .Count(s => s.ActivityId == a.Id && s.State != SignUpState.Left && s.State != SignUpState.Unconfirmed),
            })
            .Where(a => a.Interested < a.Threshold)
            .OrderBy(a => a.GatheredAt)
            .Take(Shown)
            .ToListAsync(ct);
        var t = visit.Texts;
        return
        [
            .. rows.Select(a => new DeskRow(
                t["“{0}”: {1} of {2} would come so far.", $"\u2068{a.Title}\u2069", a.Interested, a.Threshold],
                t["Tell those who might want to come"],
                $"/activities/{a.Id}"
            )
            {
                Due = a.GatheredAt,
            }),
        ];
    }
}
