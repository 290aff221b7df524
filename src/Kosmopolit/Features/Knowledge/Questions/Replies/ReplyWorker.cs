using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Jobs;

namespace Kosmopolit.Features.Knowledge.Questions.Replies;

/// <summary>Looks into the mailbox of answers every minute, when there is one. What cannot be read is tried again.</summary>
public sealed class ReplyWorker(Mailbox mailbox, Readiness readiness, TimeProvider clock, ILogger<ReplyWorker> log)
    : Worker(TimeSpan.FromMinutes(1), readiness, clock, log)
{
    protected override async Task<bool> Work(CancellationToken ct)
    {
        if (mailbox.IsOn)
            await mailbox.Empty(ct);
        return false;
    }
}
