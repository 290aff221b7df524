using System.Collections.Frozen;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.Ckb;
using Lucene.Net.Analysis.Da;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Fa;
using Lucene.Net.Analysis.Fi;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.It;
using Lucene.Net.Analysis.Nl;
using Lucene.Net.Analysis.No;
using Lucene.Net.Analysis.Pt;
using Lucene.Net.Analysis.Ru;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.Sv;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Analysis.Tr;
using Lucene.Net.Util;

namespace Kosmopolit.Features.Search.Analysis;

/// <summary>
/// The stemmers, one field of the index per language. A text in a language without one is found through its folded
/// words and n-grams.
/// </summary>
public sealed class Stemming : AnalyzerWrapper
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;
    private const string Prefix = "text_";

    private static readonly FrozenDictionary<string, Lazy<Analyzer>> ByLanguage = new Dictionary<string, Func<Analyzer>>
    {
        ["sv"] = () => new SwedishAnalyzer(Version),
        ["en"] = () => new EnglishAnalyzer(Version),
        ["ar"] = () => new ArabicAnalyzer(Version),
        ["fa"] = () => new PersianAnalyzer(Version),
        ["de"] = () => new GermanAnalyzer(Version),
        ["fi"] = () => new FinnishAnalyzer(Version),
        ["fr"] = () => new FrenchAnalyzer(Version),
        ["es"] = () => new SpanishAnalyzer(Version),
        ["ru"] = () => new RussianAnalyzer(Version),
        ["tr"] = () => new TurkishAnalyzer(Version),
        ["no"] = () => new NorwegianAnalyzer(Version),
        ["da"] = () => new DanishAnalyzer(Version),
        ["nl"] = () => new DutchAnalyzer(Version),
        ["it"] = () => new ItalianAnalyzer(Version),
        ["pt"] = () => new PortugueseAnalyzer(Version),
        ["ckb"] = () => new SoraniAnalyzer(Version),
    }.ToFrozenDictionary(p => p.Key, p => new Lazy<Analyzer>(p.Value));

    private readonly Lazy<Analyzer> _other = new(() => new StandardAnalyzer(Version));

    public Stemming()
        : base(PER_FIELD_REUSE_STRATEGY) { }

    /// <summary>The field for texts in this language, or null when there is no stemmer for it.</summary>
    /// <param name="language">BCP 47 tag.</param>
    public static string? FieldFor(string language)
    {
        var dash = language.IndexOf('-', StringComparison.Ordinal);
        var primary = (dash < 0 ? language : language[..dash]).ToLowerInvariant();
        primary =
            primary is "nb" or "nn" ? "no"
            : primary == "prs" ? "fa"
            : primary;
        return ByLanguage.ContainsKey(primary) ? Prefix + primary : null;
    }

    /// <summary>What the field's analyzer makes of a text: its stems, without stop words.</summary>
    public List<string> Stems(string field, string text)
    {
        var stems = new List<string>();
        using var stream = GetTokenStream(field, new StringReader(text));
        var term = stream.GetAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
            stems.Add(term.ToString());
        stream.End();
        return stems;
    }

    protected override Analyzer GetWrappedAnalyzer(string fieldName) =>
        fieldName.StartsWith(Prefix, StringComparison.Ordinal) && ByLanguage.TryGetValue(fieldName[Prefix.Length..], out var known)
            ? known.Value
            : _other.Value;
}

/// <summary>Stems of the few words of a question, each made once.</summary>
internal sealed class KnownStems(Stemming stemming)
{
    private readonly Dictionary<(string Field, string Text), List<string>> _known = [];

    public List<string> Of(string field, string text) =>
        _known.TryGetValue((field, text), out var stems) ? stems : _known[(field, text)] = stemming.Stems(field, text);
}
