using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Kosmopolit.Features.Search.Analysis;
using Lucene.Net.Index;

namespace Kosmopolit.Features.Search.Index;

/// <summary>
/// The different words of one field of a segment and where their pieces are, made once while the segment lives: a word that
/// is spelt otherwise, inflected, or part of a compound is found among these, and then looked for as it stands. About 60
/// bytes a word; a million texts hold some hundred thousand words.
/// </summary>
internal sealed class SegmentWords
{
    private static readonly ConditionalWeakTable<object, SegmentWords[]> Known = [];

    private readonly Dictionary<ulong, int> _pieces = [];
    private readonly char[] _letters;
    private readonly int[] _words;
    private readonly int[] _places;
    private readonly int[] _held;
    private readonly List<double> _mass = [];

    private SegmentWords(AtomicReader reader, string field)
    {
        Field = field;
        List<char> letters = [];
        List<int> words = [0],
            pieces = [],
            ends = [0];
        var keys = new List<ulong>();
        var each = reader.GetTerms(field)?.GetEnumerator();
        Span<char> room = stackalloc char[KeptEntry.LongestWord];
        while (each is not null && each.MoveNext())
        {
            var bytes = each.Term.Bytes.AsSpan(each.Term.Offset, each.Term.Length);
            if (bytes.Length > room.Length)
                continue;
            var word = room[..Encoding.UTF8.GetChars(bytes, room)];
            keys.Clear();
            PieceKeys.Add(word, keys);
            if (keys.Count == 0)
                continue;
            letters.AddRange(word);
            words.Add(letters.Count);
            PiecesInAll += keys.Count * (double)Math.Max(each.TotalTermFreq, each.DocFreq);
            foreach (var key in keys)
                Take(key, each.DocFreq, pieces, from: ends[^1]);
            ends.Add(pieces.Count);
        }
        (_letters, _words) = ([.. letters], [.. words]);
        (_places, _held) = Turned(pieces, ends);
    }

    public string Field { get; }

    /// <summary>Pieces of all words of all entries.</summary>
    public double PiecesInAll { get; }

    /// <summary>Those of texts and those of names.</summary>
    public static IReadOnlyList<SegmentWords> Of(AtomicReader reader) =>
        Known.GetValue(reader.CoreCacheKey, _ => [new(reader, Fields.Folded), new(reader, Fields.Names)]);

    /// <summary>How many entries the words with a piece are in, an entry counted for each of its words.</summary>
    public double Mass(ulong piece) => _pieces.TryGetValue(piece, out var at) ? _mass[at] : 0;

    /// <summary>Adds the words that hold so many of the pieces.</summary>
    /// <param name="pieces">Different ones, at most 64.</param>
    public void Alike(ReadOnlySpan<ulong> pieces, int needed, HashSet<(string Word, ulong Shared)> to)
    {
        Span<int> known = stackalloc int[pieces.Length];
        var count = 0;
        foreach (var piece in pieces)
            if (_pieces.TryGetValue(piece, out var at))
                known[count++] = at;
        if (count < needed)
            return;
        // Whoever holds enough of them holds one of the rarest.
        known = known[..count];
        known.Sort((one, other) => Held(one).Length.CompareTo(Held(other).Length));
        var seen = new HashSet<int>();
        var keys = new List<ulong>();
        foreach (var rare in known[..(count - needed + 1)])
        foreach (var word in Held(rare))
            if (seen.Add(word) && Shared(word, pieces, keys) is var shared && ulong.PopCount(shared) >= (ulong)needed)
                to.Add((new string(Letters(word)), shared));
    }

    private ulong Shared(int word, ReadOnlySpan<ulong> pieces, List<ulong> keys)
    {
        keys.Clear();
        PieceKeys.Add(Letters(word), keys);
        var shared = 0UL;
        foreach (var key in keys)
            if (pieces.IndexOf(key) is >= 0 and var at)
                shared |= 1UL << at;
        return shared;
    }

    private ReadOnlySpan<char> Letters(int word) => _letters.AsSpan(_words[word], _words[word + 1] - _words[word]);

    private ReadOnlySpan<int> Held(int piece) => _held.AsSpan(_places[piece], _places[piece + 1] - _places[piece]);

    // A word that holds a piece twice holds it.
    private void Take(ulong key, int entries, List<int> pieces, int from)
    {
        ref var piece = ref CollectionsMarshal.GetValueRefOrAddDefault(_pieces, key, out var known);
        if (!known)
        {
            piece = _mass.Count;
            _mass.Add(0);
        }
        if (CollectionsMarshal.AsSpan(pieces)[from..].Contains(piece))
            return;
        pieces.Add(piece);
        _mass[piece] += entries;
    }

    /// <summary>From the pieces of each word to the words of each piece.</summary>
    private (int[] Places, int[] Held) Turned(List<int> pieces, List<int> ends)
    {
        var places = new int[_pieces.Count + 1];
        foreach (var piece in pieces)
            places[piece + 1]++;
        for (var i = 1; i < places.Length; i++)
            places[i] += places[i - 1];
        var (held, next) = (new int[pieces.Count], places[..^1]);
        for (var word = 0; word + 1 < ends.Count; word++)
        for (var i = ends[word]; i < ends[word + 1]; i++)
            held[next[pieces[i]]++] = word;
        return (places, held);
    }
}
