using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace Kosmopolit.Features.Search.Index;

/// <summary>How one word in one field counts: BM25, when writing and when searching alike.</summary>
internal static class Ranking
{
    public static readonly Similarity Similarity = new BM25Similarity();

    public sealed class Searchers : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader)
        {
            // Whoever follows the log waits for this, and nobody who asks.
            foreach (var leaf in reader.Leaves)
                SegmentWords.Of(leaf.AtomicReader);
            return new IndexSearcher(reader) { Similarity = Similarity };
        }
    }
}
