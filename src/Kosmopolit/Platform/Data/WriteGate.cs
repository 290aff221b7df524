namespace Kosmopolit.Platform.Data;

/// <summary>
/// Lets one writer at a time through, in the order of arrival. Without it SQLite's writers poll for the lock and the
/// unlucky wait more than a second; with it they queue fairly.
/// </summary>
public sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>Waits for the turn; disposing the returned value ends it.</summary>
    public async Task<IDisposable> Enter(CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        return new Turn(_gate);
    }

    public void Dispose() => _gate.Dispose();

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
