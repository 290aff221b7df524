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
    private readonly List<(string Text, int Start, int Length)> _pieces = [];
    private int _next;

    public PieceStream() => _term = AddAttribute<ICharTermAttribute>();

    public bool IsEmpty => _pieces.Count == 0;

    public void Clear() => _pieces.Clear();

    public void Add(Word word)
    {
        var (text, size) = (word.Folded, Grams.SizeOf(word));
        if (word.Spacing == Spacing.Spaced && !Ethiopic.IsIn(text) && !HasRareSigns(text))
        {
            for (var start = 0; start + size <= text.Length; start++)
                _pieces.Add((text, start, size));
            return;
        }
        _pieces.AddRange(Grams.Cuts(word));
        if (word.Spacing == Spacing.Ideographic && text.Length > 1)
            foreach (var sign in text.EnumerateRunes())
                _pieces.Add((sign.ToString(), 0, sign.Utf16SequenceLength));
    }

    public override void Reset()
    {
        base.Reset();
        // The end of the text before has left its mark.
        ClearAttributes();
        _next = 0;
    }

    public override bool IncrementToken()
    {
        if (_next == _pieces.Count)
            return false;
        var (text, start, length) = _pieces[_next++];
        _term.SetEmpty().Append(text, start, length);
        return true;
    }

    // Outside the basic plane a sign is two UTF-16 units that must stay together.
    private static bool HasRareSigns(string text) => text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF');
}
