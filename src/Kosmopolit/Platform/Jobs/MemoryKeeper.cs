using Kosmopolit.Platform.Install;

namespace Kosmopolit.Platform.Jobs;

/// <summary>
/// Gives memory back to the machine once work has ended. Left alone, the collector keeps what a busy minute took until
/// the next one comes, and a database on the same small machine goes without it.
/// </summary>
internal sealed class MemoryKeeper(Readiness readiness, TimeProvider clock, ILogger<MemoryKeeper> log)
    : Worker(TimeSpan.FromSeconds(10), readiness, clock, log)
{
    private readonly Lull _lull = new(much: 32 << 20, little: 8 << 20);

    protected override Task<bool> Work(CancellationToken ct)
    {
        if (_lull.Begins(GC.GetTotalAllocatedBytes()))
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            // After it: what it finalised has freed native memory as well.
            NativeHeap.GiveBack();
        }
        return Task.FromResult(false);
    }
}
