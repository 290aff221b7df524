using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Search;
using Lucene.Net.Search;

namespace Kosmopolit.Features.Search.Asking;

/// <summary>How well a holder's declared facts answer a code.</summary>
public sealed class FactClauses(Atlas atlas, TimeProvider clock)
{
    private static readonly string[] FirstHand = ["lived", "worked", "traded"];

    private ILookup<string, string>? _formerBySuccessor;

    /// <summary>
    /// A hit for any meaning of the lead. Of several countries the best known counts; a country and a language of the same name
    /// count together.
    /// </summary>
    /// <param name="topics">Topics asked for at the same time: a country known on just these is worth more.</param>
    internal BooleanQuery For(Lead lead, IReadOnlyCollection<string> topics) =>
        Clauses.Any(lead.Meanings.GroupBy(m => m.Kind).Select(g => Clauses.Best([.. g.Select(m => For(m, topics))], tie: 0)));

    internal Query For(Meaning meaning, IReadOnlyCollection<string> topics) =>
        meaning.Kind switch
        {
            LeadKind.Country => Country(meaning.Code, topics),
            LeadKind.Language => Language(meaning.Code),
            LeadKind.Region => Clauses.Fact(SearchField.Region, meaning.Code, Weights.Region),
            LeadKind.Sector => Clauses.Fact(SearchField.Sector, meaning.Code, Weights.Sector),
            _ => Clauses.Fact(SearchField.Topic, meaning.Code, Weights.Topic),
        };

    /// <summary>Codes under which people may have declared the same ground: a former state and the countries that followed it.</summary>
    public IEnumerable<string> SameGround(string code) =>
        atlas.FormerState(code) is { } former ? former.Successors : FormerBySuccessor[code];

    private ILookup<string, string> FormerBySuccessor =>
        _formerBySuccessor ??= atlas
            .FormerStates.SelectMany(f => f.Successors.Select(s => (Successor: s, f.Code)))
            .ToLookup(p => p.Successor, p => p.Code);

    private Query Country(string code, IReadOnlyCollection<string> topics)
    {
        var year = clock.GetUtcNow().Year;
        var recent = Enumerable.Range(year - Weights.RecentYears, Weights.RecentYears + 1).Select(y => $"{code}/{y}");
        var exact = Clauses.Ranked(
            Clauses.Fact(SearchField.Country, code, Weights.Country),
            [
                Clauses.Fact(SearchField.Is, code, Weights.IsTheCountry),
                Clauses.AnyFact(SearchField.CountryBasis, FirstHand.Select(b => $"{code}/{b}"), Weights.FirstHand),
                Clauses.AnyFact(SearchField.CountryContact, recent, Weights.Recent),
                .. topics.Select(t => Clauses.Fact(SearchField.CountryTopic, $"{code}/{t}", Weights.CountryTopic)),
            ]
        );
        var near = SameGround(code).ToList();
        return near.Count == 0 ? exact : Clauses.Best([exact, Clauses.AnyFact(SearchField.Country, near, Weights.FormerCountry)], tie: 0);
    }

    private static Query Language(string tag) =>
        Clauses.Ranked(
            Clauses.Fact(SearchField.Language, tag, Weights.Language),
            [.. Weights.LanguageLevels.Select(l => Clauses.Fact(SearchField.LanguageLevel, $"{tag}/{l.Level}", l.Weight))]
        );
}
