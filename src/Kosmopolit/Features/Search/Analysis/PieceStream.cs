using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Kosmopolit.Features.Search.Analysis;

/// <summary>
/// Hands the pieces of words to the index without making a string of each: most of indexing is this. Of ideographs single signs
/// too, so that a one-sign word is found. Filled anew for each text.
/// </summary>
internal sealed class PieceStream : TokenStream
{
    private readonly ICharTermAttribute _term;

    // Words to be cut into pieces of a size; one that is a piece as it stands has its own length.
    private readonly List<(string Text, int Size)> _words = [];
    private int _word;
    private int _start;

    public PieceStream() => _term = AddAttribute<ICharTermAttribute>();

    public bool IsEmpty => _words.Count == 0;

    public void Clear() => _words.Clear();

    public void Add(Word word)
    {
        var (text, size) = (word.Folded, Grams.SizeOf(word));
        if (word.Spacing == Spacing.Spaced && !Ethiopic.IsIn(text) && !HasRareSigns(text))
        {
            if (text.Length >= size)
                _words.Add((text, size));
            return;
        }
        foreach (var piece in Grams.Of(word))
            _words.Add((piece, piece.Length));
        if (word.Spacing == Spacing.Ideographic && text.Length > 1)
            foreach (var sign in text.EnumerateRunes())
                _words.Add((sign.ToString(), sign.Utf16SequenceLength));
    }

    public override void Reset()
    {
        base.Reset();
        // The end of the text before has left its mark.
        ClearAttributes();
        (_word, _start) = (0, 0);
    }

    public override bool IncrementToken()
    {
        if (_word == _words.Count)
            return false;
        var (text, size) = _words[_word];
        _term.SetEmpty().Append(text, _start++, size);
        if (_start + size > text.Length)
            (_word, _start) = (_word + 1, 0);
        return true;
    }

    // Outside the basic plane a sign is two UTF-16 units that must stay together.
    private static bool HasRareSigns(string text) => text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF');
}
