using System.Globalization;
using System.Runtime.CompilerServices;
using Kosmopolit.Platform.Search;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Kosmopolit.Features.Search.Index;

/// <summary>Which entries of a segment are versions of a text that stands in several languages, read once while the segment lives.</summary>
internal sealed class SegmentVersions
{
    private static readonly ConditionalWeakTable<object, SegmentVersions> Known = [];

    private SegmentVersions(AtomicReader reader)
    {
        var all = new List<VersionEntry>();
        if (reader.GetSortedDocValues(Fields.Version) is { } values)
        {
            var codes = new Dictionary<int, string[]>();
            var bytes = new BytesRef();
            for (var entry = 0; entry < reader.MaxDoc; entry++)
            {
                if (values.GetOrd(entry) is not (>= 0 and var ord))
                    continue;
                if (!codes.TryGetValue(ord, out var code))
                {
                    values.LookupOrd(ord, bytes);
                    codes[ord] = code = bytes.Utf8ToString().Split('/');
                }
                all.Add(new VersionEntry(entry, code[0], code[1], code[2].Length > 0));
            }
        }
        All = all;
    }

    /// <summary>In the order of the index.</summary>
    public IReadOnlyList<VersionEntry> All { get; }

    public static SegmentVersions Of(AtomicReader reader) => Known.GetValue(reader.CoreCacheKey, _ => new SegmentVersions(reader));

    /// <summary>As it stands in the index; null when there is no other version.</summary>
    public static string? Code(SearchEntry entry) =>
        entry.Version is { } v
            ? string.Create(CultureInfo.InvariantCulture, $"{v.Original:N}/{v.Language}/{(v.Original == entry.Id ? "original" : "")}")
            : null;
}

/// <param name="Entry">In its segment.</param>
/// <param name="Text">The same for all versions of a text.</param>
internal sealed record VersionEntry(int Entry, string Text, string Language, bool IsOriginal);
