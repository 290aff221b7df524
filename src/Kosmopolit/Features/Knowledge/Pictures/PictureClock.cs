using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Jobs;

namespace Kosmopolit.Features.Knowledge.Pictures;

/// <summary>Looks every hour for pictures that nobody used.</summary>
public sealed class PictureClock(IServiceScopeFactory scopes, Readiness readiness, TimeProvider clock, ILogger<PictureClock> log)
    : Worker(TimeSpan.FromHours(1), readiness, clock, log)
{
    protected override async Task<bool> Work(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ForgetPictures>().Run(ct);
        return false;
    }
}
