using Kosmopolit.Platform.Events;
using Kosmopolit.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Commands.Checkup;

/// <summary>What waits, and what was given up.</summary>
internal static class QueueChecks
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(15);

    public static async Task<Finding> Mails(Workbench bench, CancellationToken ct)
    {
        var (now, monthAgo) = (bench.Now, bench.Now.AddDays(-30));
        var waiting = await bench.Ask(db => db.Set<OutgoingMail>().CountAsync(m => m.DueAt != null, ct));
        var oldest = await bench.Ask(db =>
            db.Set<OutgoingMail>().Where(m => m.DueAt != null).MinAsync(m => (DateTimeOffset?)m.CreatedAt, ct)
        );
        var lost = await bench.Ask(db => db.Set<OutgoingMail>().CountAsync(m => m.GivenUpAt > monthAgo, ct));
        var text =
            $"{waiting} waiting, {lost} given up in 30 days"
            + (oldest is { } since ? $"; the oldest waits since {since:yyyy-MM-dd HH:mm} UTC" : "");
        return lost > 0 || now - oldest > Long ? Finding.Warn("mails", text) : Finding.Ok("mails", text);
    }

    public static async Task<Finding> SkippedEvents(Workbench bench, CancellationToken ct)
    {
        var skipped = await bench.Ask(db => db.Set<SkippedEvent>().AsNoTracking().OrderByDescending(s => s.Position).ToListAsync(ct));
        return skipped is [var last, ..]
            ? Finding.Warn("skipped events", $"{skipped.Count}, last {last.Position} by {last.Subscriber}: {last.Error.Split('\n')[0]}")
            : Finding.Ok("skipped events", "none");
    }
}
