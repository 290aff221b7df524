namespace Kosmopolit.Features.Search.Analysis;

/// <summary>
/// Pieces of words. They find compounds, inflections and misspellings in every language, and are the only words that
/// scripts without spaces have.
/// </summary>
public static class Grams
{
    /// <summary>Characters per piece where words stand apart.</summary>
    public const int Size = 4;

    /// <summary>The pieces of one word, in order; a short word of an unspaced script is one piece, a short spaced word has none.</summary>
    public static IEnumerable<string> Of(Word word)
    {
        var size = word.Spacing == Spacing.Spaced ? Size : (int)word.Spacing;
        var units = Units(word.Folded);
        if (units.Count < size)
            return word.Spacing == Spacing.Spaced ? [] : [word.Folded];
        return Enumerable.Range(0, units.Count - size + 1).Select(i => string.Concat(units.Skip(i).Take(size)));
    }

    /// <summary>What is written to the index: pieces, and for ideographs single signs too, so that a one-sign word is found.</summary>
    public static IEnumerable<string> ForIndex(Word word) =>
        word.Spacing == Spacing.Ideographic && word.Folded.Length > 1 ? Of(word).Concat(Units(word.Folded)) : Of(word);

    // A sign outside the basic plane is two UTF-16 units that must stay together.
    private static List<string> Units(string text) => [.. text.EnumerateRunes().Select(r => r.ToString())];
}
