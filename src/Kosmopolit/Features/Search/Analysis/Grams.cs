using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

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

    /// <summary>What is written to the index: pieces, and for ideographs single signs too, so that a one-sign word is found.</summary>
    internal static TokenStream ForIndex(IEnumerable<Word> words) => new PieceStream(words);

    private static IEnumerable<(string Text, int Start, int Length)> Cuts(Word word)
    {
        var size = word.Spacing == Spacing.Spaced ? SizeIn(word.Folded[0]) : (int)word.Spacing;
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

    private static int SizeIn(char letter) =>
        letter switch
        {
            >= '\u0590' and <= '\u08FF' => Consonants, // Hebrew, Arabic, Syriac and their neighbours
            >= '\u1200' and <= '\u139F' => Syllables, // Tigrinya, Amharic
            >= '\uAC00' and <= '\uD7AF' => Syllables, // Hangul
            _ => Size,
        };

    /// <summary>Hands pieces to the index without making a string of each: most of indexing is this.</summary>
    private sealed class PieceStream : TokenStream
    {
        private readonly ICharTermAttribute _term;
        private readonly IEnumerable<Word> _words;
        private IEnumerator<(string Text, int Start, int Length)>? _next;

        public PieceStream(IEnumerable<Word> words)
        {
            _words = words;
            _term = AddAttribute<ICharTermAttribute>();
        }

        public override void Reset()
        {
            base.Reset();
            _next?.Dispose();
            _next = Pieces().GetEnumerator();
        }

        public override bool IncrementToken()
        {
            ClearAttributes();
            if (_next is null || !_next.MoveNext())
                return false;
            var (text, start, length) = _next.Current;
            _term.SetEmpty();
            for (var i = start; i < start + length; i++)
                _term.Append(text[i]);
            return true;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                _next?.Dispose();
            base.Dispose(disposing);
        }

        private IEnumerable<(string Text, int Start, int Length)> Pieces()
        {
            foreach (var word in _words)
            {
                foreach (var cut in Cuts(word))
                    yield return cut;
                if (word.Spacing != Spacing.Ideographic || word.Folded.Length < 2)
                    continue;
                foreach (var sign in word.Folded.EnumerateRunes())
                    yield return (sign.ToString(), 0, sign.Utf16SequenceLength);
            }
        }
    }
}
