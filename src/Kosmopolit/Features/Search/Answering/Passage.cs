using System.Globalization;
using Kosmopolit.Platform.Search;

namespace Kosmopolit.Features.Search.Answering;

/// <summary>The piece of a text that holds most of a question, short enough to stand in a list.</summary>
/// <param name="Source">Which of the texts it comes from.</param>
/// <param name="Worth">Different words and pieces of the question in it.</param>
/// <param name="First">Which of its marks begins what holds most.</param>
internal sealed record Passage(Snippet Snippet, int Source, int Worth, int First)
{
    private const int Around = 60;
    private const int MaxLength = 220;

    /// <summary>Its place on a page that shows the text: a browser scrolls there and marks it; one that cannot stays at the head.</summary>
    public string Fragment()
    {
        var (text, mark) = (Snippet.Text, Snippet.Marks[First]);
        var (from, to) = (mark.Start, End(mark));
        while (from > 0 && char.IsLetterOrDigit(text[from - 1]))
            from--;
        // A few words more, on the same line, so that it is this place and no other.
        var end = to;
        for (; end < text.Length && text[end] is not ('\n' or '…') && (end - to < Around || IsInWord(text, end)); end++)
            if (!IsInWord(text, end))
                to = end;
        if (end == text.Length)
            to = end;
        return $"#:~:text={Uri.EscapeDataString(text[from..to]).Replace("-", "%2D", StringComparison.Ordinal)}";
    }

    private static bool IsInWord(string text, int at) => !char.IsWhiteSpace(text[at]) && !char.IsPunctuation(text[at]);

    /// <summary>Null when nothing asked for stands in the text.</summary>
    public static Passage? Of(SearchText text, int source, IEnumerable<FoundMark> found)
    {
        var marks = found.OrderBy(m => m.Where.Start).ToList();
        if (marks.Count == 0)
            return null;
        var (first, worth) = Best(marks);
        var (places, begin) = (Joined(marks), marks[first].Where);
        var (from, to) = text.Text.Length <= MaxLength ? (0, text.Text.Length) : Range(text.Text, begin);
        return new Passage(Cut(text, places, from, to), source, worth, places.Count(m => End(m) > from && End(m) <= begin.Start));
    }

    // The first mark of the window that holds most; of equals the one where they stand closest together.
    private static (int First, int Worth) Best(List<FoundMark> marks)
    {
        var within = new Dictionary<string, int>();
        var (best, worth, tightest, from) = (0, 0, 0, 0);
        for (var to = 0; to < marks.Count; to++)
        {
            within[marks[to].Piece] = within.GetValueOrDefault(marks[to].Piece) + 1;
            for (; from < to && (Span(marks[from], marks[to]) > MaxLength - Around || within[marks[from].Piece] > 1); from++)
                if (--within[marks[from].Piece] == 0)
                    within.Remove(marks[from].Piece);
            var span = Span(marks[from], marks[to]);
            if (within.Count > worth || (within.Count == worth && span < tightest))
                (best, worth, tightest) = (from, within.Count, span);
        }
        return (best, worth);
    }

    private static int Span(FoundMark first, FoundMark last) => End(last.Where) - first.Where.Start;

    // Pieces overlap; marks do not.
    private static List<Mark> Joined(List<FoundMark> marks)
    {
        var joined = new List<Mark>();
        foreach (var (mark, _, _) in marks)
            if (joined.Count > 0 && mark.Start <= End(joined[^1]))
                joined[^1] = joined[^1] with { Length = Math.Max(End(joined[^1]), End(mark)) - joined[^1].Start };
            else
                joined.Add(mark);
        return joined;
    }

    private static (int From, int To) Range(string text, Mark first)
    {
        var from = Begin(text, first.Start);
        return (from, Stop(text, from, End(first)));
    }

    private static Snippet Cut(SearchText text, List<Mark> marks, int from, int to)
    {
        var (before, after) = (from > 0 ? "…" : "", to < text.Text.Length ? "…" : "");
        var shift = before.Length - from;
        return new Snippet(
            before + text.Text[from..to] + after,
            text.Language,
            [.. marks.Select(m => Within(m, from, to)).Where(m => m.Length > 0).Select(m => m with { Start = m.Start + shift })]
        );
    }

    private static Mark Within(Mark mark, int from, int to)
    {
        var start = Math.Max(mark.Start, from);
        return new Mark(start, Math.Min(End(mark), to) - start);
    }

    // At a word, where there are words; else at a letter that is not half a sign.
    private static int Begin(string text, int first)
    {
        var wanted = Math.Max(0, first - Around);
        if (wanted == 0)
            return 0;
        for (var at = wanted; at < first; at++)
            if (char.IsWhiteSpace(text[at - 1]))
                return at;
        return Whole(text, wanted);
    }

    private static int Stop(string text, int from, int least)
    {
        var wanted = Math.Max(from + MaxLength, least);
        if (wanted >= text.Length)
            return text.Length;
        for (var at = wanted; at > Math.Max(least, wanted - Around); at--)
            if (char.IsWhiteSpace(text[at]))
                return at;
        return Whole(text, wanted);
    }

    // Not between the halves of a sign, nor before a mark that belongs to the letter before.
    private static int Whole(string text, int at)
    {
        while (
            at > 0
            && (
                char.IsLowSurrogate(text[at])
                || char.GetUnicodeCategory(text[at])
                    is UnicodeCategory.NonSpacingMark
                        or UnicodeCategory.SpacingCombiningMark
                        or UnicodeCategory.EnclosingMark
            )
        )
            at--;
        return at;
    }

    private static int End(Mark mark) => mark.Start + mark.Length;
}
