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
    private readonly NumberedVersion[][] _segments;

    private Versions(IndexReader reader) =>
        _segments = [.. reader.Leaves.Select(leaf => SegmentVersions.Of(leaf.AtomicReader).All.Select(Number).ToArray())];

    public int Texts => _texts.Count;

    public int Languages => _languages.Count;

    public static Versions Of(IndexReader reader) => Known.GetValue(reader, r => new Versions(r));

    /// <param name="segment">Its place among the segments of the index.</param>
    public ReadOnlySpan<NumberedVersion> In(int segment) => _segments[segment];

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
