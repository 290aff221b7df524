using System.Text;

namespace Kosmopolit.Features.Demo;

/// <summary>
/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014): the same numbers on every
/// runtime for ever, which <see cref="Random"/> does not promise. For fiction only, never for secrets.
/// </summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Dice of its own for each purpose, so that one more draw for firms does not rename the members.</summary>
    public static Dice For(string purpose)
    {
        // FNV-1a, 64 bits; string.GetHashCode differs from process to process.
        var hash = 14695981039346656037UL;
        foreach (var b in Encoding.UTF8.GetBytes(purpose))
            hash = (hash ^ b) * 1099511628211UL;
        return new Dice(hash);
    }

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <summary>From 0 up to, not including, <paramref name="limit"/>.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>From <paramref name="first"/> to <paramref name="last"/>, both included; the first when they cross.</summary>
    public int Between(int first, int last) => last <= first ? first : first + Below(last - first + 1);

    public bool Chance(int percent) => Below(100) < percent;

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    /// <summary>One item, each as likely as its weight says.</summary>
    public T Pick<T>(IReadOnlyList<T> from, Func<T, int> weight)
    {
        var left = Below(from.Sum(weight));
        foreach (var item in from)
            if ((left -= weight(item)) < 0)
                return item;
        return from[^1];
    }

    public List<T> Shuffle<T>(IEnumerable<T> items)
    {
        var list = items.ToList();
        for (var i = list.Count - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (list[i], list[j]) = (list[j], list[i]);
        }
        return list;
    }

    /// <summary>
    /// A shuffled pack of <paramref name="count"/> cards in exactly the given proportions (largest remainders to the
    /// first kinds), because "45 % public" must hold in a small world too.
    /// </summary>
    public Queue<T> Pack<T>(int count, params (T Card, int Percent)[] kinds)
    {
        var pack = new List<T>();
        var share = 0;
        foreach (var (card, percent) in kinds)
        {
            share += percent;
            while (pack.Count < count * share / 100)
                pack.Add(card);
        }
        while (pack.Count < count)
            pack.Add(kinds[0].Card);
        return new Queue<T>(Shuffle(pack));
    }

    /// <summary>A UUIDv7 with the time of <paramref name="at"/> whose random part comes from these dice.</summary>
    public Guid Key(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes, (ulong)at.ToUnixTimeMilliseconds() << 16);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Next());
        var middle = (ushort)Next();
        bytes[6] = (byte)(0x70 | (middle >> 12));
        bytes[7] = (byte)middle;
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }
}
