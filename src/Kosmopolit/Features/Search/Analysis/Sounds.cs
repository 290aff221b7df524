using System.Text;

namespace Kosmopolit.Features.Search.Analysis;

/// <summary>
/// How a name sounds without its vowels, so that one written in Latin, Cyrillic or Arabic letters is found by the others:
/// "Karimi" and "کریمی" are both <c>krm</c>. Between scripts only: within one, people know how a name is spelt.
/// </summary>
internal static class Sounds
{
    private const int Shortest = 3;

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

    // As the folding leaves them: hamza, teh marbuta and Persian forms are already plain.
    private const string ArabicLetters = "بپتطثجچحهخدضذرزظژسصشعغفقکكگلمن";
    private const string ArabicSounds = "bpttsjChhxddzrzzjssS\0gfkkkglmn";

    /// <summary>With the script in front; null for a word too short, or of a script that is not known here.</summary>
    /// <param name="folded">Never empty.</param>
    public static string? Of(string folded)
    {
        var (script, sounds) = Read(folded);
        // Some writings end in an h that nobody says: "Fatimah".
        var said = sounds.EndsWith('h') ? sounds[..^1] : sounds;
        return said.Length < Shortest ? null : script + said;
    }

    /// <summary>The same sounds in every other script.</summary>
    public static IEnumerable<string> Elsewhere(Word word) =>
        Of(word.Folded) is { } own ? "lca".Where(s => s != own[0]).Select(s => s + own[1..]) : [];

    private static (char Script, string Sounds) Read(string folded) =>
        folded[0] switch
        {
            < '\u0250' => ('l', OfLatin(folded)),
            >= '\u0400' and <= '\u04FF' => ('c', Mapped(folded, CyrillicLetters, CyrillicSounds)),
            >= '\u0600' and <= '\u06FF' => ('a', Mapped(folded, ArabicLetters, ArabicSounds)),
            _ => (' ', ""),
        };

    private static string OfLatin(string folded)
    {
        var sounds = new StringBuilder();
        for (var at = 0; at < folded.Length; )
        {
            var (letters, sound) = Latin.FirstOrDefault(l => string.CompareOrdinal(folded, at, l.Letters, 0, l.Letters.Length) == 0);
            Add(sounds, sound);
            at += letters?.Length ?? 1;
        }
        return sounds.ToString();
    }

    private static string Mapped(string folded, string letters, string sounds)
    {
        var heard = new StringBuilder();
        foreach (var letter in folded)
            if (letters.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at && sounds[at] != '\0')
                Add(heard, sounds[at].ToString());
        return heard.ToString();
    }

    // Doubled letters are one sound.
    private static void Add(StringBuilder sounds, string? sound)
    {
        if (!string.IsNullOrEmpty(sound) && (sounds.Length == 0 || sounds[^1] != sound[0]))
            sounds.Append(sound);
    }
}
