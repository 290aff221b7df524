using System.Runtime.InteropServices;
using System.Text;
using Kosmopolit.Features.Search.Analysis;
using Kosmopolit.Features.Search.Index;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Fields = Kosmopolit.Features.Search.Index.Fields;

namespace Kosmopolit.Features.Search.Matching;

/// <summary>How often each wanted piece stands in an entry. Each entry's words are read and cut once, whoever asks.</summary>
internal sealed class EntryPieces(AtomicReader reader, WantedPieces wanted)
{
    private readonly BinaryDocValues? _kept = reader.GetBinaryDocValues(Fields.Kept);
    private readonly BytesRef _bytes = new();
    private readonly List<ulong> _keys = [];
    private readonly char[] _room = new char[KeptEntry.LongestWord];
    private int[] _counts = [];
    private int _entry = -1;

    /// <summary>By number of the piece.</summary>
    public ReadOnlySpan<int> In(int entry)
    {
        if (_entry != entry)
            Read(_entry = entry);
        return _counts;
    }

    /// <summary>Pieces of the entry that was asked about last, wanted or not.</summary>
    public int Length { get; private set; }

    private void Read(int entry)
    {
        if (_counts.Length < wanted.Count)
            _counts = new int[wanted.Count];
        Array.Clear(_counts);
        Length = 0;
        if (_kept is null)
            return;
        _kept.Get(entry, _bytes);
        var left = KeptEntry.Words(_bytes);
        while (!left.IsEmpty)
        {
            var next = KeptEntry.Next(ref left);
            if (Ascii.IsValid(next.Word))
                Cut(next.Word, next.Times);
            else
                CutAny(next.Word, next.Times);
        }
    }

    // Most words of most texts are of plain letters.
    private void Cut(ReadOnlySpan<byte> word, int times)
    {
        Length += Math.Max(word.Length - Grams.Size + 1, 0) * times;
        for (var i = 0; i + Grams.Size <= word.Length; i++)
            if (wanted.MayBe(MemoryMarshal.Read<uint>(word[i..])))
                Count(PieceKeys.OfPlain(word.Slice(i, Grams.Size)), times);
    }

    private void CutAny(ReadOnlySpan<byte> word, int times)
    {
        _keys.Clear();
        PieceKeys.Add(_room.AsSpan(0, Encoding.UTF8.GetChars(word, _room)), _keys);
        Length += _keys.Count * times;
        foreach (var key in _keys)
            Count(key, times);
    }

    private void Count(ulong key, int times)
    {
        if (wanted.Find(key) is >= 0 and var number)
            _counts[number] += times;
    }
}
