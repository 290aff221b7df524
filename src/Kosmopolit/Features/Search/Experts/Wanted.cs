using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Search.Asking;
using Kosmopolit.Features.Search.Facts;

namespace Kosmopolit.Features.Search.Experts;

/// <summary>What somebody should know, as it was read from a question.</summary>
/// <param name="Words">The question's own words.</param>
/// <param name="Language">BCP 47 tag of the words.</param>
public sealed record Wanted(string Words, string Language)
{
    /// <summary>Groups of countries: of each group one is meant, and the first is what was said.</summary>
    public IReadOnlyList<WantedGround> Grounds { get; init; } = [];

    public Topics Topics { get; init; }

    public IReadOnlyList<string> Languages { get; init; } = [];

    public IReadOnlyList<string> Sectors { get; init; } = [];

    public IReadOnlyList<string> Municipalities { get; init; } = [];

    /// <summary>Every code under which the grounds may have been declared.</summary>
    public IEnumerable<string> Countries => Grounds.SelectMany(g => g.Said.Concat(g.Near)).Distinct();
}

/// <param name="Said">Codes that the words stand for.</param>
/// <param name="Near">Former states on the same ground, and what followed them.</param>
public sealed record WantedGround(IReadOnlyList<string> Said, IReadOnlyList<string> Near);

/// <summary>Reads what is wanted from a question's words and from the codes that stand beside it.</summary>
public sealed class WantedReader(Asked asked, FactClauses facts)
{
    /// <param name="country">Chosen beside the words, or empty.</param>
    /// <param name="topic">Key of a topic, or empty.</param>
    public Wanted Of(string words, string language, string country = "", string topic = "")
    {
        // Beyond the first line or two a question tells its story, which names many things.
        var (_, reading, criteria) = asked.By(new SearchQuestion(words, Topic: topic.Length == 0 ? null : topic, ReaderLanguage: language));
        var grounds = country.Length > 0 ? [Ground([country])] : Grounds(reading).ToList();
        return new Wanted(words, language)
        {
            Grounds = grounds,
            Topics = criteria.Topics,
            Languages = LanguagesOf(reading, grounds),
            Sectors = criteria.Sectors,
            Municipalities = criteria.Municipalities,
        };
    }

    private IEnumerable<WantedGround> Grounds(Reading reading) =>
        reading
            .Leads.Select(l => l.Meanings.Where(m => m.Kind == LeadKind.Country).Select(m => m.Code).ToList())
            .Where(codes => codes.Count > 0)
            .DistinctBy(codes => string.Join(' ', codes))
            .Select(Ground);

    private WantedGround Ground(IReadOnlyList<string> said) => new(said, [.. said.SelectMany(facts.SameGround).Except(said).Distinct()]);

    // "Arabic" is asked for by name; "the Arabic market" of a country named beside it is not a wish for the language alone.
    private static List<string> LanguagesOf(Reading reading, List<WantedGround> grounds) =>
        [
            .. reading
                .Leads.Where(l => grounds.Count == 0 || l.Meanings.All(m => m.Kind != LeadKind.Country))
                .SelectMany(l => l.Meanings)
                .Where(m => m.Kind == LeadKind.Language)
                .Select(m => m.Code)
                .Distinct(),
        ];
}
