using Kosmopolit.Features.Search.Analysis;
using Kosmopolit.Platform.Search;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Kosmopolit.Features.Search.Index;

/// <summary>
/// One index on disk, open for writing and searching. The only writer and the only searcher of its folder in this
/// process; a lock keeps other processes out.
/// </summary>
public sealed class OpenIndex : IDisposable
{
    private const int MostPieces = 4;

    private readonly Lucene.Net.Store.Directory _directory;
    private readonly IndexWriter _writer;
    private readonly SearcherManager _searchers;
    private EntryPress _press;

    private OpenIndex(string folder, Lucene.Net.Store.Directory directory, IndexWriter writer)
    {
        (Folder, _directory, _writer, _press) = (folder, directory, writer, new EntryPress(writer));
        _searchers = new SearcherManager(writer, true, new Ranking.Searchers());
        Place = IndexPlace.From(writer.CommitData);
    }

    public string Folder { get; }

    /// <summary>What has been applied, committed or not; null in an index that was never finished.</summary>
    public IndexPlace? Place { get; private set; }

    public bool HasUncommitted => _writer.HasUncommittedChanges();

    /// <exception cref="IOException">The folder cannot be used, is locked by another process, or is damaged.</exception>
    public static OpenIndex Create(string folder, Disk? disk = null) => Open(folder, OpenMode.CREATE, disk);

    /// <summary>Opens an existing index after reading all of it once: damage is found here and not in a search.</summary>
    /// <exception cref="IOException">The folder cannot be used, is locked by another process, or is damaged.</exception>
    public static OpenIndex Existing(string folder, Disk? disk = null)
    {
        var index = Open(folder, OpenMode.APPEND, disk);
        try
        {
            index.Search(searcher =>
            {
                foreach (var leaf in searcher.IndexReader.Leaves)
                    leaf.AtomicReader.CheckIntegrity();
                return 0;
            });
            return index;
        }
        catch
        {
            index.Dispose();
            throw;
        }
    }

    /// <summary>Searches the newest refreshed state.</summary>
    /// <exception cref="ObjectDisposedException">The index was swapped for a newer one meanwhile.</exception>
    public T Search<T>(Func<IndexSearcher, T> look)
    {
        var searcher = _searchers.Acquire();
        try
        {
            return look(searcher);
        }
        finally
        {
            _searchers.Release(searcher);
        }
    }

    public void Add(IEnumerable<SearchEntry> entries) => _press.Add(entries);

    /// <summary>Puts what was read in the place of everything that was stored of these holders.</summary>
    public void Replace(string kind, IEnumerable<Guid> ids, IEnumerable<SearchEntry> read)
    {
        var byHolder = read.ToLookup(e => e.Id);
        foreach (var id in ids)
        {
            var term = new Term(Fields.Holder, EntryDocument.Holder(kind, id, ""));
            if (byHolder[id].Any())
                _writer.UpdateDocuments(term, _press.Pages(byHolder[id]));
            else
                _writer.DeleteDocuments(term);
        }
    }

    /// <summary>Makes what was written findable, without the cost of a commit.</summary>
    public void Show(IndexPlace place)
    {
        Place = place;
        _searchers.MaybeRefreshBlocking();
    }

    /// <summary>Stores everything shown so far together with its place in the log.</summary>
    public void Commit()
    {
        if (Place is not null)
            _writer.SetCommitData(Place.ToCommit());
        _writer.Commit();
        // What it remembers of words helps while many texts are written one after the other.
        _press = new EntryPress(_writer);
    }

    /// <summary>
    /// Packs a fresh index into few pieces: every word of every question is looked up in each. One piece of all would take a fifth of
    /// the time that a large index is made in, and save a question a millisecond; a small index is one piece anyway.
    /// </summary>
    public void Pack() => _writer.ForceMerge(MostPieces);

    /// <summary>Closes without storing what was not committed: the log still has it.</summary>
    public void Dispose()
    {
        _searchers.Dispose();
        try
        {
            _writer.Rollback();
        }
        finally
        {
            _directory.Dispose();
        }
    }

    private static OpenIndex Open(string folder, OpenMode mode, Disk? disk)
    {
        // Memory-mapped files can take the process down when a refresh races with a merge.
        var directory = disk?.Invoke(folder) ?? new IndexFiles(folder);
        IndexWriter? writer = null;
        try
        {
            writer = new IndexWriter(
                directory,
                new IndexWriterConfig(LuceneVersion.LUCENE_48, new Stemming())
                {
                    OpenMode = mode,
                    Similarity = Ranking.Similarity,
                    // A whole index is made in large pieces; one that is followed writes small ones.
                    RAMBufferSizeMB = mode == OpenMode.CREATE ? 64 : 8,
                    MergeScheduler = new SerialMergeScheduler(),
                    WriteLockTimeout = 200,
                }
            );
            return new OpenIndex(folder, directory, writer);
        }
        catch
        {
            writer?.Rollback();
            directory.Dispose();
            throw;
        }
    }
}

/// <summary>Opens the files of an index; another one than the file system's stands for a disk that fails.</summary>
public delegate Lucene.Net.Store.Directory Disk(string folder);
