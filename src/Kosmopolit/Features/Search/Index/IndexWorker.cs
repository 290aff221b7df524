using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Jobs;

namespace Kosmopolit.Features.Search.Index;

/// <summary>
/// Keeps this node's index true: opens it once the server answers, makes it anew when it cannot be trusted, and follows
/// the event log. A change is findable within a second.
/// </summary>
public sealed class IndexWorker(SearchIndex index, IndexUpkeep upkeep, Readiness readiness, TimeProvider clock, ILogger<IndexWorker> log)
    : Worker(TimeSpan.FromMilliseconds(500), readiness, clock, log)
{
    /// <summary>Between attempts at a folder that cannot be used.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Between commits while changes keep coming; what is lost with the process is read again from the log.</summary>
    private static readonly TimeSpan CommitEvery = TimeSpan.FromSeconds(10);

    private DateTimeOffset _retryAt = DateTimeOffset.MinValue;
    private DateTimeOffset _committedAt = DateTimeOffset.MinValue;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        Commit();
    }

    protected override async Task<bool> Work(CancellationToken ct)
    {
        if (Clock.GetUtcNow() < _retryAt)
            return false;
        try
        {
            if (await upkeep.Open(ct))
                _committedAt = Clock.GetUtcNow();
            var followed = await upkeep.Follow(ct);
            if (!followed || Clock.GetUtcNow() - _committedAt > CommitEvery)
                Commit();
            return followed;
        }
        catch (IndexUnusableException e)
        {
            index.Fail(e.Folder, e.InnerException!);
            _retryAt = Clock.GetUtcNow() + Patience;
            return false;
        }
    }

    private void Commit()
    {
        if (upkeep.Commit())
            _committedAt = Clock.GetUtcNow();
    }
}
