using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Jobs;

namespace Kosmopolit.Platform.Memory;

/// <summary>
/// Gives memory back to the machine once work has ended. Left alone, the collector keeps what a busy minute took until
/// the next one comes, and a database on the same small machine goes without it.
/// </summary>
internal sealed class MemoryKeeper(IConfiguration settings, Readiness readiness, TimeProvider clock, ILogger<MemoryKeeper> log)
    : Worker(TimeSpan.FromSeconds(10), readiness, clock, log)
{
    // Longer than the runtime maps a library only to look for its name.
    private static readonly TimeSpan While = TimeSpan.FromSeconds(1);

    private readonly Lull _lull = new(much: 32 << 20, little: 8 << 20);
    private readonly bool _keepsPages = settings.GetValue("Kosmopolit:KeepProgramPages", false);

    protected override async Task<bool> Work(CancellationToken ct)
    {
        if (!_lull.Begins(GC.GetTotalAllocatedBytes()))
            return false;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        // After it: what it finalised has freed native memory as well.
        NativeHeap.GiveBack();
        if (_keepsPages)
            return false;
        var standing = ProgramPages.Look();
        await Task.Delay(While, Clock, ct);
        ProgramPages.GiveBack(standing);
        return false;
    }
}
