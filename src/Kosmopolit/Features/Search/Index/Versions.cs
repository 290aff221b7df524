using System.Numerics;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;

namespace Kosmopolit.Features.Search.Index;

/// <summary>
/// Which entries of the index are one text in several languages. Texts and languages have numbers while the index stands as it
/// does, so that a search need not compare their names.
/// </summary>
internal sealed class Versions
{
    private static readonly ConditionalWeakTable<IndexReader, Versions> Known = [];

    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _languages = new(StringComparer.Ordinal);
    private readonly NumberedVersions[] _segments;

    private Versions(IndexReader reader) =>
        _segments = [.. reader.Leaves.Select(leaf => new NumberedVersions(SegmentVersions.Of(leaf.AtomicReader).All.Select(Number)))];

    public int Texts => _texts.Count;

    public int Languages => _languages.Count;

    public static Versions Of(IndexReader reader) => Known.GetValue(reader, r => new Versions(r));

    /// <param name="segment">Its place among the segments of the index.</param>
    public NumberedVersions In(int segment) => _segments[segment];

    /// <summary>Null when nothing is written in it.</summary>
    public int? Language(string tag) => _languages.TryGetValue(tag, out var number) ? number : null;

    private NumberedVersion Number(VersionEntry v) => new(v.Entry, Number(_texts, v.Text), Number(_languages, v.Language), v.IsOriginal);

    private static int Number(Dictionary<string, int> known, string name)
    {
        if (!known.TryGetValue(name, out var number))
            known[name] = number = known.Count;
        return number;
    }
}

/// <param name="Entry">In its segment.</param>
internal readonly record struct NumberedVersion(int Entry, int Text, int Language, bool IsOriginal);

/// <summary>The versions of texts in one segment, as a set: most of what is found is none of them.</summary>
internal sealed class NumberedVersions
{
    private readonly NumberedVersion[] _all;
    private readonly ulong[] _bits;

    // How many come before each sixty-four entries.
    private readonly int[] _before;

    /// <param name="all">In the order of the index.</param>
    public NumberedVersions(IEnumerable<NumberedVersion> all)
    {
        _all = [.. all];
        var words = _all.Length == 0 ? 0 : (_all[^1].Entry >> 6) + 1;
        (_bits, _before) = (new ulong[words], new int[words]);
        foreach (var version in _all)
            _bits[version.Entry >> 6] |= 1UL << version.Entry;
        for (var word = 1; word < words; word++)
            _before[word] = _before[word - 1] + BitOperations.PopCount(_bits[word - 1]);
    }

    /// <summary>Those among entries that were found, added to the list.</summary>
    public void Among(ulong[] found, List<NumberedVersion> into)
    {
        for (var word = 0; word < _bits.Length; word++)
        for (var left = _bits[word] & found[word]; left != 0; left &= left - 1)
            into.Add(_all[_before[word] + BitOperations.PopCount(_bits[word] & ((left & (~left + 1)) - 1))]);
    }
}
