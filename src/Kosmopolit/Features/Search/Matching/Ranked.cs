using System.Numerics;
using Lucene.Net.Search;

namespace Kosmopolit.Features.Search.Matching;

/// <summary>
/// The best of what was found. Which parts of the query an entry matches is known before it is weighed, and no part gives more
/// than its bound: what cannot come among the best is not weighed.
/// </summary>
/// <param name="top">How many are wanted.</param>
internal sealed class Ranked(int top)
{
    // The worst first; of equals the later one is worse.
    private readonly PriorityQueue<int, Rank> _best = new();
    private double _limit = double.NegativeInfinity;

    /// <summary>Takes in what matches in one segment. Segments come in the order of the index.</summary>
    public void Add(Piece query, ulong[] found, Segment segment)
    {
        var pieces = new List<Piece>();
        query.Spread(pieces, gate: null, matches: true, segment.Bits!);
        pieces.Sort((one, other) => other.Most.CompareTo(one.Most));
        var left = found;
        // The limit is high from the start when those come first that match most.
        if (Promising(pieces, found, segment.Bits!) is { } first)
        {
            Weigh(new StrongPieces(pieces), first, segment);
            pieces.ForEach(p => p.Restart());
            segment.Bits!.AndNot(left = segment.Bits.Copy(found), first);
        }
        Weigh(new StrongPieces(pieces), left, segment);
    }

    /// <summary>Entries that match the strongest pieces together, as many of these as leave enough; null when that is most.</summary>
    private ulong[]? Promising(List<Piece> pieces, ulong[] found, BitSets sets)
    {
        var (first, count) = (found, sets.Count(found));
        var all = count;
        foreach (var piece in pieces)
            if (sets.Count(first, piece.Bits!) is var both && both >= top && both < count)
                (first, count) = (sets.Both(first, piece.Bits!), both);
        return count < all / 2 ? first : null;
    }

    private void Weigh(StrongPieces strong, ulong[] entries, Segment segment)
    {
        strong.Rise(_limit);
        for (var word = 0; word < segment.Bits!.Words; word++)
        {
            var left = entries[word];
            if (left != 0 && _limit > double.NegativeInfinity)
                left &= strong.Any(word);
            for (; left != 0; left &= left - 1)
            {
                var entry = (word << 6) + BitOperations.TrailingZeroCount(left);
                if (
                    strong.MayReach(entry, Limit(segment.Context.DocBase + entry))
                    && Add(strong.Points(entry), segment.Context.DocBase + entry)
                )
                    strong.Rise(_limit);
            }
        }
    }

    public IReadOnlyList<ScoreDoc> Take()
    {
        var ranked = new ScoreDoc[_best.Count];
        for (var i = ranked.Length - 1; _best.TryDequeue(out var entry, out var rank); i--)
            ranked[i] = new ScoreDoc(entry, (float)rank.Points);
        return ranked;
    }

    // Of two with the same points the earlier comes first.
    private double Limit(int entry) =>
        _best.Count == top && _best.TryPeek(out var last, out _) && entry < last ? Math.BitDecrement(_limit) : _limit;

    /// <returns>Whether the limit has risen.</returns>
    private bool Add(double points, int entry)
    {
        if (_best.Count < top)
            _best.Enqueue(entry, new Rank(points, entry));
        else if (_best.TryPeek(out _, out var last) && new Rank(points, entry).CompareTo(last) > 0)
            _best.EnqueueDequeue(entry, new Rank(points, entry));
        else
            return false;
        if (_best.Count < top || !_best.TryPeek(out _, out var worst) || worst.Points <= _limit)
            return false;
        _limit = worst.Points;
        return true;
    }
}

/// <summary>What is better is greater: more points, and of two with the same points the earlier entry.</summary>
internal readonly record struct Rank(double Points, int Entry) : IComparable<Rank>
{
    public int CompareTo(Rank other) =>
        Points > other.Points ? 1
        : Points < other.Points ? -1
        : other.Entry.CompareTo(Entry);
}

/// <summary>The pieces of a query in a segment, those that may give most first.</summary>
internal sealed class StrongPieces(List<Piece> pieces)
{
    // An entry needs one of the first so many; the others together do not reach the limit.
    private int _strong = pieces.Count;
    private double _rest;

    public void Rise(double limit)
    {
        while (_strong > 0 && _rest + pieces[_strong - 1].Most < limit)
            _rest += pieces[--_strong].Most;
    }

    /// <summary>Of sixty-four entries those that may reach the limit.</summary>
    public ulong Any(int word)
    {
        var any = 0UL;
        for (var i = 0; i < _strong; i++)
            any |= pieces[i].Bits![word];
        return any;
    }

    public bool MayReach(int entry, double limit)
    {
        var most = 0.0;
        foreach (var piece in pieces)
            if (piece.IsIn(entry) && (most += piece.Most) > limit)
                return true;
        return double.IsNegativeInfinity(limit);
    }

    public double Points(int entry)
    {
        var points = 0.0;
        foreach (var piece in pieces)
            if (piece.IsIn(entry))
                points += piece.Points(entry);
        return points;
    }
}
