using System.Buffers;
using System.Numerics;

namespace Kosmopolit.Features.Search.Matching;

/// <summary>
/// Sets of entries of one segment, a bit each. They are lent while a segment is searched and given back together; once handed
/// on, none is written to.
/// </summary>
internal sealed class BitSets(int entries) : IDisposable
{
    private readonly List<ulong[]> _lent = [];

    /// <summary>Longer by what the pool adds: only so many count.</summary>
    public int Words { get; } = (entries + 63) >> 6;

    public ulong[] Empty()
    {
        var bits = Lend();
        Array.Clear(bits, 0, Words);
        return bits;
    }

    public ulong[] All()
    {
        var bits = Lend();
        Array.Fill(bits, ~0UL, 0, Words);
        if (entries % 64 != 0)
            bits[Words - 1] = (1UL << (entries % 64)) - 1;
        return bits;
    }

    public ulong[] Copy(ulong[] of)
    {
        var bits = Lend();
        Array.Copy(of, bits, Words);
        return bits;
    }

    public void Or(ulong[] into, ulong[] other)
    {
        var i = 0;
        for (; i <= Words - Vector<ulong>.Count; i += Vector<ulong>.Count)
            (new Vector<ulong>(into, i) | new Vector<ulong>(other, i)).CopyTo(into, i);
        for (; i < Words; i++)
            into[i] |= other[i];
    }

    public void And(ulong[] into, ulong[] other)
    {
        var i = 0;
        for (; i <= Words - Vector<ulong>.Count; i += Vector<ulong>.Count)
            (new Vector<ulong>(into, i) & new Vector<ulong>(other, i)).CopyTo(into, i);
        for (; i < Words; i++)
            into[i] &= other[i];
    }

    public ulong[] Both(ulong[] one, ulong[] other)
    {
        var both = Copy(one);
        And(both, other);
        return both;
    }

    public void AndNot(ulong[] into, ulong[] other)
    {
        for (var i = 0; i < Words; i++)
            into[i] &= ~other[i];
    }

    public int Count(ulong[] bits)
    {
        var count = 0;
        for (var i = 0; i < Words; i++)
            count += BitOperations.PopCount(bits[i]);
        return count;
    }

    public int Count(ulong[] bits, ulong[] also)
    {
        var count = 0;
        for (var i = 0; i < Words; i++)
            count += BitOperations.PopCount(bits[i] & also[i]);
        return count;
    }

    /// <summary>What is in so many of the sets at least: sixty-four entries are counted at once, in binary digits of columns.</summary>
    public ulong[] AtLeast(IReadOnlyList<ulong[]> sets, int needed)
    {
        var bits = Lend();
        Span<ulong> digits = stackalloc ulong[BitOperations.Log2((uint)sets.Count) + 1];
        for (var i = 0; i < Words; i++)
        {
            digits.Clear();
            for (var s = 0; s < sets.Count; s++)
            {
                var carry = sets[s][i];
                for (var d = 0; carry != 0; d++)
                    (digits[d], carry) = (digits[d] ^ carry, digits[d] & carry);
            }
            bits[i] = NotLess(digits, needed);
        }
        return bits;
    }

    public void Dispose()
    {
        foreach (var bits in _lent)
            ArrayPool<ulong>.Shared.Return(bits);
        _lent.Clear();
    }

    private static ulong NotLess(ReadOnlySpan<ulong> digits, int than)
    {
        var (more, same) = (0UL, ~0UL);
        for (var d = digits.Length - 1; d >= 0; d--)
            if ((than >> d & 1) != 0)
                same &= digits[d];
            else
                (more, same) = (more | (same & digits[d]), same & ~digits[d]);
        return more | same;
    }

    private ulong[] Lend()
    {
        var bits = ArrayPool<ulong>.Shared.Rent(Math.Max(Words, 1));
        _lent.Add(bits);
        return bits;
    }
}
