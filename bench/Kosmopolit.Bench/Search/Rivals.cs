using Lucene.Net.Analysis.Standard;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Kosmopolit.Bench.Search;

/// <summary>Something else that can find texts by words.</summary>
internal interface IRival : IDisposable
{
    string Name { get; }

    void Add(IEnumerable<(string Title, string Text, string Country)> texts);

    /// <summary>The best twenty of those that hold any of the words.</summary>
    int Find(IReadOnlyList<string> words);
}

/// <summary>One analyzer, one field, nothing else.</summary>
internal sealed class BareLucene : IRival
{
    private const string Words = "words";

    private readonly NIOFSDirectory _directory;
    private readonly StandardAnalyzer _analyzer = new(LuceneVersion.LUCENE_48);
    private DirectoryReader? _reader;

    public BareLucene(string folder) => _directory = new NIOFSDirectory(folder);

    public string Name => "bare Lucene";

    public void Add(IEnumerable<(string Title, string Text, string Country)> texts)
    {
        using (var writer = new IndexWriter(_directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, _analyzer)))
            writer.AddDocuments(texts.Select(t => new Document { new TextField(Words, $"{t.Title} {t.Text}", Field.Store.NO) }));
        _reader = DirectoryReader.Open(_directory);
    }

    public int Find(IReadOnlyList<string> words)
    {
        var query = new BooleanQuery();
        foreach (var word in words)
            query.Add(new TermQuery(new Term(Words, word)), Occur.SHOULD);
        return new IndexSearcher(_reader!) { Similarity = new BM25Similarity() }
            .Search(query, 20)
            .ScoreDocs.Length;
    }

    public void Dispose()
    {
        _reader?.Dispose();
        _directory.Dispose();
        _analyzer.Dispose();
    }
}

internal sealed class SqliteFullText : IRival
{
    private readonly SqliteConnection _connection;

    public SqliteFullText(string folder)
    {
        _connection = new SqliteConnection($"Data Source={Path.Combine(folder, "fts.db")};Pooling=False");
        _connection.Open();
        Do("CREATE VIRTUAL TABLE texts USING fts5(words, tokenize='unicode61 remove_diacritics 2')");
    }

    public string Name => "SQLite FTS5";

    public void Add(IEnumerable<(string Title, string Text, string Country)> texts)
    {
        using var transaction = _connection.BeginTransaction();
        using var insert = _connection.CreateCommand();
        insert.CommandText = "INSERT INTO texts(words) VALUES ($words)";
        var words = insert.Parameters.Add("$words", SqliteType.Text);
        foreach (var (title, text, _) in texts)
        {
            words.Value = $"{title} {text}";
            insert.ExecuteNonQuery();
        }
        transaction.Commit();
    }

    public int Find(IReadOnlyList<string> words)
    {
        using var query = _connection.CreateCommand();
        query.CommandText = "SELECT rowid FROM texts WHERE texts MATCH $any ORDER BY rank LIMIT 20";
        query.Parameters.AddWithValue("$any", string.Join(" OR ", words.Select(w => $"\"{w}\"")));
        using var rows = query.ExecuteReader();
        var found = 0;
        while (rows.Read())
            found++;
        return found;
    }

    public void Dispose() => _connection.Dispose();

    private void Do(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

internal sealed class PostgresFullText(string connection) : IRival
{
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(connection);

    public string Name => "PostgreSQL full text";

    public void Add(IEnumerable<(string Title, string Text, string Country)> texts)
    {
        Do("CREATE TABLE texts (words text, found tsvector)");
        using (var open = _source.OpenConnection())
        using (var copy = open.BeginTextImport("COPY texts (words) FROM STDIN"))
            foreach (var (title, text, _) in texts)
                copy.WriteLine($"{title} {text}");
        Do("UPDATE texts SET found = to_tsvector('swedish', words)");
        Do("CREATE INDEX ON texts USING gin (found)");
        Do("ANALYZE texts");
    }

    public int Find(IReadOnlyList<string> words)
    {
        using var query = _source.CreateCommand(
            "SELECT ctid FROM texts, to_tsquery('swedish', $1) q WHERE found @@ q ORDER BY ts_rank(found, q) DESC LIMIT 20"
        );
        query.Parameters.Add(new() { Value = string.Join(" | ", words) });
        using var rows = query.ExecuteReader();
        var found = 0;
        while (rows.Read())
            found++;
        return found;
    }

    public void Dispose() => _source.Dispose();

    private void Do(string sql)
    {
        using var command = _source.CreateCommand(sql);
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }
}
