using System.Text;

namespace Kosmopolit.Features.Search.Analysis;

/// <summary>
/// How a name sounds without its vowels, so that one written in Latin, Cyrillic or Arabic letters is found by the others:
/// "Karimi" and "کریمی" are both <c>krm</c>. Of a name with two consonants one knows too little then, so it says besides where its
/// vowels are: "Nadia" and "ناديا" are <c>nd</c> with one between them and one after. Between scripts only: within one, people know
/// how a name is spelt.
/// </summary>
internal static class Sounds
{
    private const int Shortest = 3;

    /// <summary>Stands for any letter that is no consonant.</summary>
    private const char Vowel = 'V';

    /// <summary>Cyrillic letters that only say how the one before is said.</summary>
    private const string Silent = "ьъ";

    /// <summary>Letters that stand for two sounds in Latin writing come first.</summary>
    private static readonly (string Letters, string Sound)[] Latin =
    [
        ("sch", "S"),
        ("shch", "S"),
        ("tsch", "C"),
        ("skj", "S"),
        ("sj", "S"),
        ("sh", "S"),
        ("ch", "C"),
        ("tj", "C"),
        ("kh", "x"),
        ("gh", "g"),
        ("th", "t"),
        ("dh", "d"),
        ("ph", "f"),
        ("zh", "j"),
        ("dj", "j"),
        ("ck", "k"),
        ("ou", ""),
        ("b", "b"),
        ("p", "p"),
        ("t", "t"),
        ("d", "d"),
        ("g", "g"),
        ("k", "k"),
        ("q", "k"),
        ("c", "k"),
        ("x", "x"),
        ("f", "f"),
        ("v", "v"),
        ("s", "s"),
        ("z", "z"),
        ("j", "j"),
        ("l", "l"),
        ("r", "r"),
        ("m", "m"),
        ("n", "n"),
        ("h", "h"),
    ];

    private const string CyrillicLetters = "бвгґдзклмнпрстфхжшщчцж";
    private const string CyrillicSounds = "bvggdzklmnprstfxjSSCsj";

    // As the folding leaves them: hamza, teh marbuta and Persian forms are already plain. Elsewhere the ain of Omar is a vowel.
    private const string ArabicLetters = "بپتطثجچحهخدضذرزظژسصشعغفقکكگلمن";
    private const string ArabicSounds = "bpttsjChhxddzrzzjssSVgfkkkglmn";

    /// <summary>With the script in front; null for a word too short, or of a script that is not known here.</summary>
    /// <param name="folded">Never empty.</param>
    public static string? Of(string folded)
    {
        var (script, heard) = Read(folded);
        // Some writings end in an h that nobody says: "Fatimah".
        if (heard.EndsWith('h'))
            heard = $"{heard.AsSpan(0, heard.Length - 1)}{Vowel}";
        var said = Said(heard);
        return said.Length >= Shortest ? script + said
            : said.Length == Shortest - 1 ? $"{script}{said}{(int)Between(heard, said[1])}"
            : null;
    }

    /// <summary>The same sounds in every other script.</summary>
    public static IEnumerable<string> Elsewhere(Word word) =>
        Of(word.Folded) is { } own ? "lca".Where(s => s != own[0]).SelectMany(s => In(s, own)) : [];

    private static IEnumerable<string> In(char script, string own)
    {
        if (!char.IsAsciiDigit(own[^1]))
            return [script + own[1..]];
        var vowels = (Vowels)(own[^1] - '0');
        return Enumerable
            .Range(1, (int)Vowels.Everywhere)
            .Select(v => (Vowels)v)
            // Arabic letters leave short vowels out; the others write them all.
            .Where(theirs =>
                script == 'a' ? vowels.HasFlag(theirs)
                : own[0] == 'a' ? vowels != 0 && theirs.HasFlag(vowels)
                : theirs == vowels
            )
            .Select(theirs => $"{script}{own.AsSpan(1, own.Length - 2)}{(int)theirs}");
    }

    // Doubled letters are one sound.
    private static string Said(string heard)
    {
        var said = new StringBuilder();
        foreach (var sound in heard)
            if (sound != Vowel && (said.Length == 0 || said[^1] != sound))
                said.Append(sound);
        return said.ToString();
    }

    private static Vowels Between(string heard, char second)
    {
        var at = heard.IndexOf(second, StringComparison.Ordinal);
        return (heard[0] == Vowel ? Vowels.Before : 0)
            | (heard[at - 1] == Vowel ? Vowels.Within : 0)
            | (heard[^1] == Vowel ? Vowels.After : 0);
    }

    private static (char Script, string Heard) Read(string folded) =>
        folded[0] switch
        {
            < '\u0250' => ('l', OfLatin(folded)),
            >= '\u0400' and <= '\u04FF' => ('c', Mapped(folded, CyrillicLetters, CyrillicSounds)),
            >= '\u0600' and <= '\u06FF' => ('a', Mapped(folded, ArabicLetters, ArabicSounds)),
            _ => (' ', ""),
        };

    private static string OfLatin(string folded)
    {
        var heard = new StringBuilder();
        for (var at = 0; at < folded.Length; )
        {
            var (letters, sound) = Latin.FirstOrDefault(l => string.CompareOrdinal(folded, at, l.Letters, 0, l.Letters.Length) == 0);
            heard.Append(string.IsNullOrEmpty(sound) ? Vowel : sound[0]);
            at += letters?.Length ?? 1;
        }
        return heard.ToString();
    }

    private static string Mapped(string folded, string letters, string sounds)
    {
        var heard = new StringBuilder();
        foreach (var letter in folded)
            if (letters.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at)
                heard.Append(sounds[at]);
            else if (!Silent.Contains(letter, StringComparison.Ordinal))
                heard.Append(Vowel);
        return heard.ToString();
    }

    /// <summary>Where a name with two consonants has vowels.</summary>
    [Flags]
    private enum Vowels
    {
        Before = 1,
        Within = 2,
        After = 4,
        Everywhere = Before | Within | After,
    }
}
