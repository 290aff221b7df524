using Kosmopolit.Platform.Ui.Caching;
using Lucene.Net.Search;

namespace Kosmopolit.Features.Search.Index;

/// <summary>The index that this process searches at the moment, and whether there is one.</summary>
public sealed class SearchIndex(Freshness freshness, ILogger<SearchIndex> log) : IDisposable
{
    private readonly Lock _gate = new();
    private volatile OpenIndex? _current;
    private volatile string? _trouble;

    /// <summary>Whether words can be searched.</summary>
    public IndexState State =>
        _current is not null ? IndexState.Ready
        : _trouble is not null ? IndexState.Failed
        : IndexState.Building;

    /// <summary>One line for the operator: what is wrong and what to do. Null while nothing is.</summary>
    public string? Trouble => _trouble;

    internal OpenIndex? Current => _current;

    /// <summary>Searches; false when there is no usable index, in which case facts must do.</summary>
    public bool TrySearch<T>(Func<IndexSearcher, T> look, out T? found)
    {
        // Once more when the index was swapped between reading the field and using it.
        for (var attempt = 0; attempt < 2 && _current is { } index; attempt++)
        {
            try
            {
                found = index.Search(look);
                return true;
            }
            catch (ObjectDisposedException) when (_current != index)
            {
                continue;
            }
            catch (Exception e) when (e is IOException or IndexOutOfRangeException or OverflowException)
            {
                // What was read cannot have been written so.
                Distrust(index, e);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // A fault of ours in one question is no reason to throw the index away for all.
                log.LogError(e, "A question could not be put to the search index");
                break;
            }
        }
        found = default;
        return false;
    }

    /// <summary>Searches the new index from now on and closes the old one.</summary>
    internal void Swap(OpenIndex fresh)
    {
        lock (_gate)
        {
            var old = _current;
            (_current, _trouble) = (fresh, null);
            if (old != fresh)
                Close(old);
        }
    }

    /// <summary>
    /// The index has followed the rows. What was found and kept between the two is out of date: a list drawn when the rows had
    /// changed already and the index had not.
    /// </summary>
    internal void Changed() => freshness.IndexFollowed();

    /// <summary>Stops using an index that failed; the worker makes a new one.</summary>
    internal void Distrust(OpenIndex index, Exception why)
    {
        lock (_gate)
        {
            if (_current != index)
                return;
            log.LogError(why, "The search index in {Folder} cannot be read and is made anew", index.Folder);
            _current = null;
            Close(index);
        }
        try
        {
            System.IO.Directory.Delete(index.Folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is never opened again: what is wanted is newer.
            DamagedFolder = index.Folder;
        }
    }

    /// <summary>Stops using an index whose folder could not be written to; its last commit is still good.</summary>
    internal void Abandon(OpenIndex index)
    {
        lock (_gate)
        {
            if (_current != index)
                return;
            _current = null;
            Close(index);
        }
    }

    /// <summary>A folder that must not be opened again although it could not be removed.</summary>
    internal string? DamagedFolder { get; private set; }

    /// <summary>Says that the index folder cannot be used; the worker tries again by and by.</summary>
    internal void Fail(string folder, Exception why)
    {
        _trouble =
            $"The search index folder {folder} cannot be used ({why.Message}). Free space or make it writable; it is tried again every half minute.";
        log.LogError("{Trouble}", _trouble);
    }

    public void Dispose()
    {
        lock (_gate)
        {
            Close(_current);
            _current = null;
        }
    }

    private void Close(OpenIndex? index)
    {
        try
        {
            index?.Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            log.LogWarning(e, "The search index in {Folder} did not close cleanly", index?.Folder);
        }
    }
}
