using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Kosmopolit.Features.Members.StartUp.Meetings;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Members.StartUp.Answers;

/// <summary>A meeting as a calendar file (RFC 5545, iTIP): the same event however often it is sent, newer ones with a higher number.</summary>
public static class MeetingCalendar
{
    /// <param name="organizer">Address the invitation comes from.</param>
    /// <param name="attendee">Address it goes to.</param>
    public static string Write(Meeting meeting, string network, string page, string organizer, string attendee, DateTimeOffset now, Texts t)
    {
        var isOff = meeting.CalledOffAt is not null;
        var calendar = new Calendar { Method = isOff ? "CANCEL" : "REQUEST", ProductId = "-//Kosmopolit//Kosmopolit//EN" };
        calendar.Events.Add(
            new CalendarEvent
            {
                Uid = $"{meeting.Id:N}@kosmopolit",
                Sequence = meeting.Sequence,
                DtStamp = At(now),
                DtStart = At(meeting.StartsAt),
                DtEnd = At(meeting.EndsAt),
                Summary = $"{network}: {MeetingWording.Title(meeting, t)}",
                Location = meeting.Place.Length > 0 ? meeting.Place : meeting.Link,
                Description = string.Join("\n\n", new[] { MeetingWording.Agenda(meeting, t), meeting.Link, page }.Where(l => l.Length > 0)),
                Url = new Uri(page),
                Status = isOff ? "CANCELLED" : "CONFIRMED",
                Organizer = new Organizer($"mailto:{organizer}") { CommonName = network },
                Attendees = [new Ical.Net.DataTypes.Attendee($"mailto:{attendee}") { Rsvp = false, ParticipationStatus = "NEEDS-ACTION" }],
            }
        );
        return new CalendarSerializer().SerializeToString(calendar) ?? "";
    }

    // Universal time: no calendar can misread a change of the clocks.
    private static CalDateTime At(DateTimeOffset instant) => new(instant.UtcDateTime, CalDateTime.UtcTzId);
}
