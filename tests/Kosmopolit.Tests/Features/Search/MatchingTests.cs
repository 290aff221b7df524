using Kosmopolit.Features.Search.Index;
using Kosmopolit.Features.Search.Matching;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Kosmopolit.Tests.Features.Search;

/// <summary>Whatever is left unweighed, the best are the same, and as many, as when everything is weighed.</summary>
public sealed class MatchingTests : IDisposable
{
    private const int Entries = 700;
    private const int Top = 12;

    private readonly RAMDirectory _directory = new();
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;

    public MatchingTests()
    {
        var random = new Random(7);
        using (
            var writer = new IndexWriter(
                _directory,
                // Several segments, and entries that are gone.
                new IndexWriterConfig(LuceneVersion.LUCENE_48, new WhitespaceAnalyzer(LuceneVersion.LUCENE_48)) { MaxBufferedDocs = 150 }
            )
        )
        {
            for (var i = 0; i < Entries; i++)
                writer.AddDocument([
                    new TextField(
                        "words",
                        string.Join(' ', Enumerable.Range(0, random.Next(1, 40)).Select(_ => Word(random))),
                        Field.Store.NO
                    ),
                    new StringField("kind", i % 3 == 0 ? "person" : "article", Field.Store.NO),
                ]);
            writer.Commit();
            writer.DeleteDocuments(new Term("words", "w9"));
        }
        _reader = DirectoryReader.Open(_directory);
        _searcher = new IndexSearcher(_reader) { Similarity = new BM25Similarity() };
    }

    [Fact]
    public void The_best_are_those_that_weighing_everything_finds()
    {
        var random = new Random(11);
        var seen = 0;
        for (var i = 0; i < 400; i++)
        {
            var query = Some(random, 3);
            var wanted = _searcher.Search(query, new AllFilter(), Entries);
            var found = new Sweep(null, Top, []).Over(_searcher, new Parts(new TermBook(_reader)).Of(query), new AllFilter());
            Assert.True(wanted.TotalHits == found.Total, $"{query}: {wanted.TotalHits} and {found.Total}");
            Assert.Equal(Math.Min(Top, wanted.TotalHits), found.Best.Count);
            for (var place = 0; place < found.Best.Count; place++)
                Assert.True(
                    Math.Abs(wanted.ScoreDocs[place].Score - found.Best[place].Score) < 1e-4f * (1 + found.Best[place].Score),
                    $"{query} at {place}: {wanted.ScoreDocs[place].Score} and {found.Best[place].Score}"
                );
            Assert.Equal(wanted.TotalHits, found.Kinds.Values.Sum());
            seen += found.Best.Count;
        }
        Assert.True(seen > 1000, "The questions found too little to prove anything.");
    }

    public void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
    }

    private static string Word(Random random) => $"w{(int)Math.Pow(60, random.NextDouble())}";

    private static Query Some(Random random, int deep) =>
        (deep == 0 ? 0 : random.Next(6)) switch
        {
            1 => new ConstantScoreQuery(Some(random, deep - 1)) { Boost = random.Next(4) },
            2 => new DisjunctionMaxQuery([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Some(random, deep - 1))], 0),
            3 or 4 or 5 => All(random, deep),
            _ => new TermQuery(new Term("words", Word(random))) { Boost = 0.5f + random.Next(3) },
        };

    private static BooleanQuery All(Random random, int deep)
    {
        var all = new BooleanQuery(disableCoord: true) { Boost = 0.5f + random.Next(2) };
        var may = random.Next(1, 7);
        for (var i = 0; i < may; i++)
            all.Add(Some(random, deep - 1), Occur.SHOULD);
        for (var i = random.Next(3); i > 1; i--)
            all.Add(Some(random, deep - 1), Occur.MUST);
        if (random.Next(5) == 0)
            all.Add(Some(random, 0), Occur.MUST_NOT);
        if (random.Next(2) == 0)
            all.MinimumNumberShouldMatch = random.Next(1, may + 1);
        return all;
    }

    /// <summary>Everybody may find everything, as a set of bits.</summary>
    private sealed class AllFilter : Filter
    {
        public override DocIdSet GetDocIdSet(AtomicReaderContext context, IBits? acceptDocs)
        {
            var all = new FixedBitSet(context.AtomicReader.MaxDoc);
            for (var doc = 0; doc < context.AtomicReader.MaxDoc; doc++)
                if (acceptDocs?.Get(doc) != false)
                    all.Set(doc);
            return all;
        }
    }
}
