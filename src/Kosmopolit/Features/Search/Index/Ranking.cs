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
        public override IndexSearcher NewSearcher(IndexReader reader) => new(reader) { Similarity = Similarity };
    }
}
