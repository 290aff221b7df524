using System.Runtime.InteropServices;
using Kosmopolit.Features.Search.Index;
using Lucene.Net.Index;

namespace Kosmopolit.Features.Search.Matching;

/// <summary>The pieces that one search weighs, each with a number, and what the index says of them.</summary>
internal sealed class WantedPieces
{
    private readonly Dictionary<ulong, int> _numbers = [];
    private readonly List<float> _rarity = [];
    private readonly IReadOnlyList<SegmentWords> _words;
    private readonly int _entries;
    private readonly Sieve _sieve = new();
    private readonly Sieve _plain = new();

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
        _sieve.Add(piece);
        _plain.Add(Plain(piece));
        return known;
    }

    /// <summary>How much finding it says: the logarithm of one entry in how many.</summary>
    public float Rarity(int number) => _rarity[number];

    /// <summary>-1 for a piece that nobody asks for.</summary>
    public int Find(ulong piece) => _sieve.LetsThrough(piece) && _numbers.TryGetValue(piece, out var number) ? number : -1;

    /// <summary>Holds most pieces of plain letters back that nobody asks for, without making a number of each.</summary>
    /// <param name="four">Letters as they stand in memory.</param>
    public bool MayBe(uint four) => _plain.LetsThrough(four);

    // Four letters as they stand in memory, were they plain.
    private static uint Plain(ulong piece)
    {
        Span<byte> letters = [(byte)(piece >> 48), (byte)(piece >> 32), (byte)(piece >> 16), (byte)piece];
        return MemoryMarshal.Read<uint>(letters);
    }

    // Entries that hold it: as many as its words have entries, were these strewn about; some hold two of the words.
    private float RarityOf(ulong piece)
    {
        var with = _entries * (1 - Math.Exp(-_words.Sum(w => w.Mass(piece)) / _entries));
        return (float)Math.Log(1 + (_entries - with + 0.5) / (with + 0.5));
    }
}

/// <summary>Lets through all pieces that were added, and few others.</summary>
internal sealed class Sieve
{
    private const int Holes = 12;

    private readonly ulong[] _bits = new ulong[1 << (Holes - 6)];

    public void Add(ulong piece)
    {
        var at = Place(piece);
        _bits[at >> 6] |= 1UL << at;
    }

    public bool LetsThrough(ulong piece)
    {
        var at = Place(piece);
        return (_bits[at >> 6] >> at & 1) != 0;
    }

    private static int Place(ulong piece) => (int)(piece * 0x9E3779B97F4A7C15 >> (64 - Holes));
}
