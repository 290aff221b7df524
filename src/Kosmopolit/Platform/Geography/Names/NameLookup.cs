namespace Kosmopolit.Platform.Geography.Names;

/// <summary>Looks words up in whatever form they are written.</summary>
internal static class NameLookup
{
    /// <summary>What the first form that is a name stands for, of that which <paramref name="accept"/> lets through.</summary>
    public static List<KnownName> Look(this NameIndex index, string folded, int from, int to, Func<KnownName, WordForm, bool> accept)
    {
        foreach (var form in WordForms.Of(folded, from, to))
        {
            var found = index
                .Find(folded.AsSpan(form.From, form.To - form.From))
                .Where(known => Bends(known, form) && accept(known, form))
                .DistinctBy(known => (known.Kind, known.Code))
                .ToList();
            if (found.Count > 0)
                return Clear(found);
        }
        return [];
    }

    /// <summary>The most words that a name has which this word may begin.</summary>
    public static int LongestFrom(this NameIndex index, string folded, int from, int to) =>
        WordForms.Of(folded, from, to).Max(form => index.LongestFrom(folded.AsSpan(form.From, form.To - form.From)));

    // "صين" without its article is China all the same; "خبر" is not Al Khobar.
    private static bool Bends(KnownName known, WordForm form) =>
        (known.Bending == Bending.Common || !form.Common) && (!known.Bare || form.Article || known.IsCountry);

    /// <summary>
    /// Several tables hold the same word. In some languages a language is called like its country; a city that is
    /// called like its country, or is a Swedish municipality, is found as that.
    /// </summary>
    public static List<KnownName> Clear(List<KnownName> found)
    {
        if (found.Exists(known => known.IsCountry))
            return [.. found.Where(known => known is not ({ Kind: MatchKind.City } or { Kind: MatchKind.Language, Rank: > 0 }))];
        if (found.Exists(known => known.Kind == MatchKind.Municipality))
            return [.. found.Where(known => known is not { Kind: MatchKind.City, Code: "SE" })];
        return found;
    }
}
