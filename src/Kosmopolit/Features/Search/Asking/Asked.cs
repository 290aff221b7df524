using Kosmopolit.Features.Search.Facts;
using Kosmopolit.Features.Search.Meanings;
using Kosmopolit.Platform.Geography;

namespace Kosmopolit.Features.Search.Asking;

/// <summary>Takes a question from an address and makes of it what can be worked with.</summary>
public sealed class Asked(Atlas atlas, Understanding understanding, CriteriaReader criteria, Sense sense)
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

    /// <summary>As <see cref="By"/>, and what the question means where somebody can tell.</summary>
    internal async Task<(SearchQuestion Meant, Reading Reading, Criteria Criteria)> WithMeaning(
        SearchQuestion question,
        CancellationToken ct
    )
    {
        var (meant, reading, codes) = By(question);
        return reading.OnlyLeads || reading.Number is not null
            ? (meant, reading, codes)
            : (meant, reading with { Vector = await sense.Of(reading.Text, ct) }, codes);
    }

    // An empty field of a form is no filter; nobody's code is longer than this, or holds a sign that cannot be seen, such as
    // the NUL that PostgreSQL refuses.
    private static string? Given(string? code)
    {
        var seen = string.Concat((code ?? "").Where(c => !char.IsControl(c)).Take(40)).Trim();
        return seen.Length == 0 ? null : seen;
    }
}
