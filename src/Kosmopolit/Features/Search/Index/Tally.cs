using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Kosmopolit.Features.Search.Index;

/// <summary>
/// Ranks, counts kinds and counts codes in one pass over the matches. The kind chosen decides what is ranked and
/// counted by code; the totals per kind are of all kinds, so that a reader sees what else there is.
/// </summary>
/// <param name="kind">What to rank; null for everything.</param>
/// <param name="top">Hits to rank.</param>
/// <param name="countedFields">Fields whose codes are counted; none costs nothing.</param>
internal sealed class Tally(string? kind, int top, IReadOnlyList<string> countedFields) : ICollector
{
    private readonly TopScoreDocCollector _ranked = TopScoreDocCollector.Create(top, docsScoredInOrder: true);
    private readonly Dictionary<string, int> _kinds = [];
    private readonly Dictionary<string, int>[] _codes = [.. countedFields.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];
    private readonly SegmentCodes[] _values = new SegmentCodes[countedFields.Count];
    private readonly int[][] _counts = new int[countedFields.Count][];
    private SortedDocValues? _kindOf;
    private int[] _kindCounts = [];
    private int _wanted;

    public bool AcceptsDocsOutOfOrder => false;

    /// <summary>Call after the search: the counts of the last segment are still to be added.</summary>
    public (TopDocs Ranked, Dictionary<string, int> Kinds, IReadOnlyList<Dictionary<string, int>> Codes) Sum()
    {
        Close();
        return (_ranked.GetTopDocs(), _kinds, _codes);
    }

    public void SetScorer(Scorer scorer) => _ranked.SetScorer(scorer);

    public void SetNextReader(AtomicReaderContext context)
    {
        Close();
        _ranked.SetNextReader(context);
        _kindOf = FieldCache.DEFAULT.GetTermsIndex(context.AtomicReader, Fields.Kind);
        _kindCounts = new int[_kindOf.ValueCount];
        _wanted = kind is null ? -1 : _kindOf.LookupTerm(new BytesRef(kind));
        for (var i = 0; i < countedFields.Count; i++)
        {
            _values[i] = SegmentCodes.Of(context.AtomicReader, countedFields[i]);
            _counts[i] = new int[_values[i].Codes.Length];
        }
    }

    public void Collect(int doc)
    {
        var ord = _kindOf!.GetOrd(doc);
        _kindCounts[ord]++;
        // A kind that this segment does not hold has a negative place, which is no document's.
        if (kind is not null && ord != _wanted)
            return;
        _ranked.Collect(doc);
        for (var i = 0; i < _values.Length; i++)
        {
            var counts = _counts[i];
            foreach (var code in _values[i].At(doc))
                counts[code]++;
        }
    }

    private void Close()
    {
        if (_kindOf is null)
            return;
        var name = new BytesRef();
        for (var ord = 0; ord < _kindCounts.Length; ord++)
            if (_kindCounts[ord] > 0)
            {
                _kindOf.LookupOrd(ord, name);
                Add(_kinds, name.Utf8ToString(), _kindCounts[ord]);
            }
        for (var i = 0; i < _values.Length; i++)
        for (var ord = 0; ord < _counts[i].Length; ord++)
            if (_counts[i][ord] > 0)
                Add(_codes[i], _values[i].Codes[ord], _counts[i][ord]);
        _kindOf = null;
    }

    private static void Add(Dictionary<string, int> to, string key, int count) => to[key] = to.GetValueOrDefault(key) + count;
}
