using Lucene.Net.Store;

namespace Kosmopolit.Features.Search.Index;

/// <summary>The verb behind <c>reindex</c>: makes the index anew, here or in the server that holds it.</summary>
public sealed class Reindex(IndexFolder folder, IndexUpkeep upkeep, SearchIndex index)
{
    /// <summary>One line that says what happened.</summary>
    /// <exception cref="IndexUnusableException">The folder cannot be read or written.</exception>
    public async Task<string> Run(CancellationToken ct)
    {
        folder.WantRebuild();
        if (IsServed())
            return "The running server makes the search index anew now; searching goes on meanwhile.";
        await upkeep.Open(ct);
        upkeep.Commit();
        var made = index.Current?.Folder;
        index.Dispose();
        return $"The search index was made anew in {made}.";
    }

    private bool IsServed()
    {
        if (folder.Newest() is not { } newest)
            return false;
        try
        {
            OpenIndex.Existing(newest).Dispose();
            return false;
        }
        catch (LockObtainFailedException)
        {
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return false; // Damaged: that is what a rebuild is for.
        }
    }
}
