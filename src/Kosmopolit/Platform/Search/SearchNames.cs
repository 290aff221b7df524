using System.Collections.Concurrent;
using Kosmopolit.Platform.Geography;

namespace Kosmopolit.Platform.Search;

/// <summary>
/// What codes are called in the languages of the interface and in their own: "Iran", "إيران", "ایران". Written beside the
/// codes so that words of any of these languages find their holders.
/// </summary>
public sealed class SearchNames(Atlas atlas)
{
    private static readonly string[] Interface = ["sv", "en", "ar"];

    private readonly ConcurrentDictionary<(char Kind, string Code), IReadOnlyList<string>> _known = new();

    /// <param name="code">Alpha-2 or a former state.</param>
    public IReadOnlyList<string> OfCountry(string code) => _known.GetOrAdd(('c', code), key => Country(key.Code));

    /// <param name="tag">BCP 47.</param>
    public IReadOnlyList<string> OfLanguage(string tag) =>
        _known.GetOrAdd(('l', tag), key => atlas.Language(key.Code) is { } l ? Distinct([.. Interface.Select(l.Name), l.Native]) : []);

    /// <summary>Names of an SNI code and of the wider ones it belongs to.</summary>
    public IReadOnlyList<string> OfSector(string code) =>
        _known.GetOrAdd(
            ('s', code),
            key => Distinct(SectorAndParents(key.Code).Select(atlas.Sector).OfType<Sector>().SelectMany(s => Interface.Select(s.Name)))
        );

    /// <param name="code">SCB code of a municipality.</param>
    public IReadOnlyList<string> OfMunicipality(string code) =>
        _known.GetOrAdd(
            ('m', code),
            key =>
                atlas.Municipality(key.Code) is { } m
                    ? Distinct([.. Interface.Select(m.Name), .. Interface.Select(l => atlas.County(m.County)?.Name(l))])
                    : []
        );

    /// <summary>An SNI code and each wider one, narrowest first; of an unknown code, the wider ones that are known.</summary>
    public IEnumerable<string> SectorAndParents(string code)
    {
        for (var next = code; next is not null; next = atlas.Sector(next) is { } known ? known.Parent : Wider(next))
            yield return next;
    }

    // Codes of the edition before, or of a finer one, still begin with their division.
    private static string? Wider(string unknown) => unknown.Length > 2 ? unknown[..^1] : null;

    private string[] Country(string code)
    {
        if (atlas.Country(code) is not { } country)
            return atlas.FormerState(code) is { } former ? Distinct(former.Names.Values) : [];
        var own = country.Languages.Where(l => l.Status is not null).Select(l => country.Names.GetValueOrDefault(l.Tag));
        return Distinct([.. Interface.Select(country.Name), .. own]);
    }

    private static string[] Distinct(IEnumerable<string?> names) =>
        [.. names.Where(n => !string.IsNullOrEmpty(n)).OfType<string>().Distinct(StringComparer.Ordinal)];
}
