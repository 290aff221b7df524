namespace Kosmopolit.Platform.Geography.Names;

/// <summary>Looks words up in whatever form they are written.</summary>
internal static class NameLookup
{
    private const string Article = "ال";

    /// <summary>What the first form that is a name stands for, of that which <paramref name="accept"/> lets through.</summary>
    public static List<KnownName> Look(this NameIndex index, string folded, int from, int to, Func<KnownName, bool> accept)
    {
        foreach (var form in WordForms.Of(folded, from, to))
        {
            var found = index.Exactly(folded, form).Where(known => known.Bending == Bending.Common || !form.Common).Where(accept).ToList();
            if (found.Count > 0)
                return found;
        }
        return [];
    }

    /// <summary>The most words that a name has which this word may begin.</summary>
    public static int LongestFrom(this NameIndex index, string folded, int from, int to)
    {
        var longest = 0;
        foreach (var form in WordForms.Of(folded, from, to))
        {
            var word = folded.AsSpan(form.From, form.To - form.From);
            longest = Math.Max(longest, index.LongestFrom(word));
            if (Letters.IsArabic(word[0]))
                longest = Math.Max(longest, index.LongestFrom($"{Article}{word}"));
        }
        return longest;
    }

    // "الصين" and "صين" are the same country; the tables hold one of them.
    private static IEnumerable<KnownName> Exactly(this NameIndex index, string folded, WordForm form)
    {
        var word = folded.AsSpan(form.From, form.To - form.From);
        var found = index.Find(word);
        return Letters.IsArabic(word[0]) && found.Count == 0 ? index.Find($"{Article}{word}") : found;
    }
}
