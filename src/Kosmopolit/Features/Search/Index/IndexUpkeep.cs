using Lucene.Net.Store;

namespace Kosmopolit.Features.Search.Index;

/// <summary>The steps that keep an index true, one at a time.</summary>
public sealed class IndexUpkeep(SearchIndex index, IndexFolder folder, Rebuild rebuild, Changes changes, ILogger<IndexUpkeep> log)
{
    /// <summary>Makes sure that there is an index to search; true when one was opened or made.</summary>
    /// <exception cref="IndexUnusableException">The folder cannot be read or written.</exception>
    public async Task<bool> Open(CancellationToken ct)
    {
        if (!folder.RebuildWanted)
        {
            if (index.Current is not null)
                return false;
            if (await OpenNewest(ct))
                return true;
        }
        await MakeAnew(ct);
        return true;
    }

    /// <summary>Applies the next events; false when there are none.</summary>
    public async Task<bool> Follow(CancellationToken ct)
    {
        if (index.Current is not { Place: { } place } current)
            return false;
        if (await changes.After(place, ct) is not { } changed)
            return false;
        Write(
            current,
            () =>
            {
                foreach (var rows in changed.Rows)
                    current.Replace(rows.Kind, rows.Ids, rows.Entries);
                current.Show(changed.Place);
            }
        );
        index.Changed();
        return true;
    }

    /// <summary>Stores what has been applied; true when there was something.</summary>
    public bool Commit()
    {
        if (index.Current is not { HasUncommitted: true } current)
            return false;
        Write(current, current.Commit);
        return true;
    }

    private async Task<bool> OpenNewest(CancellationToken ct)
    {
        OpenIndex? opened = null;
        try
        {
            if (folder.Newest() is not { } newest || newest == index.DamagedFolder)
                return false;
            opened = OpenIndex.Existing(newest, folder.Disk);
        }
        catch (LockObtainFailedException e)
        {
            throw new IndexUnusableException(folder, new IOException("another process uses it", e));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogWarning(e, "The search index is damaged and is made anew");
            return false;
        }
        if (opened.Place is not { } place || !await changes.Continue(place, ct))
        {
            opened.Dispose();
            return false;
        }
        index.Swap(opened);
        return true;
    }

    private async Task MakeAnew(CancellationToken ct)
    {
        log.LogInformation("Making the search index in {Folder}", folder.Path);
        try
        {
            var fresh = await rebuild.Run(folder.Next(), ct, folder.Disk);
            index.Swap(fresh);
            folder.RebuildDone();
            folder.RemoveAllBut(fresh.Folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What was half written takes the very space that is short.
            folder.RemoveAllBut(index.Current?.Folder ?? folder.Newest());
            throw new IndexUnusableException(folder, e);
        }
        log.LogInformation("The search index is ready");
    }

    private void Write(OpenIndex current, Action write)
    {
        try
        {
            write();
        }
        catch (Exception e)
        {
            // Half of a batch may be in: nothing of it is committed, so the last commit plus the log is still true.
            index.Abandon(current);
            throw new IndexUnusableException(folder, e);
        }
    }
}

/// <summary>The index folder cannot be used: full, read-only, locked or gone.</summary>
public sealed class IndexUnusableException(IndexFolder folder, Exception why) : Exception(why.Message, why)
{
    public string Folder { get; } = folder.Path;
}
