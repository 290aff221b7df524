using System.Globalization;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Kosmopolit.Bench.Retrieval;

/// <summary>What is left when everything is left out: lower-cased words and BM25, the same for every language.</summary>
internal sealed class PlainRanking : IDisposable
{
    private const string Words = "words";
    private const string Name = "name";

    private readonly RAMDirectory _directory = new();
    private readonly StandardAnalyzer _analyzer = new(LuceneVersion.LUCENE_48);
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;

    public PlainRanking(IEnumerable<JudgedText> texts)
    {
        using (var writer = new IndexWriter(_directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, _analyzer)))
            writer.AddDocuments(
                texts.Select(t => new Document
                {
                    new StringField(Name, t.Id, Field.Store.YES),
                    new TextField(Words, $"{t.Title}\n{t.Text}", Field.Store.NO),
                })
            );
        _reader = DirectoryReader.Open(_directory);
        _searcher = new IndexSearcher(_reader) { Similarity = new BM25Similarity() };
    }

    public IReadOnlyList<string> Rank(string question) =>
        [
            .. _searcher
                .Search(Query(question), ProductRanking.Depth)
                .ScoreDocs.Select(d => _searcher.Doc(d.Doc).Get(Name, CultureInfo.InvariantCulture)),
        ];

    public void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
        _analyzer.Dispose();
    }

    private BooleanQuery Query(string question)
    {
        var query = new BooleanQuery();
        using var stream = _analyzer.GetTokenStream(Words, question);
        var term = stream.GetAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken() && query.Clauses.Count < BooleanQuery.MaxClauseCount)
            query.Add(new TermQuery(new Term(Words, term.ToString())), Occur.SHOULD);
        stream.End();
        return query;
    }
}
