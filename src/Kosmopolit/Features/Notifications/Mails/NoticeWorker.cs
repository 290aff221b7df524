using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Jobs;

namespace Kosmopolit.Features.Notifications.Mails;

/// <summary>Looks every few seconds whether mails about news are due.</summary>
public sealed class NoticeWorker(IServiceScopeFactory scopes, Readiness readiness, TimeProvider clock, ILogger<NoticeWorker> log)
    : Worker(TimeSpan.FromSeconds(10), readiness, clock, log)
{
    protected override async Task<bool> Work(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<NoticeMail>().WriteNext(ct);
    }
}
