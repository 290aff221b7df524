using Kosmopolit.Features.Networks.Desk;
using Kosmopolit.Platform.Clock;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.StartUp.Minutes;

/// <summary>Tasks that a meeting gave somebody, whose day is past and which nobody has ticked off; the oldest few.</summary>
public sealed class DeskTasks(KosmopolitDb db) : DeskSource
{
    private const int Most = 5;

    public override int Order => 35;

    public override string Heading(Texts t) => t["Tasks"];

    public override async Task<IReadOnlyList<DeskRow>> Rows(DeskVisit visit, CancellationToken ct)
    {
        if (!visit.Reader.CanReadPapers(visit.Network))
            return [];
        var today = SwedishTime.Today(visit.Now);
        var late = await db.Set<MeetingTask>()
            .Where(task => task.NetworkId == visit.Network.Id && task.DoneAt == null && task.DueOn < today)
            .OrderBy(task => task.DueOn)
            .ThenBy(task => task.Id)
            .Take(Most)
            .AsNoTracking()
            .ToListAsync(ct);
        return
        [
            .. late.Select(task => new DeskRow(
                Said(task, visit.Texts),
                visit.Texts["Tick it off"],
                $"/networks/{visit.Network.Slug}/meetings/{task.MeetingId}"
            )
            {
                Due = SwedishTime.Leniently(task.DueOn!.Value, TimeOnly.MinValue),
            }),
        ];
    }

    private static string Said(MeetingTask task, Texts t)
    {
        var day = task.DueOn!.Value.ToString("d MMMM", t.Language.Culture);
        return task.Who.Length > 0
            ? t["“{0}” ({1}) was to be done by {2}.", Apart(task.Text), Apart(task.Who), day]
            : t["“{0}” was to be done by {1}.", Apart(task.Text), day];
    }

    // Swedish words keep their direction in an Arabic sentence.
    private static string Apart(string words) => $"\u2068{words}\u2069";
}
