using System.Globalization;
using Kosmopolit.Features.Networks.Calendar;
using NodaTime;

namespace Kosmopolit.Features.Activities.Importing;

/// <summary>A moment as a calendar file writes it: on the wall clock of a place, in world time, or a day as a whole.</summary>
/// <param name="Zone">IANA name of its clock.</param>
/// <param name="Unknown">What the file calls its clock, when nobody here knows that; else empty.</param>
public sealed record EventTime(LocalDateTime Wall, string Zone, bool IsDay, string Unknown)
{
    public const string World = "Etc/UTC";

    public DateOnly Day => Wall.Date.ToDateOnly();

    public TimeOnly Hour => new(Wall.Hour, Wall.Minute);

    public DateTimeOffset At => Series.At(Day, Hour, Zone);

    /// <summary>The same moment on another clock.</summary>
    public EventTime On(string zone) =>
        IsDay || zone == Zone ? this : this with { Wall = LocalDateTime.FromDateTime(Series.Wall(At, zone)), Zone = zone };

    /// <summary>Null when it says no moment that there is.</summary>
    public static EventTime? Read(CalendarLine line) => Read(line.Value.Trim(), line.Parameter("TZID"));

    /// <summary>All moments of a line that lists several; those that are none are left out.</summary>
    public static IEnumerable<EventTime> All(CalendarLine line) =>
        line.Value.Split(',').Select(v => Read(v.Trim(), line.Parameter("TZID"))).OfType<EventTime>();

    public static EventTime? Read(string value, string zone)
    {
        var isWorld = value.EndsWith('Z');
        if (
            !DateTime.TryParseExact(
                isWorld ? value[..^1] : value,
                ["yyyyMMdd", "yyyyMMdd'T'HHmmss", "yyyyMMdd'T'HHmm"],
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var wall
            ) || wall.Year is < 1900 or > 2199
        )
            return null;
        var (known, unknown) = isWorld ? (World, "") : Clock(zone);
        return new EventTime(LocalDateTime.FromDateTime(wall), known, !value.Contains('T', StringComparison.Ordinal), unknown);
    }

    // By its own name, by the one that Windows has for it, or at the end of a longer name, as old programs write it.
    private static (string Known, string Unknown) Clock(string named)
    {
        if (named.Length == 0)
            return (CalendarEntry.Home, "");
        var parts = named.Split('/');
        string[] names =
        [
            named,
            .. TimeZoneInfo.TryConvertWindowsIdToIanaId(named, out var iana) ? [iana] : Array.Empty<string>(),
            string.Join('/', parts.TakeLast(3)),
            string.Join('/', parts.TakeLast(2)),
        ];
        return names.FirstOrDefault(n => n.Length < 60 && Series.Knows(n)) is { } known ? (known, "") : (CalendarEntry.Home, named);
    }
}
