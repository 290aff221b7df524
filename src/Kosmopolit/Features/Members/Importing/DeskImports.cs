using Kosmopolit.Features.Members.Joining;
using Kosmopolit.Features.Networks.Desk;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Importing;

/// <summary>People who were imported and have not answered, and those whose invitation ends within a week.</summary>
public sealed class DeskImports(KosmopolitDb db) : DeskSource
{
    private const int Soon = 7;

    public override int Order => 40;

    public override string Heading(Texts t) => t["Invitations"];

    public override async Task<IReadOnlyList<DeskRow>> Rows(DeskVisit visit, CancellationToken ct)
    {
        var (now, soon) = (visit.Now, visit.Now.AddDays(Soon));
        var open = await db.Set<Invitation>()
            .Where(i => i.NetworkId == visit.Network.Id && i.UsedAt == null && i.WithdrawnAt == null && i.ExpiresAt > now)
            .Select(i => new { i.ExpiresAt, IsImported = db.Set<ImportedPerson>().Any(p => p.InvitationId == i.Id) })
            .Where(i => i.IsImported || i.ExpiresAt <= soon)
            .ToListAsync(ct);
        var ending = open.Where(i => i.ExpiresAt <= soon).Select(i => i.ExpiresAt).ToList();
        var imported = open.Count(i => i.IsImported);
        var t = visit.Texts;
        var rows = new List<DeskRow>();
        if (ending.Count > 0)
            rows.Add(
                new(
                    t.Count("{0} invitation ends within a week, unused.", "{0} invitations end within a week, unused.", ending.Count),
                    t["Ask them once more"],
                    $"/networks/{visit.Network.Slug}/invitations"
                )
                {
                    Due = ending.Min(),
                }
            );
        if (imported > 0)
            rows.Add(
                new(
                    t.Count("{0} imported person has not answered yet.", "{0} imported people have not answered yet.", imported),
                    t["Look at the imports"],
                    $"/networks/{visit.Network.Slug}/imports"
                )
            );
        return rows;
    }
}
