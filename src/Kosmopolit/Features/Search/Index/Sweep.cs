using System.Numerics;
using System.Runtime.InteropServices;
using Kosmopolit.Features.Search.Matching;
using Kosmopolit.Platform.Search;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Kosmopolit.Features.Search.Index;

/// <summary>
/// Finds first, as sets; counts kinds and codes over the sets; and weighs only what may come among the best. The kind chosen
/// decides what is ranked and counted by code; the totals per kind are of all kinds, so that a reader sees what else there is.
/// </summary>
/// <param name="kind">What to rank; null for everything.</param>
/// <param name="top">Hits to rank; none costs nothing.</param>
/// <param name="countedFields">Fields whose codes are counted; none costs nothing.</param>
/// <param name="near">Countries that the filter of a country finds as well: what is counted is what the filter would leave.</param>
internal sealed class Sweep(string? kind, int top, IReadOnlyList<string> countedFields, Func<string, IEnumerable<string>>? near = null)
{
    private readonly Ranked _ranked = new(top);
    private readonly Dictionary<string, int> _kinds = [];
    private readonly Dictionary<string, int>[] _codes = [.. countedFields.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];
    private readonly Dictionary<string, int> _beside = new(StringComparer.Ordinal);
    private readonly HashSet<string> _once = new(StringComparer.Ordinal);
    private int _total;

    /// <param name="audience">What this reader may find: sets of bits, as <see cref="AudienceFilter"/> keeps them.</param>
    /// <param name="one">Chooses among the versions of a text; null when every version counts.</param>
    public Swept Over(IndexSearcher searcher, Part query, Filter audience, OneVersion? one = null)
    {
        var lent = new List<BitSets>();
        try
        {
            var found = new List<FoundIn>();
            foreach (var leaf in searcher.IndexReader.Leaves)
            {
                lent.Add(new BitSets(leaf.AtomicReader.MaxDoc));
                var segment = new Segment(leaf, lent[^1]);
                if (query.In(segment) is { } piece && Visible(piece, segment, audience) is { } set)
                    found.Add(new FoundIn(segment, piece, set));
            }
            // The versions of a text may lie in different segments.
            foreach (var (segment, _, set) in found)
                one?.Choose(segment, set);
            foreach (var (segment, piece, set) in found)
                Count(piece, set, one?.Once(segment, set) ?? set, segment);
            // Of codes that nothing found has, none is offered.
            for (var i = 0; i < countedFields.Count; i++)
                if (countedFields[i] == SearchField.Country)
                    foreach (var (code, more) in _beside.Where(b => _codes[i].ContainsKey(b.Key)))
                        Add(_codes[i], code, more);
            return new Swept(_ranked.Take(), _total, _kinds, _codes);
        }
        finally
        {
            lent.ForEach(l => l.Dispose());
        }
    }

    private static ulong[]? Visible(Piece piece, Segment segment, Filter audience)
    {
        if (audience.GetDocIdSet(segment.Context, null) is not FixedBitSet company)
            return null;
        var found = segment.Bits!.Copy(piece.Bits!);
        var theirs = MemoryMarshal.Cast<long, ulong>(company.GetBits().AsSpan());
        var live = segment.Reader.LiveDocs;
        for (var word = 0; word < segment.Bits.Words; word++)
        {
            var left = found[word] &= theirs[word];
            for (; left != 0 && live is not null; left &= left - 1)
                if (BitOperations.TrailingZeroCount(left) is var at && !live.Get((word << 6) + at))
                    found[word] &= ~(1UL << at);
        }
        return found;
    }

    /// <param name="all">Every version of a text.</param>
    /// <param name="found">One of each.</param>
    private void Count(Piece piece, ulong[] all, ulong[] found, Segment segment)
    {
        var bits = segment.Bits!;
        var (wanted, every) = kind is null ? (found, all) : (null, null);
        foreach (var (name, its) in SegmentKinds.Of(segment.Reader).All)
        {
            if (bits.Count(found, its) is > 0 and var some)
                Add(_kinds, name, some);
            if (name == kind)
                (wanted, every) = (bits.Both(found, its), bits.Both(all, its));
        }
        if (wanted is null || every is null)
            return;
        _total += bits.Count(wanted);
        for (var i = 0; i < countedFields.Count; i++)
            Count(countedFields[i], wanted, every, segment, _codes[i]);
        if (top > 0)
            _ranked.Add(piece, wanted, segment);
    }

    private void Count(string field, ulong[] wanted, ulong[] every, Segment segment, Dictionary<string, int> codes)
    {
        var values = SegmentCodes.Of(segment.Reader, field);
        if (values.Codes.Length == 0)
            return;
        var beside = field == SearchField.Country && near is not null ? values.Near(near) : null;
        // Whoever chooses a language finds the version in it.
        var set = field == SearchField.Language ? every : wanted;
        var counts = new int[values.Codes.Length];
        for (var word = 0; word < segment.Bits!.Words; word++)
        for (var left = set[word]; left != 0; left &= left - 1)
        {
            var its = values.At((word << 6) + BitOperations.TrailingZeroCount(left));
            foreach (var code in its)
                counts[code]++;
            if (beside is not null)
                CountBeside(its, values.Codes, beside);
        }
        for (var ord = 0; ord < counts.Length; ord++)
            if (counts[ord] > 0)
                Add(codes, values.Codes[ord], counts[ord]);
    }

    private void CountBeside(ReadOnlySpan<int> its, string[] codes, string[][] beside)
    {
        foreach (var code in its)
            if (beside[code].Length > 0)
                _once.UnionWith(beside[code]);
        if (_once.Count == 0)
            return;
        foreach (var code in its)
            _once.Remove(codes[code]);
        foreach (var other in _once)
            Add(_beside, other, 1);
        _once.Clear();
    }

    private static void Add(Dictionary<string, int> to, string key, int count) => to[key] = to.GetValueOrDefault(key) + count;
}

/// <param name="Set">Entries that match and may be found.</param>
internal readonly record struct FoundIn(Segment Segment, Piece Piece, ulong[] Set);

/// <param name="Best">In order.</param>
/// <param name="Codes">By field, in the order in which they were asked for.</param>
internal sealed record Swept(
    IReadOnlyList<ScoreDoc> Best,
    int Total,
    IReadOnlyDictionary<string, int> Kinds,
    IReadOnlyList<IReadOnlyDictionary<string, int>> Codes
);
