using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;

namespace Kosmopolit.Platform.Clock;

/// <summary>Which of two equal hours is meant, on the night when the clocks are put back.</summary>
public enum Hour
{
    Unsaid = 0,
    First = 1,
    Second = 2,
}

/// <summary>Wall clocks in Sweden (Europe/Stockholm) and the instants they stand for.</summary>
public static class SwedishTime
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Stockholm"];

    /// <summary>
    /// The instant at which clocks show this. An hour that is skipped is refused; one that comes twice is refused until
    /// somebody says which is meant.
    /// </summary>
    public static (DateTimeOffset At, Refusal? Refusal) At(DateOnly day, TimeOnly time, Hour hour = Hour.Unsaid)
    {
        var wall = new LocalDateTime(day.Year, day.Month, day.Day, time.Hour, time.Minute);
        var mapping = Zone.MapLocal(wall);
        return mapping.Count switch
        {
            0 => (default, Skipped(mapping)),
            1 => (mapping.Single().ToDateTimeOffset().ToUniversalTime(), null),
            _ when hour == Hour.Unsaid => (
                default,
                new Refusal("The clocks are put back that night, and this hour comes twice. Choose which one you mean.")
            ),
            _ => ((hour == Hour.First ? mapping.First() : mapping.Last()).ToDateTimeOffset().ToUniversalTime(), null),
        };
    }

    /// <summary>
    /// The instant at which clocks show this, for what happens by itself: a time that is skipped comes as much later, of
    /// one that comes twice the first counts.
    /// </summary>
    public static DateTimeOffset Leniently(DateOnly day, TimeOnly time) =>
        new LocalDateTime(day.Year, day.Month, day.Day, time.Hour, time.Minute).InZoneLeniently(Zone).ToDateTimeOffset().ToUniversalTime();

    /// <summary>The instant at which a day begins.</summary>
    public static DateTimeOffset Midnight(DateOnly day) => Leniently(day, TimeOnly.MinValue);

    /// <summary>The day that calendars in Sweden show.</summary>
    public static DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(Of(now).DateTime);

    /// <summary>A day as forms send it, <c>yyyy-MM-dd</c>; null when it is none.</summary>
    public static DateOnly? ReadDay(string? typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Whether clocks show this twice.</summary>
    public static bool IsRepeated(DateOnly day, TimeOnly time) =>
        Zone.MapLocal(new LocalDateTime(day.Year, day.Month, day.Day, time.Hour, time.Minute)).Count == 2;

    /// <summary>What clocks in Sweden show, with their distance from UTC.</summary>
    public static DateTimeOffset Of(DateTimeOffset instant) => Instant.FromDateTimeOffset(instant).InZone(Zone).ToDateTimeOffset();

    private static Refusal Skipped(ZoneLocalMapping mapping)
    {
        var gap = mapping.LateInterval.Start;
        var (before, after) = (gap.WithOffset(mapping.EarlyInterval.WallOffset), gap.WithOffset(mapping.LateInterval.WallOffset));
        return new Refusal(
            "The clocks are put forward that night: there is no time between {0} and {1}. Choose another.",
            null,
            before.TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture),
            after.TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture)
        );
    }
}
