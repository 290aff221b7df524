using System.Collections.Frozen;

namespace Kosmopolit.Platform.Language;

/// <summary>All texts of the interface in one language, read once from the <c>.po</c> file inside the assembly.</summary>
public sealed class Catalogue
{
    private static readonly Dictionary<string, Lazy<Catalogue>> Known = ReaderLanguage.All.ToDictionary(
        l => l.Tag,
        l => new Lazy<Catalogue>(() => new Catalogue(l, Read(l.Tag)))
    );

    private readonly FrozenDictionary<string, PoEntry> _entries;

    public Catalogue(ReaderLanguage language, string po)
    {
        Language = language;
        _entries = PoFile.Parse(po).ToFrozenDictionary(e => e.Id, StringComparer.Ordinal);
    }

    public ReaderLanguage Language { get; }

    public IReadOnlyCollection<PoEntry> Entries => _entries.Values;

    public static Catalogue For(ReaderLanguage language) => Known[language.Tag].Value;

    /// <summary>The translation, or the English source when there is none.</summary>
    public string Find(string id) => _entries.TryGetValue(id, out var e) && e.Translations is [{ Length: > 0 } text, ..] ? text : id;

    /// <summary>The translation that goes with <paramref name="n"/>, or the English source when there is none.</summary>
    public string Find(string one, string many, long n)
    {
        var form = Language.FormOf(n);
        if (_entries.TryGetValue(one, out var e) && e.Translations.Count > form && e.Translations[form].Length > 0)
            return e.Translations[form];
        return Math.Abs(n) == 1 ? one : many;
    }

    private static string Read(string tag)
    {
        using var stream = typeof(Catalogue).Assembly.GetManifestResourceStream($"Kosmopolit.Catalogues.{tag}.po")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
