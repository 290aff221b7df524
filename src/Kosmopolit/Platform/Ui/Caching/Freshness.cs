namespace Kosmopolit.Platform.Ui.Caching;

/// <summary>
/// Counts the changes this node knows of. A cached value carries the count in its key, so that one step forward
/// outdates everything derived from rows.
/// </summary>
public sealed class Freshness
{
    private long _rows;
    private long _index;

    /// <summary>Grows with every change of rows, and once more when the search index has followed.</summary>
    public long Version => Interlocked.Read(ref _rows) + Interlocked.Read(ref _index);

    /// <summary>Grows with changes of rows alone: for what holds nothing that was searched for.</summary>
    public long Rows => Interlocked.Read(ref _rows);

    public void StepForward() => Interlocked.Increment(ref _rows);

    /// <summary>What was found and kept since the rows changed is out of date as well.</summary>
    public void IndexFollowed() => Interlocked.Increment(ref _index);
}
