using Kosmopolit.Platform.Geography.Names;

namespace Kosmopolit.Platform.Geography;

/// <summary>
/// Finds the codes behind names in any language the tables know: countries, former states, languages, counties,
/// municipalities, cities, sectors, topics. The index is built on first use; every member may be called from any thread.
/// </summary>
public sealed class Gazetteer(Atlas atlas)
{
    private const int ShortestBeginning = 3;

    private readonly Lazy<NameIndex> _index = new(() => NameSources.Gather(atlas));

    /// <summary>
    /// What a text that is one name stands for, best first: the name itself or another word for it, else an inflected
    /// form, else what alone of its kind begins so. A name shared by several, such as Kurdistan, gives them all.
    /// </summary>
    public IReadOnlyList<Match> Resolve(string text)
    {
        var sentence = new Sentence(text);
        if (sentence.Text.Length == 0)
            return [];
        var spelling = Letters.Spelling(text);
        var known = Code(text.Trim());
        if (known.Count == 0)
            known = _index.Value.Look(sentence.Text, 0, sentence.Text.Length, (name, _) => !name.Strict || name.Spelling == spelling);
        if (known.Count == 0)
            known = Beginning(sentence.Text);
        return
        [
            .. known.OrderBy(name => name.Rank).ThenBy(name => name.Kind).Select(name => sentence.Match(name, 0, sentence.Text.Length)),
        ];
    }

    /// <summary>
    /// The names inside a sentence, in the order they stand there. Names do not overlap, but one that stands for several
    /// gives a match for each. Everyday words that are also names are left alone unless they plainly stand as a place.
    /// </summary>
    public IReadOnlyList<Match> Find(string query) =>
        new NameFinder(_index.Value, code => atlas.Country(code) is not null, new Sentence(query)).Find();

    private List<KnownName> Code(string text) =>
        text is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'] && atlas.Country(text) is { } country
            ? [new(MatchKind.Country, country.Alpha2, 0)]
            : [];

    private List<KnownName> Beginning(string folded) =>
        folded.Length < ShortestBeginning
            ? []
            :
            [
                .. _index
                    .Value.StartingWith(folded)
                    .DistinctBy(name => (name.Kind, name.Code))
                    .GroupBy(name => name.Kind)
                    .Where(kind => kind.Count() == 1)
                    .SelectMany(kind => kind),
            ];
}
