using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Jobs;

namespace Kosmopolit.Features.Members.Desk.Monday;

/// <summary>Looks every half minute whether Monday mails are due.</summary>
public sealed class MondayWorker(IServiceScopeFactory scopes, Readiness readiness, TimeProvider clock, ILogger<MondayWorker> log)
    : Worker(TimeSpan.FromSeconds(30), readiness, clock, log)
{
    protected override async Task<bool> Work(CancellationToken ct)
    {
        if (MondayMail.MondayOf(Clock.GetUtcNow()) is null)
            return false;
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MondayMail>().WriteNext(ct);
    }
}
