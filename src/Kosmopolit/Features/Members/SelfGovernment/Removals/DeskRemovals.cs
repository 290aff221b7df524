using Kosmopolit.Features.Members.SelfGovernment.Ballots;
using Kosmopolit.Features.Networks.Desk;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.SelfGovernment.Removals;

/// <summary>Removals that wait for a second person, and appeals that the members vote about. Nobody is named on a desk or in a mail.</summary>
public sealed class DeskRemovals(KosmopolitDb db) : DeskSource
{
    public override int Order => 26;

    public override string Heading(Texts t) => t["Removals"];

    public override async Task<IReadOnlyList<DeskRow>> Rows(DeskVisit visit, CancellationToken ct)
    {
        if (!visit.Reader.CanSecond(visit.Network))
            return [];
        var self = visit.Reader.AccountId;
        // Whoever proposed it waits themself.
        var open = await db.Set<Removal>()
            .Where(r => r.NetworkId == visit.Network.Id && r.EndedAt == null)
            .Where(r => r.AppealId != null || (r.CarriedAt == null && r.ProposedById != self))
            .Select(r => new
            {
                r.AppealId,
                Ends = db.Set<Ballot>().Where(b => b.ProposalId == r.AppealId).Max(b => (DateTimeOffset?)b.ClosesAt),
            })
            .ToListAsync(ct);
        var (t, network) = (visit.Texts, $"/networks/{visit.Network.Slug}");
        var waiting = open.Count(r => r.AppealId is null);
        var rows = open.Where(r => r.AppealId is not null)
            .Select(r => new DeskRow(
                t["Somebody who was removed asks the members, who vote until {0}.", Day(r.Ends ?? visit.Now, t)],
                t["See the vote"],
                $"{network}/proposals/{r.AppealId}/vote"
            )
            {
                Due = r.Ends,
            })
            .ToList();
        if (waiting > 0)
            rows.Add(
                new DeskRow(
                    t.Count("{0} removal waits for a second person.", "{0} removals wait for a second person.", waiting),
                    t["Read and decide"],
                    $"{network}/removals"
                )
                {
                    Due = visit.Now,
                }
            );
        return rows;
    }

    private static string Day(DateTimeOffset at, Texts t) => WallTime.Day(at, t.Language.Culture);
}
