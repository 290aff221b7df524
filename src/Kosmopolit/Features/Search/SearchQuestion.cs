namespace Kosmopolit.Features.Search;

/// <summary>
/// What somebody looks for: free text, and filters that are codes. Every field comes from an address that anyone can
/// write, so nothing here is trusted; unknown codes find nothing.
/// </summary>
/// <param name="Text">Anything; control characters are dropped and only the first 400 characters count.</param>
/// <param name="Kind">One of <see cref="Kinds"/>, or null for all.</param>
/// <param name="Country">Alpha-2 or the code of a former state.</param>
/// <param name="Topic">Key of a topic, lower case.</param>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="Sector">SNI 2025 code at any level.</param>
/// <param name="Region">SCB code of a municipality or county.</param>
/// <param name="ReaderLanguage">The language the reader most likely writes in.</param>
/// <param name="After">Place where the page before ended, from <see cref="SearchAnswer.NextAfter"/>.</param>
public sealed record SearchQuestion(
    string Text,
    string? Kind = null,
    string? Country = null,
    string? Topic = null,
    string? Language = null,
    string? Sector = null,
    string? Region = null,
    string ReaderLanguage = "sv",
    string? After = null
)
{
    public const int MaxLength = 400;

    /// <summary>Codes that were understood from the text but that the reader did not mean.</summary>
    public IReadOnlyCollection<string> Ignore { get; init; } = [];

    /// <summary>Hits per page, 1 to 100.</summary>
    public int Count { get; init; } = 20;

    public bool HasFilter => (Country ?? Topic ?? Language ?? Sector ?? Region) is not null;
}

/// <summary>Keys of what can be found.</summary>
public static class Kinds
{
    public const string Country = "country";
    public const string Person = "person";
    public const string Firm = "firm";
    public const string Network = "network";
    public const string Article = "article";
    public const string Question = "question";
    public const string Activity = "activity";

    public static readonly IReadOnlyList<string> All = [Country, Person, Firm, Article, Question, Activity, Network];
}
