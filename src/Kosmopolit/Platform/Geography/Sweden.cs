using System.Text.Json.Serialization;

namespace Kosmopolit.Platform.Geography;

/// <summary>A Swedish county (län).</summary>
public sealed record County
{
    /// <summary>Two digits: "25".</summary>
    public required string Code { get; init; }

    /// <summary>The county's letters: "BD".</summary>
    public required string Letter { get; init; }

    /// <summary>"Norrbottens län".</summary>
    [JsonPropertyName("name")]
    public required string FullName { get; init; }

    /// <summary>"Norrbotten".</summary>
    [JsonPropertyName("short")]
    public required string ShortName { get; init; }

    [JsonPropertyName("en")]
    public required string EnglishName { get; init; }

    [JsonPropertyName("ar")]
    public required string ArabicName { get; init; }

    public required string Nuts3 { get; init; }

    public required string Nuts2 { get; init; }

    public int Population { get; init; }

    /// <summary>Code of the municipality where the county is governed.</summary>
    public string? Seat { get; init; }

    public string Name(string language) =>
        Naming.Primary(language) switch
        {
            "sv" => FullName,
            "ar" => ArabicName,
            _ => EnglishName,
        };
}

/// <summary>A Swedish municipality (kommun).</summary>
public sealed record Municipality
{
    /// <summary>Four digits, of which the first two are the county's.</summary>
    public required string Code { get; init; }

    [JsonPropertyName("name")]
    public required string SwedishName { get; init; }

    /// <summary>Our own transliteration.</summary>
    [JsonPropertyName("ar")]
    public required string ArabicName { get; init; }

    /// <summary>Code of its county.</summary>
    public required string County { get; init; }

    public required string Nuts3 { get; init; }

    /// <summary>Degrees north of a point inside, which need not be the town.</summary>
    [JsonPropertyName("lat")]
    public double Latitude { get; init; }

    /// <summary>Degrees east of the same point.</summary>
    [JsonPropertyName("lon")]
    public double Longitude { get; init; }

    public int Population { get; init; }

    public string Name(string language) => Naming.Primary(language) == "ar" ? ArabicName : SwedishName;
}

/// <summary>The table of Sweden's parts, as stored.</summary>
internal sealed record SwedenTable(IReadOnlyList<County> Counties, IReadOnlyList<Municipality> Municipalities);
