using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;

namespace Kosmopolit.Features.Search.Api;

/// <summary>A page of people.</summary>
/// <param name="Total">All that fit, on every page; what is hidden from you is not counted.</param>
/// <param name="Facets">How many would be left by each code.</param>
/// <param name="After">Send it as <c>after</c> for the next page; null on the last.</param>
/// <param name="FactsOnly">True while the word index is being built: words were not looked for.</param>
public sealed record PeopleFound(IReadOnlyList<PersonListed> People, int Total, Facets Facets, string? After, bool FactsOnly);

/// <summary>A page of firms.</summary>
/// <param name="Total">All that fit, on every page; what is hidden from you is not counted.</param>
/// <param name="Facets">How many would be left by each code.</param>
/// <param name="After">Send it as <c>after</c> for the next page; null on the last.</param>
/// <param name="FactsOnly">True while the word index is being built: words were not looked for.</param>
public sealed record FirmsFound(IReadOnlyList<FirmListed> Firms, int Total, Facets Facets, string? After, bool FactsOnly);

/// <summary>One thing found: its kind, its address, and why.</summary>
/// <param name="Kind"><c>people</c>, <c>firms</c>, <c>networks</c>, <c>countries</c>, <c>knowledge</c> or <c>questions</c>.</param>
/// <param name="Key">Last part of its address.</param>
/// <param name="Address">Of its page; where the snippet stands on it, if that is known.</param>
/// <param name="Why">A sentence, in the reader's language.</param>
/// <param name="Snippet">A piece of its own text in which words of the question stand; null when they do not.</param>
public sealed record HitListed(string Kind, string Key, string Title, string Address, string Why, Written? Snippet);

/// <summary>A page of everything found.</summary>
/// <param name="TotalsByKind">Per kind, whatever kind was asked for.</param>
/// <param name="Understood">Codes read out of the words.</param>
public sealed record AllFound(
    IReadOnlyList<HitListed> Hits,
    int Total,
    IReadOnlyDictionary<string, int> TotalsByKind,
    Facets Facets,
    IReadOnlyList<Understood> Understood,
    string? After,
    bool FactsOnly
);
