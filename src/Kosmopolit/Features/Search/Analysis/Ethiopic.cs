namespace Kosmopolit.Features.Search.Analysis;

/// <summary>
/// Tigrinya and Amharic inflect by changing the vowel of a syllable, and each syllable is a sign of its own. Signs of one
/// consonant stand in rows of eight, so the row alone is the consonant.
/// </summary>
internal static class Ethiopic
{
    /// <summary>Rows of consonants that sound alike and are written for each other.</summary>
    private static readonly (char From, char To)[] Alike =
    [
        ('\u1210', '\u1200'),
        ('\u1280', '\u1200'),
        ('\u1220', '\u1230'),
        ('\u12D0', '\u12A0'),
        ('\u1340', '\u1338'),
    ];

    public static bool IsIn(ReadOnlySpan<char> word) => word[0] is >= '\u1200' and <= '\u137F';

    /// <summary>The first sign of each syllable's row.</summary>
    public static string Rows(string word) =>
        string.Create(
            word.Length,
            word,
            (rows, from) =>
            {
                for (var i = 0; i < rows.Length; i++)
                    rows[i] = Row(from[i]);
            }
        );

    private static char Row(char sign)
    {
        if (sign is < '\u1200' or > '\u135A')
            return sign;
        var row = (char)(sign & ~7);
        foreach (var (from, to) in Alike)
            if (row == from)
                return to;
        return row;
    }
}
