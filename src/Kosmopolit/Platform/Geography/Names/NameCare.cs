namespace Kosmopolit.Platform.Geography.Names;

/// <summary>Short names are also words; how short a name may be depends on its script and on what it names.</summary>
internal static class NameCare
{
    /// <summary>The meaning with the care that a name of this length needs.</summary>
    public static KnownName Take(KnownName meaning, string name, string folded)
    {
        if (Letters.IsArabic(folded[0]))
            return meaning with { Care = InArabic(meaning, folded.Length - (name.StartsWith("ال", StringComparison.Ordinal) ? 2 : 0)) };
        if (!IsLatin(folded[0]))
            return meaning;
        var most = folded.Contains(' ') ? 7 : 3;
        return meaning with
        {
            Spelling = Letters.Spelling(name),
            // "Hà Lan" is the Netherlands in Vietnamese, "ha lan" may be having a loan in Swedish.
            Strict = folded.Length <= most,
            // Words for countries of three letters have been chosen by hand: "usa" is one however it is written.
            Care =
                folded.Length <= 3 && meaning is not { Kind: MatchKind.Country or MatchKind.Topic, Rank: > 0 }
                    ? Care.Capital
                    : meaning.Care,
        };
    }

    private static Care InArabic(KnownName meaning, int length) =>
        meaning switch
        {
            { IsCountry: true } or { Kind: MatchKind.FormerState or MatchKind.Sector } => Care.None,
            { Kind: MatchKind.Municipality or MatchKind.Language, Rank: 0 } when length <= 3 => Care.Never,
            _ when length <= 4 => Care.Alone,
            _ => Care.None,
        };

    private static bool IsLatin(char c) => c < '\u0250';
}
