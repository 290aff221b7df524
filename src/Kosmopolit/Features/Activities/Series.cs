using NodaTime;

namespace Kosmopolit.Features.Activities;

/// <summary>How often an activity comes back. The numbers are stored.</summary>
public enum Rhythm
{
    Once = 0,
    Weekly = 1,
    EverySecondWeek = 2,

    /// <summary>On the same day of each month; on its last day where the month is shorter.</summary>
    Monthly = 3,
}

/// <param name="EndsAt">After <paramref name="StartsAt"/>.</param>
/// <param name="TimeZone">IANA name of the clock it keeps to.</param>
/// <param name="Until">The last day of a series; null for one that comes once.</param>
public sealed record Timing(DateTimeOffset StartsAt, DateTimeOffset EndsAt, string TimeZone, Rhythm Rhythm, DateOnly? Until);

/// <summary>One time of a series.</summary>
/// <param name="Day">The day as the rhythm has it, also when it was moved.</param>
/// <param name="Planned">When the rhythm would have it; differs from the start of one that was moved.</param>
public readonly record struct Occurrence(DateOnly Day, DateTimeOffset Planned, DateTimeOffset StartsAt, DateTimeOffset EndsAt);

/// <summary>
/// The times of a series. It keeps to the wall clock of its place: 18:00 stays 18:00 when the clocks are changed; an hour
/// that is skipped comes as much later, of one that comes twice the first counts.
/// </summary>
public static class Series
{
    /// <summary>No series has more times; a year of weeks and a bit.</summary>
    public const int Most = 60;

    /// <summary>The days of a rhythm, the first always among them.</summary>
    public static IEnumerable<DateOnly> Days(DateOnly first, Rhythm rhythm, DateOnly? until)
    {
        yield return first;
        for (var i = 1; rhythm != Rhythm.Once && i < Most; i++)
        {
            // Months are counted from the first day: the 31st comes back after a short month.
            var next = rhythm switch
            {
                Rhythm.Weekly => first.AddDays(7 * i),
                Rhythm.EverySecondWeek => first.AddDays(14 * i),
                _ => first.AddMonths(i),
            };
            if (next > (until ?? first))
                yield break;
            yield return next;
        }
    }

    public static IEnumerable<DateOnly> Days(this Activity activity) =>
        activity.StartsAt is { } start ? Days(DateOnly.FromDateTime(Wall(start, activity.TimeZone)), activity.Rhythm, activity.Until) : [];

    /// <summary>All times but those left out, in order.</summary>
    public static IReadOnlyList<Occurrence> Times(this Activity activity)
    {
        if (activity is not { StartsAt: { } start, EndsAt: { } end })
            return [];
        var (time, length) = (TimeOnly.FromDateTime(Wall(start, activity.TimeZone)), end - start);
        var times = new List<Occurrence>();
        foreach (var day in activity.Days())
        {
            var planned = activity.Rhythm == Rhythm.Once ? start : At(day, time, activity.TimeZone);
            var exception = activity.Exceptions.FirstOrDefault(e => e.Day == day);
            if (exception is { MovedTo: null })
                continue;
            var starts = exception?.MovedTo ?? planned;
            times.Add(new Occurrence(day, planned, starts, starts + length));
        }
        return [.. times.OrderBy(t => t.StartsAt)];
    }

    /// <summary>The first time that is not over; null when all are.</summary>
    public static Occurrence? NextAfter(this Activity activity, DateTimeOffset now) =>
        activity.Times().Where(t => t.EndsAt > now).Select(t => (Occurrence?)t).FirstOrDefault();

    /// <summary>When the last of it is over; null while no day is set.</summary>
    public static DateTimeOffset? LastEnd(this Activity activity) =>
        activity.Times() is { Count: > 0 } times ? times.Max(t => t.EndsAt) : null;

    /// <summary>Whether one of its times is still to begin; one that runs is not.</summary>
    public static bool GoesOn(this Activity activity, DateTimeOffset now) => activity.Times().Any(t => t.StartsAt > now);

    /// <summary>The rule of RFC 5545 that yields the same days; empty for what comes once.</summary>
    public static string Rule(this Activity activity)
    {
        if (activity.Rhythm == Rhythm.Once || activity.Days().ToList() is not { Count: > 1 } days)
            return "";
        var rhythm = activity.Rhythm switch
        {
            Rhythm.Weekly => "FREQ=WEEKLY",
            Rhythm.EverySecondWeek => "FREQ=WEEKLY;INTERVAL=2",
            _ => Monthly(days[0].Day),
        };
        return $"{rhythm};COUNT={days.Count}";
    }

    public static DateTime Wall(DateTimeOffset at, string zone) =>
        Instant.FromDateTimeOffset(at).InZone(Zone(zone)).ToDateTimeUnspecified();

    public static DateTimeOffset At(DateOnly day, TimeOnly time, string zone) =>
        new LocalDateTime(day.Year, day.Month, day.Day, time.Hour, time.Minute)
            .InZoneLeniently(Zone(zone))
            .ToDateTimeOffset()
            .ToUniversalTime();

    public static bool Knows(string zone) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null;

    // Without the list a month that is too short would be left out (RFC 5545, 3.3.10).
    private static string Monthly(int day) =>
        day <= 28
            ? $"FREQ=MONTHLY;BYMONTHDAY={day}"
            : $"FREQ=MONTHLY;BYMONTHDAY={string.Join(',', Enumerable.Range(28, day - 27))};BYSETPOS=-1";

    private static DateTimeZone Zone(string zone) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) ?? DateTimeZoneProviders.Tzdb["Europe/Stockholm"];
}
