using Kosmopolit.Features.Search.Facts;
using Kosmopolit.Platform.Geography;

namespace Kosmopolit.Features.Search.Asking;

/// <summary>Takes a question from an address and makes of it what can be worked with.</summary>
public sealed class Asked(Atlas atlas, Understanding understanding, CriteriaReader criteria)
{
    public (SearchQuestion Meant, Reading Reading, Criteria Criteria) By(SearchQuestion question)
    {
        var meant = question with
        {
            Kind = Given(question.Kind)?.ToLowerInvariant(),
            Country = Given(question.Country) is { } country
                ? atlas.Country(country)?.Alpha2 ?? atlas.FormerState(country)?.Code ?? country
                : null,
            Topic = Given(question.Topic)?.ToLowerInvariant(),
            Language = Given(question.Language) is { } language ? atlas.Language(language)?.Tag ?? language : null,
            Sector = Given(question.Sector)?.ToUpperInvariant(),
            Region = Given(question.Region),
        };
        var reading = understanding.Of(meant);
        return (meant, reading, criteria.Of(meant, reading));
    }

    // An empty field of a form is no filter; nobody's code is longer than this.
    private static string? Given(string? code) =>
        string.IsNullOrWhiteSpace(code) ? null
        : code.Trim() is { Length: <= 40 } cut ? cut
        : code[..40];
}
