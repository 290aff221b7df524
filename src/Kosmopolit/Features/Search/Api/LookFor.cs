using Kosmopolit.Platform.Language;
using Microsoft.AspNetCore.Mvc;

namespace Kosmopolit.Features.Search.Api;

/// <summary>What to look for, as it stands in the address: the same words as on the search page.</summary>
public sealed class LookFor
{
    /// <summary>Words, or a whole question, in any language.</summary>
    [FromQuery(Name = "q")]
    public string? Text { get; init; }

    /// <summary>ISO 3166-1 alpha-2, or the code of a former state.</summary>
    [FromQuery(Name = "country")]
    public string? Country { get; init; }

    /// <summary>Key of a topic.</summary>
    [FromQuery(Name = "topic")]
    public string? Topic { get; init; }

    /// <summary>BCP 47 tag.</summary>
    [FromQuery(Name = "language")]
    public string? Language { get; init; }

    /// <summary>SNI 2025 code, at any level.</summary>
    [FromQuery(Name = "sector")]
    public string? Sector { get; init; }

    /// <summary>SCB code of a municipality or county.</summary>
    [FromQuery(Name = "region")]
    public string? Region { get; init; }

    /// <summary>Where the page before ended.</summary>
    [FromQuery(Name = "after")]
    public string? After { get; init; }

    /// <summary>Hits per page, 1 to 100; 20 when not said.</summary>
    [FromQuery(Name = "count")]
    public int? Count { get; init; }

    internal SearchQuestion For(string? kind, Texts t) =>
        new(Text ?? "", kind, Set(Country), Set(Topic), Set(Language), Set(Sector), Set(Region), t.Language.Tag, Set(After))
        {
            Count = Math.Clamp(Count ?? 20, 1, 100),
        };

    private static string? Set(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
