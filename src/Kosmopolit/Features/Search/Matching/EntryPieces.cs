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
        Span<char> room = stackalloc char[KeptEntry.LongestWord];
        while (!left.IsEmpty)
        {
            var (length, times) = KeptEntry.Next(ref left, room);
            _keys.Clear();
            PieceKeys.Add(room[..length], _keys);
            Length += _keys.Count * times;
            foreach (var key in _keys)
                if (wanted.Find(key) is >= 0 and var number)
                    _counts[number] += times;
        }
    }
}
