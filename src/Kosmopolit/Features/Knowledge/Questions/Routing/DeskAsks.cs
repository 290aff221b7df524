using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks.Desk;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Questions.Routing;

/// <summary>How evenly questions are spread over the members: a figure about all of them, nobody by name.</summary>
public sealed class DeskAsks(KosmopolitDb db) : DeskSource
{
    private static readonly TimeSpan Span = TimeSpan.FromDays(84);

    /// <summary>Of fewer members a spread says who it was.</summary>
    private const int Fewest = 5;

    /// <summary>Fewer questions than this fall on few people whatever is done.</summary>
    private const int Telling = 10;

    public override int Order => 80;

    public override string Heading(Texts t) => t["Who is asked"];

    public override async Task<IReadOnlyList<DeskRow>> Rows(DeskVisit visit, CancellationToken ct)
    {
        var since = visit.Now - Span;
        var counts = await db.Set<Membership>()
            .Where(m => m.NetworkId == visit.Network.Id && m.EndedAt == null)
            .Select(m => db.Set<Ask>().Count(a => a.MemberId == m.MemberId && a.At > since))
            .ToListAsync(ct);
        if (counts.Sum() == 0 || counts.Count < Fewest)
            return [];
        var t = visit.Texts;
        var text = t.Count(
            "In twelve weeks {0} question was brought to a member.",
            "In twelve weeks {0} questions were brought to members.",
            counts.Sum()
        );
        if (counts.Sum() >= Telling)
        {
            var gini = Fairness.Gini(counts).ToString("0.00", t.Language.Culture);
            text += " " + t["How unevenly, from 0 (all alike) to 1 (one person gets all): {0}.", gini];
        }
        return [new DeskRow(text, t["See what members tell of themselves"], $"/networks/{visit.Network.Slug}/members")];
    }
}

/// <summary>How evenly something is spread.</summary>
public static class Fairness
{
    /// <summary>Gini coefficient: 0 when all have the same, towards 1 when one has everything; 0 of nothing.</summary>
    public static double Gini(IEnumerable<int> counts)
    {
        var sorted = counts.Order().ToList();
        long total = sorted.Sum(c => (long)c);
        if (total == 0)
            return 0;
        var weighted = sorted.Select((c, i) => (double)c * (2 * (i + 1) - sorted.Count - 1)).Sum();
        return weighted / (sorted.Count * (double)total);
    }
}
