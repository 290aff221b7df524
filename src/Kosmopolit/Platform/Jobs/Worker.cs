using Kosmopolit.Platform.Install;

namespace Kosmopolit.Platform.Jobs;

/// <summary>
/// A loop beside the requests: works while there is work, then rests. It keeps nothing in memory that matters, so a
/// killed process resumes where the database says.
/// </summary>
public abstract class Worker(TimeSpan rest, Readiness readiness, TimeProvider clock, ILogger log) : BackgroundService
{
    private readonly SemaphoreSlim _wake = new(0, 1);
    private Task? _woken;

    protected TimeProvider Clock => clock;

    /// <summary>Ends the rest early.</summary>
    public void Wake()
    {
        if (_wake.CurrentCount > 0)
            return;
        try
        {
            _wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else woke it in the same instant.
        }
    }

    /// <summary>Does one piece of work; false when nothing is left for now.</summary>
    protected abstract Task<bool> Work(CancellationToken ct);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.Wait(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Yield();
                if (await Work(stoppingToken))
                    continue;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // The database may be down for a while; the loop outlives it.
                log.LogError(e, "{Worker} stumbled and tries again", GetType().Name);
            }
            await Rest(stoppingToken);
        }
    }

    // One wait is kept until it is over: a new one each time would leave the old ones queueing, for days, and take the wake.
    private async Task Rest(CancellationToken ct)
    {
        _woken ??= _wake.WaitAsync(ct);
        if (await Task.WhenAny(_woken, Task.Delay(rest, clock, ct)) == _woken)
            _woken = null;
    }

    public override void Dispose()
    {
        _wake.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }
}
