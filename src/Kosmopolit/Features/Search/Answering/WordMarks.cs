using Kosmopolit.Features.Search.Analysis;
using Kosmopolit.Features.Search.Asking;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Search;

namespace Kosmopolit.Features.Search.Answering;

/// <summary>
/// Shows which words of a question stand in a text. It only explains: what matches is decided by the index, and an odd
/// inflection that the index found may stay unmarked here.
/// </summary>
internal static class WordMarks
{
    /// <summary>The words found anywhere, and the passage that holds most of them.</summary>
    public static (IReadOnlyList<string> Words, Passage? Passage) In(IReadOnlyList<SearchText> told, IReadOnlyList<QueryWord> words)
    {
        var seen = new HashSet<string>();
        Passage? best = null;
        for (var i = 0; i < told.Count; i++)
        {
            if (told[i].Text.Length == 0)
                continue;
            var marks = Find(told[i].Text, words);
            seen.UnionWith(marks.Select(m => m.Asked));
            if (Passage.Of(told[i], i, marks) is { } passage && passage.Worth > (best?.Worth ?? 0))
                best = passage;
        }
        return ([.. words.Select(w => w.Text).Where(seen.Contains)], best);
    }

    private static List<FoundMark> Find(string text, IReadOnlyList<QueryWord> words)
    {
        var found = new List<FoundMark>();
        foreach (var written in Word.In(text))
        {
            if (written.Spacing != Spacing.Spaced)
                found.AddRange(Pieces(text, written, words));
            else if (
                words.FirstOrDefault(w => w.Word.Spacing == Spacing.Spaced && Alike(written.Folded, w.Word.Folded)) is { Text: { } asked }
            )
                found.Add(new(new Mark(written.Start, written.Length), asked, asked));
        }
        return found;
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

    // Where words do not stand apart, the pieces that the run shares with the question are what is known of them.
    private static IEnumerable<FoundMark> Pieces(string text, Word run, IReadOnlyList<QueryWord> words)
    {
        var places = Places(text, run);
        foreach (var asked in words.Where(w => w.Word.Spacing == run.Spacing))
        foreach (var piece in Grams.Of(asked.Word).Distinct())
        {
            var at = run.Folded.IndexOf(piece, StringComparison.Ordinal);
            for (; at >= 0; at = run.Folded.IndexOf(piece, at + 1, StringComparison.Ordinal))
                yield return new(
                    places is null ? new Mark(run.Start, run.Length) : new Mark(places[at], places[at + piece.Length] - places[at]),
                    asked.Text,
                    piece
                );
        }
    }

    /// <summary>Where each letter of the folded run stood in the text; null when folding does not tell.</summary>
    private static List<int>? Places(string text, Word run)
    {
        var (places, folded, at) = (new List<int>(run.Folded.Length + 1), 0, run.Start);
        foreach (var rune in text.AsSpan(run.Start, run.Length).EnumerateRunes())
        {
            var its = Folding.Fold(rune.ToString());
            if (string.CompareOrdinal(run.Folded, folded, its, 0, its.Length) != 0)
                return null;
            for (var i = 0; i < its.Length; i++, folded++)
                places.Add(at);
            at += rune.Utf16SequenceLength;
        }
        places.Add(at);
        return folded == run.Folded.Length ? places : null;
    }
}

/// <summary>Where something asked for stands.</summary>
/// <param name="Asked">The word of the question.</param>
/// <param name="Piece">What of it stands here: the word itself, or a piece of it in a script without spaces.</param>
internal readonly record struct FoundMark(Mark Where, string Asked, string Piece);
