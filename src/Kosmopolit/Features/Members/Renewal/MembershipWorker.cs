using Kosmopolit.Features.Members.Importing;
using Kosmopolit.Features.Networks.Letters;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Jobs;

namespace Kosmopolit.Features.Members.Renewal;

/// <summary>Looks every half minute at the <see cref="MembershipClock"/>, and at what imports and letters leave behind.</summary>
public sealed class MembershipWorker(IServiceScopeFactory scopes, Readiness readiness, TimeProvider clock, ILogger<MembershipWorker> log)
    : Worker(TimeSpan.FromSeconds(30), readiness, clock, log)
{
    protected override async Task<bool> Work(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MembershipClock>().Tick(ct)
            | await scope.ServiceProvider.GetRequiredService<ForgetImports>().Run(ct)
            | await scope.ServiceProvider.GetRequiredService<ForgetLetters>().Run(ct);
    }
}
