using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Kosmopolit.Features.Networks;
using Kosmopolit.Features.Networks.Calendar;
using Kosmopolit.Platform.Clock;

namespace Kosmopolit.Features.Members.Feeds;

/// <summary>Writes entries as a calendar file (RFC 5545). Times stand in their own zone, whose rules come along.</summary>
public static class CalendarFile
{
    public const string MediaType = "text/calendar; charset=utf-8";

    /// <param name="address">Makes an absolute address of a path.</param>
    public static string Write(string name, IReadOnlyList<CalendarEntry> entries, Func<string, string> address)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//Kosmopolit//EN", Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", name);
        calendar.AddProperty("REFRESH-INTERVAL;VALUE=DURATION", "PT4H");
        return Fill(calendar, entries, address, _ => { });
    }

    /// <summary>One entry as an invitation or as its end (RFC 5546), for a mail.</summary>
    /// <param name="method">REQUEST or CANCEL.</param>
    /// <param name="organizer">Address the invitation comes from.</param>
    /// <param name="attendee">Address it goes to.</param>
    public static string Invite(CalendarEntry entry, string method, string page, string organizer, string attendee)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//Kosmopolit//EN", Method = method };
        return Fill(
            calendar,
            [entry],
            _ => page,
            written =>
            {
                written.Organizer = new Organizer($"mailto:{organizer}") { CommonName = "Kosmopolit" };
                written.Attendees = [new Attendee($"mailto:{attendee}") { Rsvp = false, ParticipationStatus = "ACCEPTED" }];
            }
        );
    }

    /// <summary>
    /// Entries for a mail to one person. One alone is an invitation or its end; several are published, because an invitation holds one
    /// event only (RFC 5546, 3.2.2). What fell away is marked as cancelled there.
    /// </summary>
    /// <param name="address">Makes an absolute address of a path.</param>
    public static string Bring(IReadOnlyList<CalendarEntry> entries, Func<string, string> address, string organizer, string attendee)
    {
        if (entries is [var only])
            return Invite(only, only.IsCancelled ? "CANCEL" : "REQUEST", address(only.Path), organizer, attendee);
        var calendar = new Ical.Net.Calendar { ProductId = "-//Kosmopolit//EN", Method = "PUBLISH" };
        return Fill(
            calendar,
            entries,
            address,
            written => written.Organizer = new Organizer($"mailto:{organizer}") { CommonName = "Kosmopolit" }
        );
    }

    private static string Fill(
        Ical.Net.Calendar calendar,
        IReadOnlyList<CalendarEntry> entries,
        Func<string, string> address,
        Action<CalendarEvent> finish
    )
    {
        foreach (var zone in entries.GroupBy(ZoneOf))
            calendar.AddTimeZone(
                VTimeZone.FromDateTimeZone(zone.Key, zone.Min(e => e.Start).UtcDateTime.AddYears(-1), includeHistoricalData: false)
            );
        foreach (var written in entries.SelectMany(e => Events(e, address)))
        {
            finish(written);
            calendar.Events.Add(written);
        }
        return new CalendarSerializer().SerializeToString(calendar) ?? "";
    }

    // A time of a series that was moved is an event of its own under the same name.
    private static IEnumerable<CalendarEvent> Events(CalendarEntry entry, Func<string, string> address)
    {
        var zone = ZoneOf(entry);
        var written = Event(entry, zone, entry.Start, entry.End, address);
        if (entry.Series is { } series)
        {
            written.RecurrenceRule = new(series.Rule);
            foreach (var skipped in series.Skipped)
                written.ExceptionDates.Add(Wall(skipped, zone));
        }
        yield return written;
        foreach (var (planned, start, end) in entry.Series?.Moved ?? [])
        {
            var moved = Event(entry, zone, start, end, address);
            moved.RecurrenceIdentifier = new RecurrenceIdentifier(Wall(planned, zone));
            yield return moved;
        }
    }

    private static CalendarEvent Event(
        CalendarEntry entry,
        string zone,
        DateTimeOffset start,
        DateTimeOffset end,
        Func<string, string> address
    )
    {
        var written = new CalendarEvent
        {
            Uid = $"{entry.Id:N}@kosmopolit",
            Summary = entry.Title,
            DtStamp = new CalDateTime(entry.Changed.UtcDateTime, "UTC"),
            DtStart = Wall(start, zone),
            DtEnd = Wall(end, zone),
            Sequence = entry.Sequence,
            Status = entry.IsCancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
            Class = entry.IsPublic ? "PUBLIC" : "PRIVATE",
        };
        if (entry.Place.Length > 0)
            written.Location = entry.Place;
        if (entry.Text.Length > 0)
            written.Description = entry.Text;
        if (entry.Path.Length > 0)
            written.Url = new Uri(address(entry.Path));
        return written;
    }

    private static CalDateTime Wall(DateTimeOffset at, string zone) =>
        new(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime, zone);

    // A zone that this machine does not know is written in the networks' own.
    private static string ZoneOf(CalendarEntry entry) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(entry.TimeZone, out _) ? entry.TimeZone : CalendarEntry.Home;
}
