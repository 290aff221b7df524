using System.Text.Json.Serialization;

namespace Kosmopolit.Platform.Geography;

/// <summary>A country or territory of ISO 3166-1, and Kosovo under its user-assigned code. Sources: data/SOURCES.md.</summary>
public sealed record Country
{
    /// <summary>ISO 3166-1 alpha-2, upper case.</summary>
    [JsonPropertyName("a2")]
    public required string Alpha2 { get; init; }

    [JsonPropertyName("a3")]
    public required string Alpha3 { get; init; }

    /// <summary>Three digits, leading zeros kept.</summary>
    [JsonPropertyName("num")]
    public required string Numeric { get; init; }

    /// <summary>Null where the source takes no position.</summary>
    public bool? Independent { get; init; }

    /// <summary>Customary names by BCP 47 tag; sv, en and ar are always there.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>M49 code of the continent; null for Antarctica.</summary>
    public string? Region { get; init; }

    /// <summary>M49 code of the part of the continent.</summary>
    public string? Subregion { get; init; }

    /// <summary>M49 code of the part between the two, such as Western Africa.</summary>
    public string? Intermediate { get; init; }

    /// <summary>The capital's name by language (sv, en, ar); null when there is no capital.</summary>
    public IReadOnlyDictionary<string, string>? Capital { get; init; }

    /// <summary>Where the capital lies; null when there is none.</summary>
    public GeoPoint? CapitalAt { get; init; }

    /// <summary>ISO 4217 codes.</summary>
    public IReadOnlyList<string> Currencies { get; init; } = [];

    /// <summary>Without the plus sign: "46", or "1-268" inside the North American plan.</summary>
    [JsonPropertyName("calling")]
    public IReadOnlyList<string> CallingCodes { get; init; } = [];

    /// <summary>With its dot: ".se".</summary>
    public string? Tld { get; init; }

    /// <summary>Alpha-2 codes of those it shares a land border with.</summary>
    public IReadOnlyList<string> Borders { get; init; } = [];

    /// <summary>Most used first. Shares are estimates and may add up to more than 100.</summary>
    public IReadOnlyList<SpokenLanguage> Languages { get; init; } = [];

    /// <summary>The days that nobody works; null when the source does not say so outright: then it is unknown, not Saturday and Sunday.</summary>
    [JsonConverter(typeof(WeekendJson))]
    public IReadOnlyList<DayOfWeek>? Weekend { get; init; }

    /// <summary>The day the week begins; null when unknown.</summary>
    [JsonConverter(typeof(DayJson))]
    public DayOfWeek? FirstDay { get; init; }

    /// <summary>"metric", "US" or "UK".</summary>
    [JsonPropertyName("measure")]
    public string? Measures { get; init; }

    /// <summary>"A4" or "US-Letter".</summary>
    public string? Paper { get; init; }

    /// <summary>IANA time zones.</summary>
    [JsonPropertyName("tz")]
    public IReadOnlyList<string> TimeZones { get; init; } = [];

    /// <summary>The name in a language, in English when there is none in it.</summary>
    public string Name(string language) => Names.In(language) ?? Alpha2;

    public string? CapitalName(string language) => Capital?.In(language);
}

/// <summary>A language as it is used in a country.</summary>
/// <param name="Tag">BCP 47 tag.</param>
/// <param name="Percent">Share of the population that can use it, 0 to 100.</param>
/// <param name="Status">"official", "de_facto_official", "official_regional", or null for a language without standing in law.</param>
[JsonConverter(typeof(SpokenLanguageJson))]
public sealed record SpokenLanguage(string Tag, decimal Percent, string? Status);

/// <summary>A point on the globe, in degrees north and east; negative to the south and west.</summary>
[JsonConverter(typeof(GeoPointJson))]
public readonly record struct GeoPoint(double Latitude, double Longitude);
