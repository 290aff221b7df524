using Kosmopolit.Platform.Install;

namespace Kosmopolit.Platform.Jobs;

/// <summary>
/// A loop beside the requests: works while there is work, then rests. It keeps nothing in memory that matters, so a
/// killed process resumes where the database says.
/// </summary>
public abstract class Worker(TimeSpan rest, Readiness readiness, TimeProvider clock, ILogger log) : BackgroundService
{
    private readonly SemaphoreSlim _wake = new(0, 1);

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
        try
        {
            await readiness.Wait(stoppingToken);
            while (true)
                if (!await Attempt(stoppingToken))
                    await _wake.WaitAsync(rest, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The product stops; the database knows where to go on.
        }
    }

    /// <summary>Works once; a stumble is logged and counts as nothing done.</summary>
    protected async Task<bool> Attempt(CancellationToken ct)
    {
        try
        {
            await Task.Yield();
            return await Work(ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            // The database may be down for a while; the loop outlives it.
            log.LogError(e, "{Worker} stumbled and tries again", GetType().Name);
            return false;
        }
    }

    public override void Dispose()
    {
        _wake.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }
}
