using Kosmopolit.Features.Networks;
using Kosmopolit.Features.Networks.Calendar;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.StartUp.Meetings;

/// <summary>
/// Meetings in a network's calendar, from the moment the invitations went out: those of the start-up and all later ones,
/// for members, and for everyone where they are announced to everyone. What was called off stays, struck out.
/// </summary>
public sealed class MeetingEntries(KosmopolitDb db, Texts texts) : CalendarSource
{
    /// <summary>No meeting is longer, so what began earlier is over.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(10);

    public override async Task<IReadOnlyList<CalendarEntry>> Entries(Network network, Me reader, DateTimeOffset after, CancellationToken ct)
    {
        var (inside, from) = (reader.CanReadPapers(network), after - Longest);
        var meetings = await db
            .Meetings.VisibleTo(reader, network)
            .Where(m => m.StartsAt > from && m.CalledAt != null)
            .AsNoTracking()
            .ToListAsync(ct);
        return [.. meetings.Where(m => m.EndsAt > after).Select(m => Entry(m, inside ? $"/networks/{network.Slug}/meetings/{m.Id}" : ""))];
    }

    public override async Task<IReadOnlyList<CalendarEntry>> Own(Me reader, DateTimeOffset after, CancellationToken ct)
    {
        var (networks, from) = (reader.Networks, after - Longest);
        var meetings = await db
            .Meetings.Where(m => networks.Contains(m.NetworkId) && m.StartsAt > from && m.CalledAt != null)
            .Join(db.Networks.VisibleTo(reader), m => m.NetworkId, n => n.Id, (m, n) => new { Meeting = m, n.Slug })
            .AsNoTracking()
            .ToListAsync(ct);
        return
        [
            .. meetings.Where(x => x.Meeting.EndsAt > after).Select(x => Entry(x.Meeting, $"/networks/{x.Slug}/meetings/{x.Meeting.Id}")),
        ];
    }

    private CalendarEntry Entry(Meeting meeting, string path) =>
        new(meeting.Id, MeetingWording.Title(meeting, texts), meeting.StartsAt, meeting.EndsAt)
        {
            Naming = t => MeetingWording.Title(meeting, t),
            Place = meeting.Place.Length > 0 ? meeting.Place : meeting.Link,
            Path = path,
            IsPublic = meeting.IsPublic,
            IsCancelled = meeting.CalledOffAt is not null,
            Changed = meeting.CalledOffAt ?? meeting.CalledAt ?? meeting.StartsAt,
            Sequence = meeting.Sequence,
        };
}
