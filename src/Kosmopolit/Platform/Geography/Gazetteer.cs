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

    /// <summary>
    /// All of which some name begins so, in whatever language, except cities: those are not offered before they are written.
    /// Nothing for so few letters that much of the world begins with them.
    /// </summary>
    /// <param name="finished">Whether the last word is finished, so that the name goes on with another one.</param>
    public IReadOnlyList<Named> Beginning(string text, bool finished = false)
    {
        var folded = Folding.Fold(text).Trim();
        if (folded.Length == 0 || folded.Length < ShortestOffered(folded[0]))
            return [];
        var spelling = Letters.Spelling(text);
        return
        [
            .. _index
                .Value.StartingWith(finished ? folded + " " : folded)
                .Where(name => name.Kind != MatchKind.City && name.MayBegin(spelling))
                .GroupBy(name => (name.Kind, name.Code))
                .Select(same => new Named(same.Key.Kind, same.Key.Code, same.Min(name => name.Rank))),
        ];
    }

    // A sign of a script without spaces is as good as a word.
    private static int ShortestOffered(char first) =>
        Letters.IsUnspaced(first) ? 1
        : first < '\u0250' ? ShortestBeginning
        : ShortestBeginning - 1;

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
