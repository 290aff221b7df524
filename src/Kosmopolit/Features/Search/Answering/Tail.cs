using System.Globalization;
using Kosmopolit.Features.Search.Analysis;
using Kosmopolit.Features.Search.Asking;
using Kosmopolit.Platform.Geography;

namespace Kosmopolit.Features.Search.Answering;

/// <summary>The end of what somebody is typing, which may be the beginning of a name.</summary>
/// <param name="Before">What stands before it and stays.</param>
/// <param name="Text">The last words as they were typed.</param>
/// <param name="Folded">Not empty; ends with a space when the last word is finished.</param>
/// <param name="First">Its first word, folded.</param>
/// <param name="Last">The word before it, folded; empty when there is none.</param>
internal sealed record Tail(string Before, string Text, string Folded, string First, string Last)
{
    /// <summary>No name that people look for has more words before the one they are at.</summary>
    private const int MostWords = 6;

    /// <summary>Signs of a script without spaces that may belong to one name.</summary>
    private const int MostSigns = 10;

    /// <summary>"And", "so", "with", "for" and "as" are written onto the next word.</summary>
    private const string ArabicPrefixes = "وفبلك";
    private const int ShortestAfterPrefix = 3;

    public bool IsAll => Before.Length == 0;

    public bool IsOneWord => !Folded.TrimEnd().Contains(' ', StringComparison.Ordinal);

    /// <summary>Whether the last word is finished, so that only a longer name goes on.</summary>
    public bool IsFinished => Folded[^1] == ' ';

    /// <summary>The last words, then one less, and so on. None when the text ends in a sign that ends sentences.</summary>
    public static IEnumerable<Tail> Of(string typed)
    {
        var text = Understanding.Clean(typed);
        if (text.Length == 0 || EndsSentence(text[^1]))
            yield break;
        var isFinished = typed[^1] == '-' || char.IsWhiteSpace(typed[^1]) || char.IsControl(typed[^1]);
        var words = Word.In(text);
        foreach (var start in Starts(text, words))
        {
            var folded = Folding.Fold(text[start..]).Trim();
            if (folded.Length > 0)
                yield return new Tail(
                    text[..start],
                    text[start..],
                    isFinished ? folded + " " : folded,
                    folded.Split(' ', 2)[0],
                    words.LastOrDefault(w => w.Start + w.Length <= start).Folded ?? ""
                );
        }
    }

    private static IEnumerable<int> Starts(string text, List<Word> words)
    {
        foreach (var start in words.TakeLast(MostWords).Select(w => w.Start).Distinct())
            yield return start;
        if (words.Count == 0)
            yield break;
        var last = words[^1];
        if (last.Spacing != Spacing.Spaced)
            for (var at = Math.Max(last.Start + 1, text.Length - MostSigns); at < text.Length; at++)
                if (!char.IsLowSurrogate(text[at]))
                    yield return at;
        if (last.Start < text.Length - ShortestAfterPrefix && ArabicPrefixes.Contains(text[last.Start], StringComparison.Ordinal))
            yield return last.Start + 1;
    }

    private static bool EndsSentence(char last) =>
        last is not ('\'' or '’' or '.' or '·') && char.GetUnicodeCategory(last) == UnicodeCategory.OtherPunctuation;
}
