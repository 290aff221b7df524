using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Kosmopolit.Features.Search.Index;

/// <summary>
/// Which codes each entry of a segment has, unpacked once while the segment lives: counting would otherwise spend more on
/// decoding than the search itself takes. About 100 bytes an entry.
/// </summary>
internal sealed class SegmentCodes
{
    private static readonly ConditionalWeakTable<object, ConcurrentDictionary<string, SegmentCodes>> Known = [];

    private readonly int[] _starts;
    private readonly int[] _ordinals;
    private string[][]? _near;

    private SegmentCodes(AtomicReader reader, string field)
    {
        if (reader.GetSortedSetDocValues(field) is not { } values)
        {
            (Codes, _starts, _ordinals) = ([], [], []);
            return;
        }
        Codes = Decode(values);
        _starts = new int[reader.MaxDoc + 1];
        var ordinals = new List<int>();
        for (var doc = 0; doc < reader.MaxDoc; doc++)
        {
            values.SetDocument(doc);
            for (var ord = values.NextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = values.NextOrd())
                ordinals.Add((int)ord);
            _starts[doc + 1] = ordinals.Count;
        }
        _ordinals = [.. ordinals];
    }

    /// <summary>By ordinal.</summary>
    public string[] Codes { get; }

    public static SegmentCodes Of(AtomicReader reader, string field) =>
        Known.GetOrCreateValue(reader.CoreCacheKey).GetOrAdd(field, f => new SegmentCodes(reader, f));

    /// <summary>Ordinals of an entry's codes. Where there are no codes, nobody asks.</summary>
    public ReadOnlySpan<int> At(int doc) => _ordinals.AsSpan(_starts[doc], _starts[doc + 1] - _starts[doc]);

    /// <summary>For each code by ordinal the codes that a filter takes for the same.</summary>
    /// <param name="near">The same function each time: what it says is kept.</param>
    public string[][] Near(Func<string, IEnumerable<string>> near) => _near ??= [.. Codes.Select(c => near(c).ToArray())];

    private static string[] Decode(SortedSetDocValues values)
    {
        var (codes, bytes) = (new string[values.ValueCount], new BytesRef());
        for (var ord = 0; ord < codes.Length; ord++)
        {
            values.LookupOrd(ord, bytes);
            codes[ord] = bytes.Utf8ToString();
        }
        return codes;
    }
}
