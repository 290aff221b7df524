namespace Kosmopolit.Features.Search;

/// <summary>Whether words can be searched right now.</summary>
public enum IndexState
{
    /// <summary>The index is being opened or rebuilt; the answer comes from structured facts only.</summary>
    Building = 0,
    Ready = 1,

    /// <summary>The index folder cannot be used; it is tried again by and by. Facts only.</summary>
    Failed = 2,
}

/// <summary>What was found, counted under the reader's own audience: what is hidden is not counted either.</summary>
public sealed record SearchAnswer
{
    /// <summary>The page's hits, best first; each was confirmed by the database.</summary>
    public required IReadOnlyList<Hit> Hits { get; init; }

    /// <summary>Hits of the chosen kind, all pages.</summary>
    public required int Total { get; init; }

    /// <summary>Hits per kind under the same text and filters, whatever kind is chosen; kinds with none are left out.</summary>
    public required IReadOnlyDictionary<string, int> TotalsByKind { get; init; }

    public Facets Facets { get; init; } = Facets.None;

    /// <summary>Codes read out of the text.</summary>
    public IReadOnlyList<Understood> Understood { get; init; } = [];

    public IndexState State { get; init; } = IndexState.Ready;

    /// <summary>Value of <see cref="SearchQuestion.After"/> for the next page; null on the last.</summary>
    public string? NextAfter { get; init; }

    /// <summary>Whether there were only words and facts to go by, and not the meaning of the question.</summary>
    public bool OnlyWords { get; init; } = true;

    /// <summary>What to offer when no person was found; null when somebody was, or nothing is near.</summary>
    public Nearest? Nearest { get; init; }
}

/// <summary>How many hits each code would leave, by field; codes with none are left out.</summary>
public sealed record Facets(
    IReadOnlyDictionary<string, int> Country,
    IReadOnlyDictionary<string, int> Topic,
    IReadOnlyDictionary<string, int> Language,
    IReadOnlyDictionary<string, int> Sector,
    IReadOnlyDictionary<string, int> Region
)
{
    private static readonly Dictionary<string, int> Empty = [];

    public static readonly Facets None = new(Empty, Empty, Empty, Empty, Empty);
}

/// <summary>What a code found in the text stands for.</summary>
public enum LeadKind
{
    Country = 1,
    Language = 2,
    Topic = 3,
    Sector = 4,
    Region = 5,

    /// <summary>The kind of answer asked for; the code is one of <see cref="Kinds"/>.</summary>
    Aim = 6,
}

/// <summary>A code read out of the text, which the reader may turn into a filter or ignore.</summary>
/// <param name="Text">The words it was read from, as the reader wrote them.</param>
public sealed record Understood(LeadKind Kind, string Code, string Text);

/// <summary>The nearest thing to a question that found nobody.</summary>
/// <param name="Dropped">The filter or lead that was taken away; null when nothing could be.</param>
/// <param name="Wider">The question without it.</param>
/// <param name="Total">People that the wider question finds.</param>
/// <param name="Neighbours">Bordering countries that visible people know, most known first.</param>
/// <param name="DidYouMean">Names that are spelt much like a word of the text.</param>
public sealed record Nearest(
    Understood? Dropped,
    SearchQuestion? Wider,
    int Total,
    IReadOnlyList<Neighbour> Neighbours,
    IReadOnlyList<Understood> DidYouMean
);

public sealed record Neighbour(string Country, int People);

/// <summary>One line under the search box while somebody types.</summary>
/// <param name="Kind">
/// <c>country</c>, <c>language</c>, <c>topic</c>, <c>region</c>, <c>sector</c>, <c>person</c>, <c>firm</c> or <c>network</c>.
/// </param>
/// <param name="Key">Code or slug.</param>
/// <param name="Name">In the reader's language.</param>
public sealed record Completion(string Kind, string Key, string Name);

/// <summary>How the end of a question may go on.</summary>
/// <param name="Before">What stays of the question; a name takes the place of what follows it.</param>
public sealed record Completed(string Before, IReadOnlyList<Completion> Offers)
{
    public static readonly Completed Nothing = new("", []);
}
