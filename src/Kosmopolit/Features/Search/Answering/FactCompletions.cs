using System.Collections.Frozen;
using Kosmopolit.Features.Search.Analysis;
using Kosmopolit.Platform.Geography;

namespace Kosmopolit.Features.Search.Answering;

/// <summary>What begins like the end of a question, in any language and script, named in the reader's language.</summary>
public sealed class FactCompletions(FactNames facts, Gazetteer gazetteer)
{
    /// <summary>So many of each kind come before more of any.</summary>
    private const int FirstOfKind = 3;

    /// <summary>So many that are called so here: what is called so elsewhere, or deep in a long title, would only puzzle.</summary>
    private const int Enough = Completer.MaxOffered / 2;

    private static readonly string[] Order = [Kinds.Country, FactNames.Language, FactNames.Topic, FactNames.Region, FactNames.Sector];

    /// <summary>After these a language is meant: "vem talar pol…".</summary>
    private static readonly FrozenSet<string> Speaking =
    [
        .. Word.In("talar tala pratar prata språket speak speaks speaking يتكلم تتكلم يتحدث تتحدث يتكلمون لغة اللغة").Select(w => w.Folded),
    ];

    /// <param name="language">BCP 47 tag of the language to offer names in.</param>
    /// <param name="opens">Whether the tail begins with a word that questions are made with, such as "i" or "with".</param>
    internal IEnumerable<Completion> Beginning(Tail tail, string language, bool opens)
    {
        var names = facts.In(language);
        var own = names.Beginning(tail).ToList();
        if (!opens)
            own.AddRange(names.Within(tail).Where(n => own.Count < Enough || n.Name.Kind != FactNames.Sector).Select(n => (n, 6)).ToList());
        return own.Concat(own.Count < Enough ? Elsewhere(tail, names) : [])
            .Where(f => !opens || f.Name.Name.Kind != FactNames.Sector)
            .GroupBy(f => (f.Name.Name.Kind, f.Name.Name.Key))
            .Select(same => (same.First().Name, Tier: same.Min(f => f.Tier)))
            .GroupBy(f => f.Name.Name.Kind)
            .SelectMany(kind =>
                kind.OrderBy(f => f.Tier)
                    .ThenByDescending(f => f.Name.Weight)
                    .Select((f, i) => (f.Name.Name, f.Tier, Turn: i / FirstOfKind))
            )
            .OrderBy(f => f.Turn)
            .ThenBy(f => Speaking.Contains(tail.Last) && f.Name.Kind != FactNames.Language)
            .ThenBy(f => f.Tier)
            .ThenBy(f => Array.IndexOf(Order, f.Name.Kind))
            .Select(f => f.Name)
            .DistinctBy(c => (c.Kind, c.Name));
    }

    /// <summary>"Ирак", "Persia", "Misr": what is called otherwise here.</summary>
    private IEnumerable<(FactName Name, int Tier)> Elsewhere(Tail tail, NamesInLanguage names) =>
        gazetteer
            .Beginning(tail.Text, tail.IsFinished)
            .Select(n => (n.Kind, n.Code, Tier: 2 + n.Rank))
            .Concat(tail.IsFinished ? [] : gazetteer.Resolve(tail.Text).Select(m => (m.Kind, m.Code, Tier: 5)))
            .Select(m => (Name: names.Of(KindOf(m.Kind), m.Code), m.Tier))
            .Where(f => f.Name is not null)
            .Select(f => (f.Name!, f.Tier));

    private static string KindOf(MatchKind kind) =>
        kind switch
        {
            MatchKind.Country or MatchKind.City or MatchKind.FormerState => Kinds.Country,
            MatchKind.Language => FactNames.Language,
            MatchKind.County or MatchKind.Municipality => FactNames.Region,
            MatchKind.Sector => FactNames.Sector,
            _ => FactNames.Topic,
        };
}
