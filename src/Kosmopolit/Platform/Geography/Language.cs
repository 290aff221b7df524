using System.Text.Json.Serialization;

namespace Kosmopolit.Platform.Geography;

/// <summary>A language, with its names from CLDR.</summary>
public sealed record Language
{
    /// <summary>BCP 47 tag.</summary>
    public required string Tag { get; init; }

    public string? Iso3 { get; init; }

    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>What its speakers call it; null when not known.</summary>
    public string? Native { get; init; }

    /// <summary>ISO 15924 code of its usual script.</summary>
    public string? Script { get; init; }

    /// <summary>Whether it is written from right to left.</summary>
    [JsonPropertyName("rtl")]
    public bool RightToLeft { get; init; }

    public string Name(string language) => Names.In(language) ?? Tag;
}
