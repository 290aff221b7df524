using Kosmopolit.Features.Members.Joining;
using Kosmopolit.Features.Networks.Desk;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Desk;

/// <summary>Those who asked to join and wait for an answer.</summary>
public sealed class DeskApplications(KosmopolitDb db) : DeskSource
{
    public override int Order => 10;

    public override string Heading(Texts t) => t["Who wants to join"];

    public override async Task<IReadOnlyList<DeskRow>> Rows(DeskVisit visit, CancellationToken ct)
    {
        var waiting = await db.Set<JoinRequest>()
            .Where(r => r.NetworkId == visit.Network.Id && r.Decision == Decision.None && r.SentAt != null)
            .Select(r => r.SentAt!.Value)
            .ToListAsync(ct);
        if (waiting.Count == 0)
            return [];
        var days = (int)(visit.Now - waiting.Min()).TotalDays;
        var t = visit.Texts;
        var text = t.Count("{0} person waits for your answer.", "{0} people wait for your answer.", waiting.Count);
        var longest = days == 0 ? "" : " " + t.Count("The first has waited {0} day.", "The first has waited {0} days.", days);
        return [new DeskRow(text + longest, t["Read and answer"], $"/networks/{visit.Network.Slug}/requests") { Due = waiting.Min() }];
    }
}
