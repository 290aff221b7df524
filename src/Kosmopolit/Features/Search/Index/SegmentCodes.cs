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

    private readonly CodeBook _book;

    // Where the codes of an entry begin.
    private readonly int[] _starts;
    private readonly int[] _numbers;
    private readonly ulong[] _having;
    private SegmentCodes? _beside;

    /// <param name="entries">The numbers of each entry's codes; none at all when no entry has any.</param>
    private SegmentCodes(CodeBook book, IEnumerable<IEnumerable<int>> entries)
    {
        List<int> starts = [0],
            numbers = [];
        foreach (var its in entries)
        {
            numbers.AddRange(its);
            starts.Add(numbers.Count);
        }
        (_book, _starts, _numbers) = (book, [.. starts], [.. numbers]);
        Highest = numbers.Count == 0 ? -1 : numbers.Max();
        _having = new ulong[(starts.Count + 63) >> 6];
        for (var entry = 0; entry + 1 < _starts.Length; entry++)
            if (_starts[entry + 1] > _starts[entry])
                _having[entry >> 6] |= 1UL << entry;
    }

    /// <summary>Of the numbers in the field's book; -1 when no entry has a code.</summary>
    public int Highest { get; }

    /// <summary>Entries that have any code, as a set: most have none of some fields.</summary>
    public ReadOnlySpan<ulong> Having => _having;

    public static SegmentCodes Of(AtomicReader reader, string field) =>
        Known.GetOrCreateValue(reader.CoreCacheKey).GetOrAdd(field, f => new SegmentCodes(CodeBook.Of(f), Read(reader, f)));

    /// <summary>Numbers of an entry's codes. Where there are no codes, nobody asks.</summary>
    public ReadOnlySpan<int> At(int entry) => _numbers.AsSpan(_starts[entry], _starts[entry + 1] - _starts[entry]);

    /// <summary>The codes that a filter takes an entry to have besides its own, worked out once while the segment lives.</summary>
    /// <param name="near">Codes that a filter finds with a code; the same each time.</param>
    public SegmentCodes Beside(Func<string, IEnumerable<string>> near) => _beside ??= new SegmentCodes(_book, Others(near));

    private IEnumerable<IEnumerable<int>> Others(Func<string, IEnumerable<string>> near)
    {
        var others = _numbers.Distinct().ToDictionary(n => n, n => near(_book.Code(n)).Select(_book.Number).ToArray());
        for (var entry = 0; entry + 1 < _starts.Length; entry++)
        {
            var own = At(entry).ToArray();
            yield return own.SelectMany(n => others[n]).Except(own);
        }
    }

    private static IEnumerable<IEnumerable<int>> Read(AtomicReader reader, string field)
    {
        if (reader.GetSortedSetDocValues(field) is not { } values)
            yield break;
        var numbers = Numbers(values, CodeBook.Of(field));
        var own = new List<int>();
        for (var entry = 0; entry < reader.MaxDoc; entry++)
        {
            own.Clear();
            values.SetDocument(entry);
            for (var ord = values.NextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = values.NextOrd())
                own.Add(numbers[ord]);
            yield return own;
        }
    }

    // By ordinal in the segment.
    private static int[] Numbers(SortedSetDocValues values, CodeBook book)
    {
        var (numbers, bytes) = (new int[values.ValueCount], new BytesRef());
        for (var ord = 0; ord < numbers.Length; ord++)
        {
            values.LookupOrd(ord, bytes);
            numbers[ord] = book.Number(bytes.Utf8ToString());
        }
        return numbers;
    }
}
