using Kosmopolit.Features.Members.SelfGovernment.Proposals;
using Kosmopolit.Features.Networks;
using Kosmopolit.Features.Networks.Desk;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.SelfGovernment.Offices;

/// <summary>Terms that end within two months while nobody is elected to follow: an election takes three weeks.</summary>
public sealed class DeskTerms(KosmopolitDb db) : DeskSource
{
    private const int Days = 60;

    public override int Order => 24;

    public override string Heading(Texts t) => t["Offices"];

    public override async Task<IReadOnlyList<DeskRow>> Rows(DeskVisit visit, CancellationToken ct)
    {
        if (visit.Network.Stage != Stage.Independent)
            return [];
        var (now, late) = (visit.Now, visit.Now.AddDays(Days));
        var terms = await db.Set<Mandate>()
            .Elected(db, visit.Network.Id)
            .Where(m => m.Until == null || m.Until > now)
            .Select(m => new { m.From, m.Until })
            .ToListAsync(ct);
        var ending = terms.Where(o => o.From <= now && o.Until <= late).Select(o => o.Until!.Value).Distinct().ToList();
        if (ending.Count == 0 || terms.Any(o => o.From > now))
            return [];
        var election = await db.Set<Proposal>()
            .VisibleTo(visit.Reader)
            .Where(p => p.NetworkId == visit.Network.Id && p.Matter.Kind == ProposalKind.Election)
            .Where(p => p.DecidedAt == null && p.WithdrawnAt == null)
            .Select(p => (Guid?)p.Id)
            .FirstOrDefaultAsync(ct);
        var (t, proposals) = (visit.Texts, $"/networks/{visit.Network.Slug}/proposals");
        return
        [
            .. ending.Select(until => new DeskRow(
                t["A coordinator’s term ends on {0}.", WallTime.Day(until, t.Language.Culture)],
                election is null ? t["Propose an election"] : t["See the election"],
                election is { } id ? $"{proposals}/{id}" : $"{proposals}/new?kind=election"
            )
            {
                Due = until,
            }),
        ];
    }
}
