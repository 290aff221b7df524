using System.Runtime.InteropServices;
using System.Text;
using Kosmopolit.Features.Search.Analysis;
using Lucene.Net.Util;

namespace Kosmopolit.Features.Search.Index;

/// <summary>
/// What the index gives back of an entry, in UTF-8: whose it is; then its different words that have pieces, folded, one written
/// in two ways twice. After each comes a byte below a space, which ends it and says how often the word stands there. The closer
/// look cuts the words of the few best entries into pieces. For one thread.
/// </summary>
internal sealed class KeptEntry
{
    /// <summary>Bytes of the longest word that is kept; no language has one.</summary>
    public const int LongestWord = 1024;

    /// <summary>More of one word says nothing more; and no word holds such a byte.</summary>
    private const int Most = 31;

    /// <summary>Bytes that the index keeps of an entry: some four thousand different words. What comes later is left out.</summary>
    private const int Room = 32_000;

    private static long s_entries;

    private readonly List<(FoldedWord Word, int Times)> _counts = [];
    private byte[] _bytes = new byte[1024];
    private int _length;
    private long _entry;

    public void Begin(string holder)
    {
        _counts.Clear();
        _entry = Interlocked.Increment(ref s_entries);
        _length = Encoding.UTF8.GetBytes(holder, _bytes);
        _bytes[_length++] = 1;
    }

    public void Add(FoldedWord word)
    {
        if (word.Counted is var (entry, place) && entry == _entry)
            CollectionsMarshal.AsSpan(_counts)[place].Times++;
        else
        {
            word.Counted = (_entry, _counts.Count);
            _counts.Add((word, 1));
        }
    }

    /// <summary>Good until the next entry.</summary>
    public BytesRef Written()
    {
        foreach (var (word, times) in _counts)
        {
            var bytes = word.Utf8;
            if (bytes.Length >= LongestWord)
                continue;
            if (_length + bytes.Length >= Room)
                break;
            if (_length + bytes.Length >= _bytes.Length)
                Array.Resize(ref _bytes, 2 * _bytes.Length);
            bytes.CopyTo(_bytes, _length);
            _length += bytes.Length;
            _bytes[_length++] = (byte)Math.Min(times, Most);
        }
        return new BytesRef(_bytes, 0, _length);
    }

    /// <exception cref="IOException">It was not written so.</exception>
    public static string Holder(BytesRef kept) => Encoding.UTF8.GetString(kept.Bytes.AsSpan(kept.Offset, End(kept)));

    /// <summary>The words, for <see cref="Next"/>.</summary>
    /// <exception cref="IOException">It was not written so.</exception>
    public static ReadOnlySpan<byte> Words(BytesRef kept) => kept.Bytes.AsSpan(kept.Offset, kept.Length)[(End(kept) + 1)..];

    /// <summary>Takes the next word from what is left; none is longer than <see cref="LongestWord"/>.</summary>
    /// <returns>The word in UTF-8, and how often it stands in the entry.</returns>
    /// <exception cref="IOException">It was not written so.</exception>
    public static CountedWord Next(ref ReadOnlySpan<byte> left)
    {
        var end = End(left);
        if (end >= LongestWord)
            throw Damaged();
        var next = new CountedWord(left[..end], left[end]);
        left = left[(end + 1)..];
        return next;
    }

    private static int End(BytesRef kept) => End(kept.Bytes.AsSpan(kept.Offset, kept.Length));

    private static int End(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOfAnyInRange((byte)0, (byte)Most) is > 0 and var end ? end : throw Damaged();

    private static IOException Damaged() => new("What the index keeps of an entry cannot be read.");
}

/// <param name="word">In UTF-8.</param>
/// <param name="times">How often it stands in an entry.</param>
internal readonly ref struct CountedWord(ReadOnlySpan<byte> word, int times)
{
    public ReadOnlySpan<byte> Word { get; } = word;

    public int Times => times;
}
