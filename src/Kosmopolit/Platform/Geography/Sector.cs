using System.Text.Json.Serialization;

namespace Kosmopolit.Platform.Geography;

/// <summary>A line of business after SNI 2025, which is NACE Rev. 2.1 with Swedish titles.</summary>
public sealed record Sector
{
    /// <summary>A letter for a section, else two to five digits without dots.</summary>
    public required string Code { get; init; }

    /// <summary>"section", "division", "group" or "class".</summary>
    public required string Level { get; init; }

    /// <summary>Code of the wider one; null for a section.</summary>
    public string? Parent { get; init; }

    [JsonPropertyName("sv")]
    public required string SwedishName { get; init; }

    [JsonPropertyName("en")]
    public required string EnglishName { get; init; }

    /// <summary>Our own translation, of sections and divisions only.</summary>
    [JsonPropertyName("ar")]
    public string? ArabicName { get; init; }

    public string Name(string language) =>
        Naming.Primary(language) switch
        {
            "sv" => SwedishName,
            "ar" => ArabicName ?? EnglishName,
            _ => EnglishName,
        };
}
