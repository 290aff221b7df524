namespace Kosmopolit.Platform.Geography.Names;

/// <summary>Swedish words written together: "Iranhandel", "tullregler", "persisktalande", "nordirakisk".</summary>
internal static class Compounds
{
    private const int ShortestHead = 4;

    /// <summary>Words that follow a place, a people or a topic in one word. Only these: "essentiell" is not about Essen.</summary>
    private static readonly string[] Tails =
    [
        .. (
            "affar agent agd ambassad arbet aterforsalj avgift avtal baserad besok betalning blankett bolag bransch dag deklar delegation "
            + "distribut dokument ekonomi erfarenhet etikett expert export folk foredrag forening foretag forhandling forsalj forum frag frakt fram fonster grupp handel "
            + "handlagg handling hanter hinder import inkop intyg inriktad intress invester kanna kanned klarer konflikt konsul kontakt kontor kontrakt krav kris kultur "
            + "kund kunnig kunskap kurs lag larar leveran mal marknad mission museum myndighet natverk ombud papper partner politik problem "
            + "process produc produkt projekt radgiv ratt regel regim regler relation relaterad resa resan rese reso rutin samarbet "
            + "sanktion satsning sed seminari situation sprak strateg stud svensk tal team teknik tillstand tillverk tolk transport tull "
            + "undervis utbild utlys utveckl valuta van vecka verk verksamhet villkor vistels"
        ).Split(' '),
    ];

    /// <summary>Tails that speak of a language rather than of a country: "persisktalande".</summary>
    private static readonly string[] LanguageTails = ["tal", "sprak", "tolk", "larar", "kunnig", "undervis", "kurs"];

    private static readonly string[] Directions =
    [
        .. "sydost sydvast nordost nordvast central mellan nord syd ost vast norra sodra ostra vastra".Split(' '),
    ];

    /// <summary>The name at the head of a compound, where the rest begins, and whether the rest speaks of a language.</summary>
    public static IEnumerable<(int HeadTo, int TailFrom, bool Language)> Cuts(string folded, int from, int to)
    {
        for (var cut = to - 3; cut >= from + ShortestHead; cut--)
            if (TailAt(folded, cut, to) is { } tail)
                yield return (cut, tail, LanguageTails.Any(language => StartsWith(folded, tail, to, language)));
    }

    /// <summary>Where the name begins in "nordirak"; null when the word does not begin with a direction.</summary>
    public static int? AfterDirection(string folded, int from, int to)
    {
        foreach (var direction in Directions)
            if (to - from >= direction.Length + ShortestHead && StartsWith(folded, from, to, direction))
                return from + direction.Length;
        return null;
    }

    // An s may join the two: "Englandsresa".
    private static int? TailAt(string folded, int at, int to)
    {
        foreach (var tail in Tails)
        {
            if (StartsWith(folded, at, to, tail))
                return at;
            if (folded[at] == 's' && StartsWith(folded, at + 1, to, tail))
                return at + 1;
        }
        return null;
    }

    private static bool StartsWith(string folded, int from, int to, string word) =>
        from + word.Length <= to && folded.AsSpan(from, word.Length).SequenceEqual(word);
}
