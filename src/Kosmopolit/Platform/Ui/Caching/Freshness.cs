namespace Kosmopolit.Platform.Ui.Caching;

/// <summary>
/// Counts the changes this node knows of. A cached value carries the count in its key, so that one step forward
/// outdates everything derived from rows.
/// </summary>
public sealed class Freshness
{
    private long _version;

    public long Version => Interlocked.Read(ref _version);

    public void StepForward() => Interlocked.Increment(ref _version);
}
