using System.Text;
using DiffPlex;

namespace Kosmopolit.Platform.Comparing;

/// <summary>
/// Cuts text where readers see words: runs of letters and digits, single signs of the scripts that write without spaces
/// (Chinese, Japanese, Thai, Lao, Khmer, Burmese), white space and marks by themselves. Joined again it is the same text.
/// </summary>
internal sealed class WordChunker : IChunker
{
    private enum Kind
    {
        Word,
        Space,
        Alone,
    }

    public IReadOnlyList<string> Chunk(string text)
    {
        var pieces = new List<string>();
        var (piece, last) = (new StringBuilder(), Kind.Alone);
        foreach (var rune in text.EnumerateRunes())
        {
            var kind = KindOf(rune);
            // Accents and joiners belong to the sign before them.
            var leans =
                Rune.GetUnicodeCategory(rune)
                is System.Globalization.UnicodeCategory.NonSpacingMark
                    or System.Globalization.UnicodeCategory.SpacingCombiningMark
                    or System.Globalization.UnicodeCategory.EnclosingMark
                    or System.Globalization.UnicodeCategory.Format;
            if (piece.Length > 0 && !leans && (kind != last || kind == Kind.Alone || rune.Value == '\n'))
            {
                pieces.Add(piece.ToString());
                piece.Clear();
            }
            piece.Append(rune.ToString());
            last = leans ? last : kind;
        }
        if (piece.Length > 0)
            pieces.Add(piece.ToString());
        return pieces;
    }

    private static Kind KindOf(Rune rune) =>
        Rune.IsWhiteSpace(rune) ? Kind.Space
        : Rune.IsLetterOrDigit(rune) && !IsUnspaced(rune.Value) ? Kind.Word
        : Kind.Alone;

    private static bool IsUnspaced(int c) =>
        c
            is (>= 0x0E00 and <= 0x0EFF)
                or (>= 0x1000 and <= 0x109F)
                or (>= 0x1780 and <= 0x17FF)
                or (>= 0x3040 and <= 0x30FF)
                or (>= 0x3400 and <= 0x9FFF)
                or (>= 0xF900 and <= 0xFAFF)
                or (>= 0x20000 and <= 0x3FFFF);
}
