using Kosmopolit.Platform.Geography;

namespace Kosmopolit.Features.Knowledge.Articles;

/// <summary>Languages in which somebody may write a text: those that people speak, the reader's own first.</summary>
public static class WritingLanguages
{
    // Learned, but nobody's first.
    private static readonly string[] Ancient = ["la", "sa"];

    // Spoken in Sweden by fewer than the tables of countries count.
    private static readonly string[] AlsoHere = ["fit", "rom", "sma", "smj", "syr"];

    /// <param name="own">BCP 47 tags of what the reader reads, in their order.</param>
    /// <param name="language">BCP 47 tag in which the names are written; they are in its order.</param>
    public static (IReadOnlyList<Language> Own, IReadOnlyList<Language> Others) For(Atlas atlas, IEnumerable<string> own, string language)
    {
        var first = own.Select(atlas.Language).OfType<Language>().DistinctBy(l => l.Tag).ToList();
        var spoken = atlas
            .Countries.SelectMany(c => c.Languages.Select(l => l.Tag))
            .Concat(AlsoHere)
            .Except(Ancient)
            .Except(first.Select(l => l.Tag))
            .Select(atlas.Language)
            .OfType<Language>()
            .OrderBy(l => l.Name(language), StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo(language), true));
        return (first, [.. spoken]);
    }
}
