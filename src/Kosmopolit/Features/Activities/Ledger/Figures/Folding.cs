namespace Kosmopolit.Features.Activities.Ledger.Figures;

/// <summary>One deal as it counts, told by one firm.</summary>
/// <param name="Key">What it is counted under, for instance a country.</param>
public readonly record struct Told(string Key, Guid Deal, Guid Firm);

/// <param name="Key">Null for all that would be too few on their own.</param>
/// <param name="Deals">Counted once each, however many told them.</param>
/// <param name="Firms">That told them.</param>
public sealed record FigureRow(string? Key, int Deals, int Firms);

/// <summary>
/// Counts so that no row is about fewer than five firms. What is too small is put together; where even that is too small, the
/// smallest row that could stand alone goes with it, so that nothing can be found out by taking one from the other.
/// </summary>
public static class Folding
{
    /// <summary>Fewer firms than this are never a figure.</summary>
    public const int Least = 5;

    /// <summary>Rows with the most firms first, the folded one last; none at all when fewer than five firms told.</summary>
    public static IReadOnlyList<FigureRow> Fold(IEnumerable<Told> told)
    {
        var groups = told.GroupBy(t => t.Key)
            .Select(g => (g.Key, Rows: g.ToList(), Firms: Firms(g)))
            .OrderByDescending(g => g.Firms)
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .ToList();
        var alone = groups.Count(g => g.Firms >= Least);
        while (alone > 0 && alone < groups.Count && Firms(Rest(alone)) < Least)
            alone--;
        var rest = Rest(alone);
        List<FigureRow> rows = [.. groups.Take(alone).Select(g => Row(g.Key, g.Rows))];
        if (Firms(rest) >= Least)
            rows.Add(Row(null, rest));
        return rows;

        List<Told> Rest(int from) => [.. groups.Skip(from).SelectMany(g => g.Rows)];
    }

    private static FigureRow Row(string? key, IReadOnlyList<Told> told) =>
        new(key, told.Select(t => t.Deal).Distinct().Count(), Firms(told));

    private static int Firms(IEnumerable<Told> told) => told.Select(t => t.Firm).Distinct().Count();
}
