using Kosmopolit.Features.Activities.Calendars;
using Kosmopolit.Features.Members.Feeds;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Trips.Meetings;

/// <summary>One mail to each traveller whose meetings changed, with all that changed in one calendar file.</summary>
public sealed class TimetableMail(KosmopolitDb db, ActivityMail mail, SiteAddress site, TimeProvider clock)
{
    /// <summary>Meetings of one letter. Their file stays far below what a mail holds, however long their names are.</summary>
    public const int Most = 50;

    public async Task Write(Activity trip, IReadOnlyCollection<ToldMeeting> changed, CancellationToken ct)
    {
        var travellers = changed.Select(m => m.TravellerId).Distinct().ToList();
        var members = await db.Set<Traveller>().Where(t => travellers.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.MemberId, ct);
        var along = await db.Along(trip.Id).Select(t => t.Id).ToListAsync(ct);
        var addresses = await mail.Addresses([.. members.Values], ct);
        foreach (var mine in changed.GroupBy(m => m.TravellerId))
            if (members.TryGetValue(mine.Key, out var member) && addresses.TryGetValue(member, out var to))
                db.AddRange(mine.OrderBy(m => m.StartsAt).Chunk(Most).Select(some => Letter(trip, some, to, along.Contains(mine.Key))));
    }

    // Whoever gave up their seat reads the trip, and its meetings no more.
    private OutgoingMail Letter(
        Activity trip,
        IReadOnlyList<ToldMeeting> meetings,
        (string Email, ReaderLanguage Language) to,
        bool isAlong
    )
    {
        var t = new Texts(to.Language);
        string Page(string path) => site[Links.With(path, to.Language)];
        var letter = new Letter(
            to.Language,
            t["Your meetings: {0}", trip.Title],
            [
                t["Your times on “{0}” are set, or have changed. The file that comes along puts them into your calendar.", trip.Title],
                string.Join('\n', meetings.Select(m => Line(m, trip.TimeZone, t))),
                t["All times are on the {0}.", ActivityWording.Clock(trip.TimeZone, t)],
            ],
            isAlong ? t["All meetings of the trip"] : t["Open the page"],
            Page(MeetingEntries.Path(trip, isAlong))
        );
        return letter
            .To(to.Email, clock.GetUtcNow())
            .With(CalendarFile.Bring([.. meetings.Select(m => MeetingEntries.Entry(m, trip, isAlong))], Page, mail.Organizer, to.Email));
    }

    private static string Line(ToldMeeting meeting, string zone, Texts t)
    {
        var when = Series.Wall(meeting.StartsAt, zone).ToString("ddd d MMM HH:mm", t.Language.Culture);
        var place = meeting.Place.Length > 0 ? $"{meeting.Name} · {meeting.Place}" : meeting.Name;
        return meeting.OffAt is not null ? t["Falls away: {0} {1}", when, place]
            : meeting.Sequence > 0 ? t["Changed: {0} {1}", when, place]
            : t["New: {0} {1}", when, place];
    }
}
