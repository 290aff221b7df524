using Kosmopolit.Features.Networks;
using Kosmopolit.Features.Networks.Calendar;
using Kosmopolit.Features.Networks.Desk;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Members.Desk;

/// <summary>What is in the network's calendar for the next fortnight, whichever room put it there.</summary>
public sealed class DeskMeetings(IEnumerable<CalendarSource> sources) : DeskSource
{
    private const int Days = 14;

    public override int Order => 30;

    public override string Heading(Texts t) => t["Coming up"];

    public override async Task<IReadOnlyList<DeskRow>> Rows(DeskVisit visit, CancellationToken ct)
    {
        var entries = await sources.Entries(visit.Network, visit.Reader, visit.Now, ct);
        var t = visit.Texts;
        return
        [
            .. entries
                .Where(e => !e.IsCancelled && (e.Next ?? e.Start) < visit.Now.AddDays(Days))
                .Select(e => new DeskRow(
                    $"\u2068{e.Naming?.Invoke(t) ?? e.Title}\u2069, {e.Wall().ToString("dddd d MMMM HH:mm", t.Language.Culture)}",
                    t["Open"],
                    e.Path.Length > 0 ? e.Path : $"/networks/{visit.Network.Slug}"
                )
                {
                    Due = e.Next ?? e.Start,
                }),
        ];
    }
}
