using Kosmopolit.Features.Networks.Desk;

namespace Kosmopolit.Features.Members.Desk;

/// <summary>What one room laid on the desk.</summary>
public sealed record DeskPile(string Heading, IReadOnlyList<DeskRow> Rows);

/// <summary>Gathers what all rooms lay on a network's desk: the same for the page and for the Monday mail.</summary>
public sealed class CoordinatorDesk(IEnumerable<DeskSource> sources)
{
    /// <summary>The piles that hold anything, in their order; what is due soonest stands first in each.</summary>
    public async Task<IReadOnlyList<DeskPile>> Lay(DeskVisit visit, CancellationToken ct = default)
    {
        var piles = new List<DeskPile>();
        foreach (var source in sources.OrderBy(s => s.Order).ThenBy(s => s.GetType().Name, StringComparer.Ordinal))
            if (await source.Rows(visit, ct) is { Count: > 0 } rows)
                piles.Add(new DeskPile(source.Heading(visit.Texts), [.. rows.OrderBy(r => r.Due ?? DateTimeOffset.MaxValue)]));
        return piles;
    }
}
