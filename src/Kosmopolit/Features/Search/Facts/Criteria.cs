using Kosmopolit.Features.Members.People;

namespace Kosmopolit.Features.Search.Facts;

/// <summary>Codes that a hit must have: one of each list that is not empty.</summary>
public sealed record Criteria
{
    public IReadOnlyList<string> Countries { get; init; } = [];

    public Topics Topics { get; init; }

    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>SNI code that the sector must begin with, or null.</summary>
    public string? Sector { get; init; }

    /// <summary>SCB code that the municipality must begin with, or null.</summary>
    public string? Region { get; init; }

    public bool IsEmpty => Countries.Count == 0 && Topics == Topics.None && Languages.Count == 0 && Sector is null && Region is null;

    /// <summary>The filters that the reader chose, without what the text may mean.</summary>
    public static Criteria From(SearchQuestion question) =>
        new()
        {
            Countries = question.Country is { } country ? [country.ToUpperInvariant()] : [],
            Topics = question.Topic is { } topic && TopicKeys.Parse(topic) is { } parsed ? parsed : Topics.None,
            Languages = question.Language is { } language ? [language] : [],
            Sector = question.Sector,
            Region = question.Region,
        };
}
