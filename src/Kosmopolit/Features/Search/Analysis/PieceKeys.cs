namespace Kosmopolit.Features.Search.Analysis;

/// <summary>
/// The pieces of a word as numbers, for whoever looks at very many words: nothing is made of each piece. The numbers are good
/// while the process lives.
/// </summary>
internal static class PieceKeys
{
    /// <summary>Signs that fit into a number.</summary>
    private const int Fitting = 4;

    /// <summary>Adds the pieces of a word in order; none of a short word, or of a run in a script without spaces.</summary>
    /// <param name="folded">Never empty.</param>
    public static void Add(ReadOnlySpan<char> folded, List<ulong> to)
    {
        if (Word.SpacingOf(folded) != Spacing.Spaced)
            return;
        if (Ethiopic.IsIn(folded) || HasRareSigns(folded))
            foreach (var piece in Grams.Of(new Word(0, folded.Length, folded.ToString(), Spacing.Spaced)))
                to.Add(Key(piece));
        else
            Cut(folded, Grams.SizeIn(folded[0]), to);
    }

    /// <summary>Of a piece that consists of plain letters and digits.</summary>
    public static ulong OfPlain(ReadOnlySpan<byte> piece)
    {
        var key = 0UL;
        foreach (var sign in piece)
            key = (key << 16) | sign;
        return key;
    }

    private static void Cut(ReadOnlySpan<char> folded, int size, List<ulong> to)
    {
        var window = ulong.MaxValue >> (16 * (Fitting - size));
        var key = 0UL;
        for (var i = 0; i < folded.Length; i++)
        {
            key = ((key << 16) | folded[i]) & window;
            if (i >= size - 1)
                to.Add(key);
        }
    }

    private static ulong Key(string piece)
    {
        if (piece.Length > Fitting)
            return ulong.MaxValue ^ (uint)piece.GetHashCode(StringComparison.Ordinal);
        var key = 0UL;
        foreach (var sign in piece)
            key = (key << 16) | sign;
        return key;
    }

    // Outside the basic plane a sign is two UTF-16 units that must stay together.
    private static bool HasRareSigns(ReadOnlySpan<char> folded) => folded.ContainsAnyInRange('\uD800', '\uDFFF');
}
