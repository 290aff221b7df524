using Kosmopolit.Features.Search.Facts;
using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Features.Search;

/// <summary>Answers "who knows …?": one call for the page, the API and everything else that looks for something.</summary>
public sealed class Finder(FactsFinder facts)
{
    /// <summary>Finds what this reader may know of. Never throws on what a person typed.</summary>
    /// <exception cref="OperationCanceledException">The reader went away.</exception>
    public Task<SearchAnswer> Find(SearchQuestion question, Me me, CancellationToken ct = default) =>
        facts.Find(question, Criteria.From(question), me, ct);
}
