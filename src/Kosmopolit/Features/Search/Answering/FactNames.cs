using System.Collections.Concurrent;
using System.Globalization;
using Kosmopolit.Platform.Geography;

namespace Kosmopolit.Features.Search.Answering;

/// <summary>Names of countries and languages in the reader's language, ready to be completed.</summary>
public sealed class FactNames(Atlas atlas)
{
    private readonly ConcurrentDictionary<string, List<(string Folded, Completion Name)>> _known = new();

    /// <summary>Those whose name begins like this, then those in which a later word does.</summary>
    /// <param name="folded">Folded, not empty.</param>
    /// <param name="language">BCP 47 tag; an unknown one reads English.</param>
    public IEnumerable<Completion> Beginning(string folded, string language)
    {
        var all = _known.GetOrAdd(Spoken(language), Names);
        return all.Where(n => n.Folded.StartsWith(folded, StringComparison.Ordinal))
            .Concat(all.Where(n => n.Folded.Contains($" {folded}", StringComparison.Ordinal)))
            .Select(n => n.Name);
    }

    public Completion Country(string code, string language) => new(Kinds.Country, code, atlas.PlaceName(code, language));

    public Completion Language(string tag, string language) => new("language", tag, atlas.LanguageName(tag, language));

    // Only languages in which countries have names: an address may carry any tag, and each list is kept.
    private string Spoken(string language)
    {
        var dash = language.IndexOf('-', StringComparison.Ordinal);
        var primary = dash > 0 ? language[..dash] : language;
        return atlas.Country("SE")?.Names.ContainsKey(primary) == true ? primary : "en";
    }

    private List<(string Folded, Completion Name)> Names(string language) =>
        [
            .. atlas
                .Countries.Select(c => Country(c.Alpha2, language))
                .Concat(atlas.Languages.Select(l => Language(l.Tag, language)))
                .OrderBy(c => c.Kind)
                .ThenBy(c => c.Name, StringComparer.Create(CultureInfo.GetCultureInfo(language), ignoreCase: true))
                .Select(c => (Folding.Fold(c.Name), c)),
        ];
}
