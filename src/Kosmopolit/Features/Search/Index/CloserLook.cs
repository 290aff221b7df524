using Kosmopolit.Features.Search.Asking;
using Kosmopolit.Features.Search.Matching;
using Kosmopolit.Features.Search.Meanings;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Kosmopolit.Features.Search.Index;

/// <summary>
/// Puts the best hits in order once more, with what is too costly to ask of every text: pieces of all words, and whether the
/// words stand together in one passage.
/// </summary>
internal sealed class CloserLook(IndexSearcher searcher, TermBook terms, Part closely, IReadOnlyList<SoughtWord> words, float[]? meaning)
{
    /// <summary>The same hits, best first. A hit that the closer query does not know keeps its score.</summary>
    public ScoreDoc[] Order(IReadOnlyList<ScoreDoc> hits)
    {
        if (hits.Count < 2)
            return [.. hits];
        var leaves = searcher.IndexReader.Leaves;
        var again = new List<ScoreDoc>(hits.Count);
        // Postings are read forwards: segment by segment, in the order of the documents.
        foreach (var group in hits.OrderBy(h => h.Doc).GroupBy(h => ReaderUtil.SubIndex(h.Doc, leaves)))
        {
            var leaf = leaves[group.Key];
            var query = closely.In(new Segment(leaf, null));
            var passages = new Passages(leaf, words, terms);
            var nearness = new Nearness(leaf.AtomicReader, meaning);
            foreach (var hit in group)
            {
                var doc = hit.Doc - leaf.DocBase;
                again.Add(new(hit.Doc, Score(query, hit, doc) + passages.Best(doc) + (nearness.Of(doc) * Weights.Meaning)));
            }
        }
        return [.. again.OrderByDescending(h => h.Score).ThenBy(h => h.Doc)];
    }

    private static float Score(Piece? query, ScoreDoc hit, int doc) =>
        query?.Points(doc) is { } points && !double.IsNaN(points) ? (float)points : hit.Score;
}
