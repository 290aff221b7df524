using System.Runtime.CompilerServices;
using Kosmopolit.Features.Search.Matching;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Kosmopolit.Features.Search.Index;

/// <summary>Which entries of a segment are of which kind, a bit an entry and kind, while the segment lives.</summary>
internal sealed class SegmentKinds
{
    private static readonly ConditionalWeakTable<object, SegmentKinds> Known = [];

    private SegmentKinds(AtomicReader reader)
    {
        var words = new BitSets(reader.MaxDoc).Words;
        var kinds = new List<(string Name, ulong[] Bits)>();
        var names = reader.GetTerms(Fields.Kind)?.GetEnumerator();
        while (names is not null && names.MoveNext())
        {
            var bits = new ulong[words];
            var entries = names.Docs(null, null, DocsFlags.NONE);
            for (var entry = entries.NextDoc(); entry != DocIdSetIterator.NO_MORE_DOCS; entry = entries.NextDoc())
                bits[entry >> 6] |= 1UL << entry;
            kinds.Add((names.Term.Utf8ToString(), bits));
        }
        All = kinds;
    }

    public IReadOnlyList<(string Name, ulong[] Bits)> All { get; }

    public static SegmentKinds Of(AtomicReader reader) => Known.GetValue(reader.CoreCacheKey, _ => new SegmentKinds(reader));
}
