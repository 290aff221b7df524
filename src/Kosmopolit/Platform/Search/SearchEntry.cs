using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Platform.Search;

/// <summary>
/// What one company of readers may find of one holder. A holder has up to three entries, one per level, each made
/// only of fields that reach that level; a reader's filter picks exactly one of them.
/// </summary>
/// <param name="Kind">Key of the kind: <c>country</c>, <c>person</c>, <c>firm</c>, <c>network</c>.</param>
/// <param name="Id">The row, or null for reference facts, which only have a key.</param>
/// <param name="Key">Last part of the address: slug, or alpha-2.</param>
/// <param name="Level">Public, AllNetworks or MyNetwork: the narrowest audience that any field in here has.</param>
public sealed record SearchEntry(string Kind, Guid? Id, string Key, Audience Level)
{
    /// <summary>Whether every reader gets this entry: it is public and the holder has no other.</summary>
    public bool ForEveryone { get; init; }

    /// <summary>Networks whose members stand near; written at every level so that a filter can tell near from far.</summary>
    public IReadOnlyCollection<Guid> Networks { get; init; } = [];

    /// <summary>Codes for exact search.</summary>
    public IReadOnlyList<SearchFact> Facts { get; init; } = [];

    /// <summary>Of a text that stands in several languages: which one this is. Null when there is only one.</summary>
    public TextVersion? Version { get; init; }

    /// <summary>Free text, each with the language it is written in.</summary>
    public IReadOnlyList<SearchText> Texts { get; init; } = [];

    /// <summary>Names of what the codes stand for, in several languages: words that find codes.</summary>
    public IReadOnlyCollection<string> Names { get; init; } = [];

    /// <summary>What the texts mean, of length one, when a machine said it; else null.</summary>
    public float[]? Vector { get; init; }

    /// <summary>What the holder is called at this level; offered as a completion. Empty when it may not be known.</summary>
    public string Title { get; init; } = "";
}

/// <param name="Original">The row that all versions come from, or the original itself.</param>
/// <param name="Language">BCP 47 tag.</param>
public readonly record struct TextVersion(Guid Original, string Language);

/// <param name="Field">One of <see cref="SearchField"/>.</param>
public readonly record struct SearchFact(string Field, string Code);

/// <param name="Language">BCP 47 tag; chooses how the words are stemmed.</param>
public readonly record struct SearchText(string Text, string Language);

/// <summary>Fields of codes. Those that readers filter by are also counted.</summary>
public static class SearchField
{
    /// <summary>A country that the holder is.</summary>
    public const string Is = "is";

    /// <summary>A country that the holder knows, exports to, or is.</summary>
    public const string Country = "country";

    /// <summary>Country and topic, <c>IR/customs</c>.</summary>
    public const string CountryTopic = "ct";

    /// <summary>Country and basis, <c>IR/lived</c>.</summary>
    public const string CountryBasis = "basis";

    /// <summary>Country and last year of contact, <c>IR/2024</c>.</summary>
    public const string CountryContact = "contact";

    public const string Topic = "topic";

    public const string Language = "language";

    /// <summary>Language and every level reached, <c>fa/A1</c> … <c>fa/C1</c>.</summary>
    public const string LanguageLevel = "langlevel";

    /// <summary>SNI 2025 code and each of its parents.</summary>
    public const string Sector = "sector";

    /// <summary>SCB codes: municipality (four digits) and county (two).</summary>
    public const string Region = "region";

    /// <summary>A firm's organisation number, ten digits.</summary>
    public const string Number = "number";

    /// <summary>Id of a network the reader may know the holder belongs to.</summary>
    public const string Network = "network";

    /// <summary>The fields that readers filter by, with counts.</summary>
    public static readonly IReadOnlyList<string> Counted = [Country, Topic, Language, Sector, Region];
}
