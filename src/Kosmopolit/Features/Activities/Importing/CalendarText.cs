using System.Text;
using Kosmopolit.Platform;

namespace Kosmopolit.Features.Activities.Importing;

/// <summary>An event of a calendar file: its own lines, without those of its alarms.</summary>
/// <param name="Number">Its place among the events of the file, from 1.</param>
/// <param name="IsCutOff">Whether the file ends, or another event begins, before it does.</param>
public sealed record FoundEvent(int Number, IReadOnlyList<CalendarLine> Lines, bool IsCutOff)
{
    public CalendarLine? Line(string name) => Lines.FirstOrDefault(l => l.Name == name);

    /// <summary>The value as it stands there; empty without such a line.</summary>
    public string Value(string name) => Line(name)?.Value.Trim() ?? "";
}

/// <param name="Others">Things in it that are no events: tasks, notes.</param>
public sealed record CalendarText(IReadOnlyList<FoundEvent> Events, int Others)
{
    public const int MostBytes = 2_000_000;

    public const int MostEvents = 2000;

    private static readonly Refusal NoCalendar = new(
        "This is no calendar file. In your calendar, look for “Export”: the file’s name ends in .ics."
    );

    /// <summary>Finds the events of a file. Nothing in it is followed or computed, and how deep things stand in each other costs nothing.</summary>
    public static Outcome<CalendarText> Read(byte[] file)
    {
        if (Letters(file) is not { } text || text.Contains('\0', StringComparison.Ordinal))
            return NoCalendar;
        var (events, others, depth) = (new List<FoundEvent>(), 0, 0);
        var (isCalendar, number) = (false, 0);
        List<CalendarLine>? lines = null;
        foreach (var line in CalendarLine.Read(text))
        {
            var part = line.Name is "BEGIN" or "END" ? line.Value.Trim().ToUpperInvariant() : "";
            if (!isCalendar && (line.Name != "BEGIN" || part != "VCALENDAR"))
                return NoCalendar;
            isCalendar = true;
            if ((line.Name, part) == ("BEGIN", "VEVENT"))
            {
                Close(isCutOff: true);
                (lines, depth) = ([], 0);
                if (++number > MostEvents)
                    continue;
            }
            else if ((line.Name, part) == ("END", "VEVENT"))
                Close(isCutOff: false);
            else if (lines is null)
                others += line.Name == "BEGIN" && part is "VTODO" or "VJOURNAL" or "VFREEBUSY" ? 1 : 0;
            else if (part.Length > 0)
                depth += line.Name == "BEGIN" ? 1 : -1;
            else if (depth <= 0)
                lines.Add(line);
        }
        Close(isCutOff: true);
        return !isCalendar ? NoCalendar
            : number > MostEvents
                ? new Refusal("The file holds {0} events, and at most {1} can be read. Export a shorter time.", null, number, MostEvents)
            : number == 0 ? new Refusal("There is no event in this file.")
            : new CalendarText(events, others);

        void Close(bool isCutOff)
        {
            if (lines is not null && number <= MostEvents)
                events.Add(new FoundEvent(number, lines, isCutOff));
            lines = null;
        }
    }

    // Calendars write UTF-8 (RFC 5545, 3.1.4); old programs write what their machine did.
    private static string? Letters(byte[] file)
    {
        if (file is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return (file[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(file, 2, file.Length - 2).TrimStart();
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(file).TrimStart();
        }
    }
}
