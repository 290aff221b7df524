using System.Globalization;
using System.Text;

namespace Kosmopolit.Platform.Geography.Names;

/// <summary>What becomes of a single letter or sign when a text is folded.</summary>
internal static class Letters
{
    private const int Tatweel = 0x0640;
    private const int Hamza = 0x0621;
    private const int ZeroWidthNonJoiner = 0x200C;

    /// <summary>Signs written inside words, which people leave out as often as not.</summary>
    public static bool IsApostrophe(Rune rune) =>
        rune.Value
            is '\''
                or '`'
                or 0x00B4
                or 0x2018
                or 0x2019
                or 0x201B
                or 0x2032
                or 0x055A
                or (>= 0x02B9 and <= 0x02BF)
                or 0x02C8
                or 0x02CB;

    public static bool IsSilent(Rune rune) =>
        rune.Value is Tatweel or Hamza || rune.Value != ZeroWidthNonJoiner && Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format;

    /// <summary>An accent or a vowel sign that may be left out; those of scripts that cannot be read without them may not.</summary>
    public static bool IsAccent(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark && !CarriesVowels(rune.Value);

    public static bool PartsWords(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.UppercaseLetter
                or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter
                or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.LetterNumber
                or UnicodeCategory.OtherNumber
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.EnclosingMark
            );

    /// <summary>The letter that stands for this one and its variants, when that is another; the letter is in lower case.</summary>
    public static string? Standard(Rune letter) =>
        letter.Value switch
        {
            'ß' => "ss",
            'ø' or 'ɔ' => "o",
            'æ' => "ae",
            'œ' => "oe",
            'đ' or 'ð' or 'ɖ' or 'ɗ' => "d",
            'þ' => "th",
            'ł' => "l",
            'ı' or 'ɨ' => "i",
            'ħ' => "h",
            'ŧ' => "t",
            'ŋ' or 'ɲ' => "n",
            'ə' or 'ɛ' or 'ǝ' => "e",
            'ɓ' => "b",
            'ƙ' => "k",
            'ƴ' => "y",
            'ς' => "σ",
            'ґ' => "г",
            // Arabic: alef wasla; final ya, Persian and Kurdish ya; Persian kaf; ta marbuta and the other forms of ha; Kurdish o and rolled r and l.
            'ٱ' => "ا",
            'ى' or 'ی' or 'ې' or 'ێ' or 'ے' => "ي",
            'ک' or 'ڪ' => "ك",
            'ة' or 'ە' or 'ہ' or 'ھ' or 'ۃ' => "ه",
            'ۆ' or 'ۇ' or 'ۋ' => "و",
            'ڕ' => "ر",
            'ڵ' => "ل",
            'ڤ' => "ف",
            _ => null,
        };

    /// <summary>The letters of a text with their accents; case and all that is no letter or digit apart.</summary>
    public static string Spelling(ReadOnlySpan<char> text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune.IsAscii ? Rune.IsLetterOrDigit(rune) : rune != Rune.ReplacementChar && !PartsWords(rune))
                letters.Append(Rune.ToLowerInvariant(rune));
        var spelling = letters.ToString();
        return spelling.IsNormalized() ? spelling : spelling.Normalize();
    }

    /// <summary>Scripts written without spaces between words.</summary>
    public static bool IsUnspaced(char c) =>
        c
            is (>= '\u0E00' and <= '\u0EFF')
                or (>= '\u1000' and <= '\u109F')
                or (>= '\u1780' and <= '\u17FF')
                or (>= '\u3040' and <= '\u30FF')
                or (>= '\u3400' and <= '\u9FFF');

    public static bool IsArabic(char c) => c is >= '\u0600' and <= '\u06FF';

    public static bool IsEthiopic(char c) => c is >= '\u1200' and <= '\u139F';

    // The scripts of India, Sri Lanka, Tibet, Thailand, Laos, Burma, Cambodia and Indonesia, and the Japanese voicing marks.
    private static bool CarriesVowels(int mark) =>
        mark
            is (>= 0x0900 and <= 0x109F)
                or (>= 0x1700 and <= 0x17FF)
                or (>= 0x1900 and <= 0x1A1F)
                or (>= 0x1A20 and <= 0x1AAF)
                or (>= 0x1B00 and <= 0x1C7F)
                or 0x3099
                or 0x309A
                or (>= 0xA800 and <= 0xABFF)
                or (>= 0x11000 and <= 0x11FFF);
}
