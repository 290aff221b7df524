using System.Text.Json.Serialization;

namespace Kosmopolit.Platform.Geography;

/// <summary>
/// Figures about a country out of the CIA World Factbook, which will not be renewed: show <see cref="AsOf"/> beside each.
/// Null and an empty list mean that the source does not say.
/// </summary>
public sealed record CountryFacts
{
    [JsonPropertyName("a2")]
    public required string Alpha2 { get; init; }

    /// <summary>The day the source was last changed.</summary>
    public DateOnly AsOf { get; init; }

    /// <summary>People.</summary>
    public Figure? Population { get; init; }

    /// <summary>US dollars a year at purchasing power parity.</summary>
    public Figure? GdpPerHead { get; init; }

    public Government? Government { get; init; }

    /// <summary>"civil", "common", "islamic", "customary", "mixed" …</summary>
    public string? Legal { get; init; }

    /// <summary>What a mixed legal system is mixed of.</summary>
    public IReadOnlyList<string> LegalSources { get; init; } = [];

    public IReadOnlyList<Share> Religions { get; init; } = [];

    public int? ReligionsYear { get; init; }

    /// <summary>Whom the shares count when not everybody, such as "citizens".</summary>
    public string? ReligionsOf { get; init; }

    public IReadOnlyList<Share> Ethnic { get; init; } = [];

    public int? EthnicYear { get; init; }

    /// <summary>Per cent of adults.</summary>
    public Figure? Literacy { get; init; }

    /// <summary>Per cent of the population that uses the Internet.</summary>
    public Figure? Internet { get; init; }

    /// <summary>Per cent a year.</summary>
    public Figure? Inflation { get; init; }

    /// <summary>Per cent a year, real.</summary>
    public Figure? Growth { get; init; }

    public Trade? Exports { get; init; }

    public Trade? Imports { get; init; }

    /// <summary>"MM-DD"; null when there is none or it moves.</summary>
    public string? NationalDay { get; init; }

    /// <summary>Lowest voting age in years.</summary>
    public int? Suffrage { get; init; }

    /// <summary>How many parties the source lists, about.</summary>
    public int? Parties { get; init; }

    /// <summary>Whether it is a member of the United Nations.</summary>
    [JsonPropertyName("un")]
    public bool? InUnitedNations { get; init; }

    /// <summary>Standing in the World Trade Organization: "member", "observer" or null.</summary>
    public string? Wto { get; init; }

    /// <summary>Figures that an operator brought after the product was made.</summary>
    [JsonIgnore]
    public IReadOnlyList<FactsOrigin> Newer { get; init; } = [];

    /// <summary>Parts that the source counts apart, such as the West Bank and Gaza.</summary>
    public IReadOnlyList<PartFacts> Parts { get; init; } = [];
}

/// <param name="Part">"west-bank" or "gaza".</param>
public sealed record PartFacts(string Part, IReadOnlyList<Share>? Religions, int? ReligionsYear);

/// <param name="Form">"republic", "constitutional-monarchy", "absolute-monarchy", "dependency", "unknown" …</param>
/// <param name="System">"presidential", "semi-presidential", "parliamentary" or null.</param>
/// <param name="Of">Alpha-2 code of the sovereign of a dependency.</param>
public sealed record Government(string Form, string? System, bool Federal, string? Of);

/// <summary>A figure and the year it holds for, when the source says it.</summary>
[JsonConverter(typeof(FigureJson))]
public readonly record struct Figure(decimal Value, int? Year);

/// <summary>A group's share of a population.</summary>
/// <param name="Key">Slug for translation, such as "sunni"; null for ethnic groups.</param>
/// <param name="Name">The source's own label, in English.</param>
/// <param name="Percent">0 to 100; the middle when the source gives a range.</param>
/// <param name="Low">The range's lower end.</param>
/// <param name="High">The range's upper end.</param>
/// <param name="Approximation">"&lt;" for less than, "~" for about, null for as it stands.</param>
/// <param name="Parts">Groups within this one.</param>
public sealed record Share(
    string? Key,
    string Name,
    [property: JsonPropertyName("pct")] decimal Percent,
    decimal? Low,
    decimal? High,
    [property: JsonPropertyName("approx")] string? Approximation,
    IReadOnlyList<Share>? Parts
);

/// <summary>One direction of a country's trade in goods.</summary>
/// <param name="Partners">The five largest at most.</param>
/// <param name="Commodities">Short English labels, largest first.</param>
public sealed record Trade(int? Year, IReadOnlyList<TradePartner> Partners, IReadOnlyList<string> Commodities);

/// <param name="Country">Alpha-2 code.</param>
/// <param name="Percent">Share of the direction's value, 0 to 100.</param>
[JsonConverter(typeof(TradePartnerJson))]
public sealed record TradePartner(string Country, decimal Percent);
