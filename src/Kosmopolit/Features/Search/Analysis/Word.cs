using System.Buffers;
using System.Globalization;
using System.Text;
using Kosmopolit.Platform.Geography;

namespace Kosmopolit.Features.Search.Analysis;

/// <summary>How a script separates its words, which decides the size of n-grams.</summary>
public enum Spacing
{
    /// <summary>Words stand apart: Latin, Cyrillic, Greek, Arabic and most others.</summary>
    Spaced = 0,

    /// <summary>Han, Kana, Bopomofo: one sign carries much, two make a word.</summary>
    Ideographic = 2,

    /// <summary>Thai, Lao, Khmer, Burmese: letters without spaces.</summary>
    Unspaced = 3,
}

/// <summary>A run of letters, digits and marks.</summary>
/// <param name="Start">UTF-16 units from the start of the text.</param>
/// <param name="Folded">Without case, accents and letter variants; never empty.</param>
public readonly record struct Word(int Start, int Length, string Folded, Spacing Spacing)
{
    /// <summary>Longer runs are not language; what follows is left out. Where words do not stand apart, a run goes on as the next word.</summary>
    internal const int MaxLength = 64;

    /// <summary>What is remembered of it, where many texts are read.</summary>
    internal FoldedWord? Known { get; init; }

    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    );

    /// <summary>The words of a text in any script, in order. Linear; never throws.</summary>
    public static List<Word> In(string text) => In(text, known: null);

    /// <param name="known">Remembers how words fold, for whoever reads many texts.</param>
    internal static List<Word> In(string text, FoldedWords? known)
    {
        var words = new List<Word>(text.Length / 6 + 1);
        var (start, spacing, at) = (-1, Spacing.Spaced, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            var belongs = IsPart(rune);
            var its = belongs && !IsMark(rune) ? SpacingOf(rune.Value) : spacing;
            if (start >= 0 && (!belongs || its != spacing))
            {
                Add(words, text, start, at, spacing, known);
                start = -1;
            }
            if (belongs && start < 0)
                (start, spacing) = (at, its);
            at += rune.Utf16SequenceLength;
        }
        if (start >= 0)
            Add(words, text, start, text.Length, spacing, known);
        return words;
    }

    private static void Add(List<Word> words, string text, int start, int end, Spacing spacing, FoldedWords? known)
    {
        // A whole paragraph may be one run; each part begins with the end of the one before, so that no piece is cut through.
        while (spacing != Spacing.Spaced && end - start > MaxLength)
        {
            var cut = start + MaxLength;
            if (char.IsLowSurrogate(text[cut]))
                cut--;
            AddRun(words, text, start, cut, spacing, known);
            start = cut - ((int)spacing - 1);
            if (char.IsLowSurrogate(text[start]))
                start--;
        }
        AddRun(words, text, start, end, spacing, known);
    }

    private static void AddRun(List<Word> words, string text, int start, int end, Spacing spacing, FoldedWords? known)
    {
        var written = text.AsSpan(start, Math.Min(end - start, MaxLength));
        // A ligature or fraction may fold to several words.
        if (known is null)
            foreach (var part in Fold(written))
                words.Add(new Word(start, end - start, part, spacing));
        else
            foreach (var part in known.Of(written).Folded)
                words.Add(new Word(start, end - start, part.Text, spacing) { Known = part });
    }

    /// <summary>The words that one run of letters folds to, usually one.</summary>
    internal static string[] Fold(ReadOnlySpan<char> written) =>
        // Most words of most texts: nothing to fold but the case.
        !written.ContainsAnyExcept(Plain)
            ? [written.ContainsAnyInRange('A', 'Z') ? Lower(written) : written.ToString()]
            : Folding.Fold(written.ToString()).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Lower(ReadOnlySpan<char> written) =>
        string.Create(written.Length, written, (lower, from) => from.ToLowerInvariant(lower));

    private static bool IsPart(Rune rune) => rune.IsAscii ? char.IsLetterOrDigit((char)rune.Value) : IsPartBeyond(rune);

    private static bool IsPartBeyond(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.UppercaseLetter
                or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter
                or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.LetterNumber
        || IsMark(rune);

    private static bool IsMark(Rune rune) =>
        !rune.IsAscii
        && Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark;

    /// <summary>How a word stands, which is of one script.</summary>
    internal static Spacing SpacingOf(ReadOnlySpan<char> word) =>
        Rune.DecodeFromUtf16(word, out var first, out _) == OperationStatus.Done ? SpacingOf(first.Value) : Spacing.Spaced;

    private static Spacing SpacingOf(int rune) =>
        rune switch
        {
            < 0x0E00 => Spacing.Spaced,
            <= 0x0EFF => Spacing.Unspaced, // Thai, Lao
            >= 0x1000 and <= 0x109F => Spacing.Unspaced, // Burmese
            >= 0x1780 and <= 0x17FF => Spacing.Unspaced, // Khmer
            >= 0x2E80 and <= 0x312F => Spacing.Ideographic, // radicals, Kana, Bopomofo
            >= 0x31A0 and <= 0x9FFF => Spacing.Ideographic,
            >= 0xF900 and <= 0xFAFF => Spacing.Ideographic,
            >= 0xFF66 and <= 0xFF9D => Spacing.Ideographic, // half-width Kana
            >= 0x20000 and <= 0x3FFFF => Spacing.Ideographic,
            _ => Spacing.Spaced,
        };
}
