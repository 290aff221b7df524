using System.Globalization;
using System.Text;

namespace Kosmopolit.Features.Search.Answering;

/// <summary>All names of reference facts in one language.</summary>
internal sealed class NamesInLanguage
{
    private readonly CompareInfo _compare;
    private readonly List<FactName> _names;
    private readonly Dictionary<(string, string), FactName> _byKey;

    public NamesInLanguage(CultureInfo culture, IEnumerable<FactName> names)
    {
        _compare = culture.CompareInfo;
        // The likeliest first; a wider sector stands before its parts, and one that only repeats its name is left out.
        _names =
        [
            .. names
                .DistinctBy(n => (n.Name.Kind, n.Folded, n.Name.Kind == FactNames.Sector ? "" : n.Name.Key))
                .OrderByDescending(n => n.Weight)
                .ThenBy(
                    n => n.Name.Kind == FactNames.Sector ? "" : n.Name.Name,
                    culture.CompareInfo.GetStringComparer(CompareOptions.IgnoreCase)
                ),
        ];
        _byKey = _names.ToDictionary(n => (n.Name.Kind, n.Name.Key));
    }

    /// <summary>Those whose name begins so; the better the nearer to how it was typed.</summary>
    public IEnumerable<(FactName Name, int Tier)> Beginning(Tail tail) =>
        _names.Where(n => n.Folded.StartsWith(tail.Folded, StringComparison.Ordinal)).Select(n => (n, IsAsTyped(n, tail.Text) ? 0 : 1));

    /// <summary>Those in which a later word begins so.</summary>
    public IEnumerable<FactName> Within(Tail tail) => _names.Where(n => n.Folded.Contains(" " + tail.Folded, StringComparison.Ordinal));

    /// <summary>Null when nothing here has the key.</summary>
    public FactName? Of(string kind, string key) => _byKey.GetValueOrDefault((kind, key));

    // Accents may be left out, where the language does not take the letters for different ones: "ö" and a Swedish "o" do not
    // begin alike, so Oman comes after Österrike.
    private bool IsAsTyped(FactName name, string typed) =>
        _compare.IsPrefix(
            name.Name.Name,
            typed,
            Ascii.IsValid(typed) ? CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace : CompareOptions.IgnoreCase
        );
}
