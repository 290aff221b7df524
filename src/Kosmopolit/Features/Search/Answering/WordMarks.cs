using Kosmopolit.Features.Search.Analysis;
using Kosmopolit.Features.Search.Asking;
using Kosmopolit.Platform.Search;

namespace Kosmopolit.Features.Search.Answering;

/// <summary>
/// Shows which words of a question stand in a text. It only explains: what matches is decided by the index, and an odd
/// inflection that the index found may stay unmarked here.
/// </summary>
internal static class WordMarks
{
    private const int Around = 60;
    private const int MaxSnippet = 220;

    /// <summary>The words found anywhere, and the text with most of them.</summary>
    public static (IReadOnlyList<string> Words, Snippet? Snippet) In(IEnumerable<SearchText> texts, IReadOnlyList<QueryWord> words)
    {
        var seen = new HashSet<string>();
        var (best, most) = ((Snippet?)null, 0);
        foreach (var text in texts.Where(t => t.Text.Length > 0))
        {
            var marks = Find(text.Text, words);
            seen.UnionWith(marks.Select(m => m.Asked));
            var count = marks.Select(m => m.Asked).Distinct().Count();
            if (count > most)
                (best, most) = (Cut(text, [.. marks.Select(m => m.Where)]), count);
        }
        return ([.. words.Select(w => w.Text).Where(seen.Contains)], best);
    }

    private static List<(Mark Where, string Asked)> Find(string text, IReadOnlyList<QueryWord> words)
    {
        var found = new List<(Mark, string)>();
        foreach (var written in Word.In(text))
        foreach (var asked in words)
            if (Place(written, asked.Word) is { } place)
            {
                found.Add((place, asked.Text));
                break;
            }
        return found;
    }

    private static Mark? Place(Word written, Word asked)
    {
        if (written.Spacing != asked.Spacing)
            return null;
        if (written.Spacing == Spacing.Spaced)
            return Alike(written.Folded, asked.Folded) ? new Mark(written.Start, written.Length) : null;
        var piece = Grams.Of(asked).FirstOrDefault(p => written.Folded.Contains(p, StringComparison.Ordinal));
        if (piece is null)
            return null;
        // Only where folding kept every sign does the place in the folded run say where it stood.
        return written.Folded.Length == written.Length
            ? new Mark(written.Start + written.Folded.IndexOf(piece, StringComparison.Ordinal), piece.Length)
            : new Mark(written.Start, written.Length);
    }

    /// <summary>The same word, another form of it, or a compound with it.</summary>
    private static bool Alike(string written, string asked)
    {
        if (written == asked)
            return true;
        if (asked.Length < Grams.Size || written.Length < Grams.Size)
            return false;
        var stem = asked[..Math.Max(Grams.Size, asked.Length - 3)];
        return written.StartsWith(stem, StringComparison.Ordinal) || written.Contains(asked, StringComparison.Ordinal);
    }

    private static Snippet Cut(SearchText text, List<Mark> marks)
    {
        if (text.Text.Length <= MaxSnippet)
            return new Snippet(text.Text, text.Language, marks);
        var from = text.Text.LastIndexOf(' ', Math.Max(0, marks[0].Start - Around)) + 1;
        var room = Math.Min(text.Text.Length, from + MaxSnippet);
        var to = room == text.Text.Length ? room : text.Text.LastIndexOf(' ', room - 1);
        to = to <= marks[0].Start + marks[0].Length ? room : to;
        if (char.IsHighSurrogate(text.Text[to - 1]))
            to--;
        var (before, after) = (from > 0 ? "…" : "", to < text.Text.Length ? "…" : "");
        var shift = before.Length - from;
        return new Snippet(
            before + text.Text[from..to] + after,
            text.Language,
            [.. marks.Where(m => m.Start >= from && m.Start + m.Length <= to).Select(m => m with { Start = m.Start + shift })]
        );
    }
}
