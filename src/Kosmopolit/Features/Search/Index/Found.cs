namespace Kosmopolit.Features.Search.Index;

/// <summary>What the index says, before the database has confirmed it.</summary>
internal sealed record Found(
    IReadOnlyList<FoundHolder> Page,
    int Total,
    IReadOnlyDictionary<string, int> TotalsByKind,
    Facets Facets,
    string? NextAfter
);

/// <param name="Key">Of reference facts, which have no row; null for rows.</param>
internal readonly record struct FoundHolder(string Kind, Guid? Id, string? Key);
