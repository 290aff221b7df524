namespace Kosmopolit.Features.Search.Analysis;

/// <summary>
/// Takes a compound that no text contains apart: "ullkläder" finds "kläder av ull". The other way round, a compound
/// in the text, is found by its pieces.
/// </summary>
internal static class Compound
{
    private const int MinLength = 7;
    private const int MinPart = 3;

    /// <param name="isWritten">Whether any text contains the folded word.</param>
    /// <returns>The two halves, or null when the word is written as it is or does not fall into written halves.</returns>
    public static IReadOnlyList<string>? Split(Word word, Func<string, bool> isWritten)
    {
        var whole = word.Folded;
        if (word.Spacing != Spacing.Spaced || whole.Length < MinLength || !char.IsLetter(whole[0]) || isWritten(whole))
            return null;
        // The longest last part first: it carries what the thing is.
        for (var at = MinPart; at <= whole.Length - MinPart; at++)
        {
            var last = whole[at..];
            if (!isWritten(last))
                continue;
            var first = whole[..at];
            if (isWritten(first))
                return [first, last];
            // Swedish and German join with an s: "handel-s-hus".
            if (first[^1] == 's' && first.Length > MinPart && isWritten(first[..^1]))
                return [first[..^1], last];
        }
        return null;
    }
}
