using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Kosmopolit.Features.Search.Analysis;
using Kosmopolit.Platform.Search;
using Lucene.Net.Index;

namespace Kosmopolit.Features.Search.Index;

/// <summary>
/// Writes many entries in their order: one thread cuts texts into words while the other puts the words into the index. What is
/// remembered of words lasts as long as the batches follow each other.
/// </summary>
internal sealed class EntryPress(IndexWriter index)
{
    /// <summary>Entries that are handed over together: handing over each for itself took longer than to write it.</summary>
    private const int Together = 32;

    /// <summary>Stacks of entries that may be cut and not yet in the index.</summary>
    private const int Ahead = 3;

    /// <summary>So few are not worth a second thread.</summary>
    private const int Few = 32;

    private readonly FoldedWords _known = new(new Stemming());
    private readonly ConcurrentQueue<EntryWriter> _free = new();

    /// <summary>One after the other, for a handful that replaces what was.</summary>
    public IEnumerable<IEnumerable<IIndexableField>> Pages(IEnumerable<SearchEntry> entries)
    {
        var writer = Take();
        foreach (var entry in entries)
            yield return writer.From(entry);
        _free.Enqueue(writer);
    }

    public void Add(IEnumerable<SearchEntry> entries)
    {
        if (entries.TryGetNonEnumeratedCount(out var count) && count < Few)
        {
            foreach (var page in Pages(entries))
                index.AddDocument(page);
            return;
        }
        using var stop = new CancellationTokenSource();
        using var cut = new BlockingCollection<(EntryWriter Writer, IEnumerable<IIndexableField> Page)[]>(Ahead);
        ExceptionDispatchInfo? fault = null;
        var cutting = new Thread(() => fault = Cut(entries, cut, stop.Token)) { IsBackground = true, Name = "Words for the index" };
        cutting.Start();
        try
        {
            foreach (var (writer, page) in cut.GetConsumingEnumerable().SelectMany(stack => stack))
            {
                index.AddDocument(page);
                _free.Enqueue(writer);
            }
        }
        finally
        {
            stop.Cancel();
            cutting.Join();
        }
        fault?.Throw();
    }

    /// <returns>What went wrong with the texts, or null.</returns>
    private ExceptionDispatchInfo? Cut(
        IEnumerable<SearchEntry> entries,
        BlockingCollection<(EntryWriter Writer, IEnumerable<IIndexableField> Page)[]> cut,
        CancellationToken stop
    )
    {
        try
        {
            foreach (var stack in entries.Select(Cut).Chunk(Together))
                cut.Add(stack, stop);
            return null;
        }
        catch (Exception e)
        {
            // When the index takes no more, its own fault is the one to tell.
            return stop.IsCancellationRequested ? null : ExceptionDispatchInfo.Capture(e);
        }
        finally
        {
            cut.CompleteAdding();
        }
    }

    private (EntryWriter Writer, IEnumerable<IIndexableField> Page) Cut(SearchEntry entry)
    {
        var writer = Take();
        return (writer, writer.From(entry));
    }

    private EntryWriter Take() => _free.TryDequeue(out var writer) ? writer : new EntryWriter(_known);
}
