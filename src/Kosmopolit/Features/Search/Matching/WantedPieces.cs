using Kosmopolit.Features.Search.Index;
using Lucene.Net.Index;

namespace Kosmopolit.Features.Search.Matching;

/// <summary>The pieces that one search weighs, each with a number, and what the index says of them.</summary>
internal sealed class WantedPieces
{
    /// <summary>Bits that tell most other pieces apart without looking them up.</summary>
    private const int Sieve = 12;

    private readonly Dictionary<ulong, int> _numbers = [];
    private readonly List<float> _rarity = [];
    private readonly ulong[] _sieve = new ulong[1 << (Sieve - 6)];
    private readonly IReadOnlyList<SegmentWords> _words;
    private readonly int _entries;

    public WantedPieces(IndexReader reader)
    {
        _words = [.. reader.Leaves.SelectMany(l => SegmentWords.Of(l.AtomicReader))];
        _entries = Math.Max(reader.MaxDoc, 1);
        Average = Math.Max(_words.Sum(w => w.PiecesInAll) / _entries, 1);
    }

    public int Count => _numbers.Count;

    /// <summary>Pieces of an entry.</summary>
    public double Average { get; }

    public int Number(ulong piece)
    {
        if (_numbers.TryGetValue(piece, out var known))
            return known;
        _numbers[piece] = known = _numbers.Count;
        _rarity.Add(RarityOf(piece));
        var bit = Bit(piece);
        _sieve[bit >> 6] |= 1UL << bit;
        return known;
    }

    /// <summary>How much finding it says: the logarithm of one entry in how many.</summary>
    public float Rarity(int number) => _rarity[number];

    /// <summary>-1 for a piece that nobody asks for.</summary>
    public int Find(ulong piece)
    {
        var bit = Bit(piece);
        return (_sieve[bit >> 6] >> bit & 1) != 0 && _numbers.TryGetValue(piece, out var number) ? number : -1;
    }

    // Entries that hold it: as many as its words have entries, were these strewn about; some hold two of the words.
    private float RarityOf(ulong piece)
    {
        var with = _entries * (1 - Math.Exp(-_words.Sum(w => w.Mass(piece)) / _entries));
        return (float)Math.Log(1 + (_entries - with + 0.5) / (with + 0.5));
    }

    private static int Bit(ulong piece) => (int)(piece * 0x9E3779B97F4A7C15 >> (64 - Sieve));
}
