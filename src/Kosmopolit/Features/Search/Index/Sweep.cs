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

    // By field, then by number in the field's book.
    private readonly int[][] _codes = [.. countedFields.Select(_ => Array.Empty<int>())];
    private int[] _beside = [];
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
            return new Swept(_ranked.Take(), _total, _kinds, [.. countedFields.Select((f, i) => Named(f, _codes[i]))]);
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
        {
            var codes = SegmentCodes.Of(segment.Reader, countedFields[i]);
            // Whoever chooses a language finds the version in it.
            var counted = (countedFields[i] == SearchField.Language ? every : wanted).AsSpan(0, bits.Words);
            Count(codes, counted, ref _codes[i]);
            if (countedFields[i] == SearchField.Country && near is not null)
                Count(codes.Beside(near), counted, ref _beside);
        }
        if (top > 0)
            _ranked.Add(piece, wanted, segment);
    }

    private static void Count(SegmentCodes codes, ReadOnlySpan<ulong> entries, ref int[] counts)
    {
        if (codes.Highest < 0)
            return;
        if (counts.Length <= codes.Highest)
            Array.Resize(ref counts, codes.Highest + 1);
        var its = counts;
        var having = codes.Having;
        for (var word = 0; word < Math.Min(entries.Length, having.Length); word++)
        for (var left = entries[word] & having[word]; left != 0; left &= left - 1)
            foreach (var code in codes.At((word << 6) + BitOperations.TrailingZeroCount(left)))
                its[code]++;
    }

    private Dictionary<string, int> Named(string field, int[] counts)
    {
        // Of codes that nothing found has, none is offered.
        if (field == SearchField.Country)
            for (var code = 0; code < Math.Min(counts.Length, _beside.Length); code++)
                if (counts[code] > 0)
                    counts[code] += _beside[code];
        return CodeBook.Of(field).Named(counts);
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
