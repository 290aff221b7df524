namespace Kosmopolit.Features.Search.Analysis;

/// <summary>
/// Pieces of words. They find compounds, inflections and misspellings in every language, and are the only words that
/// scripts without spaces have.
/// </summary>
public static class Grams
{
    /// <summary>Characters per piece in an alphabet with vowels.</summary>
    public const int Size = 4;

    /// <summary>Where vowels are mostly left out, words are shorter.</summary>
    private const int Consonants = 3;

    /// <summary>Where one sign is a syllable.</summary>
    private const int Syllables = 2;

    /// <summary>The pieces of one word, in order; a short word of an unspaced script is one piece, a short spaced word has none.</summary>
    public static IEnumerable<string> Of(Word word) => Cuts(word).Select(c => c.Text.Substring(c.Start, c.Length));

    /// <summary>Whether a word that stands apart is long enough to have any.</summary>
    /// <param name="folded">Never empty.</param>
    internal static bool AreIn(string folded) => folded.Length >= SizeIn(folded[0]);

    private static IEnumerable<(string Text, int Start, int Length)> Cuts(Word word)
    {
        var size = SizeOf(word);
        var text = Ethiopic.IsIn(word.Folded) ? Ethiopic.Rows(word.Folded) : word.Folded;
        // Outside the basic plane a sign is two UTF-16 units that must stay together.
        if (text.Any(char.IsSurrogate))
            return Rare(text, size, word.Spacing);
        return text.Length < size
            ? word.Spacing == Spacing.Spaced
                ? []
                : [(text, 0, text.Length)]
            : Enumerable.Range(0, text.Length - size + 1).Select(i => (text, i, size));
    }

    private static IEnumerable<(string Text, int Start, int Length)> Rare(string text, int size, Spacing spacing)
    {
        List<string> signs = [.. text.EnumerateRunes().Select(r => r.ToString())];
        if (signs.Count < size)
            return spacing == Spacing.Spaced ? [] : [(text, 0, text.Length)];
        return Enumerable
            .Range(0, signs.Count - size + 1)
            .Select(i => string.Concat(signs.Skip(i).Take(size)))
            .Select(piece => (piece, 0, piece.Length));
    }

    private static int SizeOf(Word word) => word.Spacing == Spacing.Spaced ? SizeIn(word.Folded[0]) : (int)word.Spacing;

    internal static int SizeIn(char letter) =>
        letter switch
        {
            >= '\u0590' and <= '\u08FF' => Consonants, // Hebrew, Arabic, Syriac and their neighbours
            >= '\u1200' and <= '\u139F' => Syllables, // Tigrinya, Amharic
            >= '\uAC00' and <= '\uD7AF' => Syllables, // Hangul
            _ => Size,
        };
}
