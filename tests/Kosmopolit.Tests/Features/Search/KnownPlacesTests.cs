using System.Globalization;
using Kosmopolit.Features.Search.Matching;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Kosmopolit.Tests.Features.Search;

public sealed class KnownPlacesTests : IDisposable
{
    private static readonly Term Customs = new("words", "customs");

    private readonly RAMDirectory _directory = new();
    private readonly IndexWriter _writer;

    public KnownPlacesTests()
    {
        _writer = new IndexWriter(
            _directory,
            new IndexWriterConfig(LuceneVersion.LUCENE_48, new WhitespaceAnalyzer(LuceneVersion.LUCENE_48))
        );
        Write("customs and lunch");
    }

    [Fact]
    public void A_word_is_looked_up_once_while_the_index_stands()
    {
        using var reader = DirectoryReader.Open(_directory);
        Assert.Same(new TermBook(reader).Places(Customs), new TermBook(reader).Places(new Term("words", "customs")));
        Assert.NotSame(new TermBook(reader).Places(Customs), new TermBook(reader).Places(new Term("title", "customs")));
    }

    [Fact]
    public void What_was_written_since_is_counted()
    {
        using var before = DirectoryReader.Open(_directory);
        Assert.Equal(1, new TermBook(before).Frequency(Customs));
        Write("customs again");
        using var after = DirectoryReader.OpenIfChanged(before);
        Assert.Equal(2, new TermBook(after).Frequency(Customs));
        Assert.Equal(1, new TermBook(before).Frequency(Customs));
    }

    [Fact]
    public void Whoever_asks_for_ever_new_words_fills_no_memory()
    {
        using var reader = DirectoryReader.Open(_directory);
        var places = new TermBook(reader).Places(Customs);
        var known = KnownPlaces.Of(reader);
        Assert.Same(places, known.Find(Customs));
        var words = Enumerable.Range(0, 20_000).Select(i => new Term("words", i.ToString(CultureInfo.InvariantCulture))).ToList();
        words.ForEach(w => known.Keep(w, places));
        Assert.Null(known.Find(Customs));
        Assert.InRange(words.Count(w => known.Find(w) is not null), 1, 10_000);
    }

    public void Dispose()
    {
        _writer.Dispose();
        _directory.Dispose();
    }

    private void Write(string words)
    {
        _writer.AddDocument([new TextField("words", words, Field.Store.NO)]);
        _writer.Commit();
    }
}
