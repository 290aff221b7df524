using Kosmopolit.Features.Networks.Desk;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Networks.Letters;

/// <summary>Letters from outside that nobody has answered.</summary>
public sealed class DeskLetters(KosmopolitDb db) : DeskSource
{
    public override int Order => 20;

    public override string Heading(Texts t) => t["Letters"];

    public override async Task<IReadOnlyList<DeskRow>> Rows(DeskVisit visit, CancellationToken ct)
    {
        var waiting = await db.Set<VisitorLetter>()
            .Where(l => l.NetworkId == visit.Network.Id && l.ConfirmedAt != null && l.AnsweredAt == null)
            .Select(l => l.ConfirmedAt!.Value)
            .ToListAsync(ct);
        var t = visit.Texts;
        return waiting.Count == 0
            ? []
            :
            [
                new DeskRow(
                    t.Count("{0} letter waits for an answer.", "{0} letters wait for an answer.", waiting.Count),
                    t["Read and answer"],
                    $"/networks/{visit.Network.Slug}/letters"
                )
                {
                    Due = waiting.Min(),
                },
            ];
    }
}
