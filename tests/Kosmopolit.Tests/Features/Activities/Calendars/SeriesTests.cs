using System.Diagnostics;
using System.Globalization;
using CsCheck;
using Ical.Net.DataTypes;
using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Activities.Calendars;
using Kosmopolit.Features.Members.Feeds;
using Kosmopolit.Tests.World;
using Activity = Kosmopolit.Features.Activities.Activity;

namespace Kosmopolit.Tests.Features.Activities.Calendars;

/// <summary>Series keep to the wall clock, miss no month, and other calendars read them as we do.</summary>
public sealed class SeriesTests
{
    private static readonly string[] Zones = ["Europe/Stockholm", "Asia/Baghdad", "America/Santiago", "Asia/Tehran", "Pacific/Apia"];

    [Fact]
    public void Eighteen_stays_eighteen_when_the_clocks_are_changed()
    {
        var activity = Made(new(2027, 3, 25, 17, 0, 0, TimeSpan.Zero), Rhythm.Weekly, new DateOnly(2027, 4, 9));
        Assert.Equal([17, 16, 16], activity.Times().Select(t => t.StartsAt.UtcDateTime.Hour));
        Assert.All(activity.Times(), t => Assert.Equal(18, Series.Wall(t.StartsAt, activity.TimeZone).Hour));
    }

    [Fact]
    public void The_thirty_first_comes_on_the_last_day_of_a_shorter_month()
    {
        var activity = Made(new(2027, 1, 31, 17, 0, 0, TimeSpan.Zero), Rhythm.Monthly, new DateOnly(2027, 6, 30));
        Assert.Equal([31, 28, 31, 30, 31, 30], activity.Times().Select(t => Series.Wall(t.StartsAt, activity.TimeZone).Day));
    }

    [Fact]
    public void An_hour_that_is_skipped_comes_later_and_none_is_lost()
    {
        // On 28 March 2027 clocks jump from two to three.
        var activity = Made(new(2027, 3, 21, 1, 30, 0, TimeSpan.Zero), Rhythm.Weekly, new DateOnly(2027, 4, 4));
        Assert.Equal(
            ["02:30", "03:30", "02:30"],
            activity.Times().Select(t => Series.Wall(t.StartsAt, activity.TimeZone).ToString("HH:mm", CultureInfo.InvariantCulture))
        );
    }

    // As somebody says a time: of an hour that comes twice the first counts.
    private static DateTimeOffset Said(DateTimeOffset at, string zone)
    {
        var wall = Series.Wall(at, zone);
        return Series.At(DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall), zone);
    }

    [Fact]
    public void A_library_that_reads_the_file_finds_the_same_times() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 3], Gen.Int[0, 700], Gen.Int[0, 23], Gen.Int[1, 300], Gen.Int[0, 9].Array[0, 3])
            .Sample(
                (zone, rhythm, day, hour, length, without) =>
                {
                    var first = new DateOnly(2026, 1, 1).AddDays(day);
                    var start = Series.At(first, new TimeOnly(hour, 30), Zones[zone]);
                    var local = DateOnly.FromDateTime(Series.Wall(start, Zones[zone]));
                    var activity = Made(start, (Rhythm)rhythm, local.AddDays(length), Zones[zone]);
                    var days = activity.Days().ToList();
                    foreach (var index in without.Where(i => i > 0 && i < days.Count).Distinct())
                        activity.Except(
                            days[index],
                            index % 2 == 0 ? null : Said(start.AddDays(400 + index), Zones[zone]),
                            DateTimeOffset.UnixEpoch
                        );
                    var ours = activity.Times().Select(t => t.StartsAt.UtcDateTime).Order().ToList();
                    var calendar = Ical.Net.Calendar.Load(File(activity))!;
                    var theirs = calendar
                        .GetOccurrences(new CalDateTime(2025, 1, 1))
                        .TakeWhile(o => o.Period.StartTime.Year < 2035)
                        .Select(o => o.Period.StartTime.AsUtc)
                        .Order()
                        .ToList();
                    if (!ours.SequenceEqual(theirs))
                        throw new InvalidOperationException($"{File(activity)}\n{string.Join(' ', ours)}\n{string.Join(' ', theirs)}");
                },
                iter: 300
            );

    [Fact]
    public async Task The_calendar_program_of_Debian_reads_a_series_with_its_exceptions()
    {
        var activity = Made(new(2027, 1, 31, 17, 0, 0, TimeSpan.Zero), Rhythm.Monthly, new DateOnly(2027, 6, 30));
        activity.Except(new DateOnly(2027, 3, 31), null, DateTimeOffset.UnixEpoch);
        activity.Except(new DateOnly(2027, 4, 30), new(2027, 5, 3, 16, 0, 0, TimeSpan.Zero), DateTimeOffset.UnixEpoch);
        var home = Directory.CreateTempSubdirectory("khal").FullName;
        Directory.CreateDirectory(Path.Combine(home, "cal"));
        await System.IO.File.WriteAllTextAsync(
            Path.Combine(home, "config"),
            $"""
            [calendars]
            [[kosmopolit]]
            path = {home}/cal
            [sqlite]
            path = {home}/khal.db
            [locale]
            local_timezone = Europe/Stockholm
            default_timezone = Europe/Stockholm
            timeformat = %H:%M
            dateformat = %Y-%m-%d
            longdateformat = %Y-%m-%d
            datetimeformat = %Y-%m-%d %H:%M
            longdatetimeformat = %Y-%m-%d %H:%M
            """,
            Until.Stopped
        );
        var file = Path.Combine(home, "series.ics");
        await System.IO.File.WriteAllTextAsync(file, File(activity), Until.Stopped);
        await Khal(home, "import", "--batch", "-a", "kosmopolit", file);
        var seen = await Khal(home, "list", "--format", "{start} {title}", "--day-format", "", "2027-01-01", "2027-12-31");
        Assert.Equal(
            ["2027-01-31 18:00", "2027-02-28 18:00", "2027-05-03 18:00", "2027-05-31 18:00", "2027-06-30 18:00"],
            seen.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Where(l => l.Contains("Breakfast", StringComparison.Ordinal))
                .Select(l => l[..16])
        );
    }

    private static string File(Activity activity) =>
        CalendarFile.Write("Norr", [ActivityEntries.Entry(activity, DateTimeOffset.UnixEpoch, "Umeå")], p => "https://example.org" + p);

    private static Activity Made(DateTimeOffset start, Rhythm rhythm, DateOnly until, string zone = "Europe/Stockholm")
    {
        var activity = new Activity(Guid.NewGuid(), Guid.NewGuid(), Method.Networking, false, DateTimeOffset.UnixEpoch);
        activity.Word(new ActivityWords("Breakfast", "", "en"));
        activity.Time(Doing.At(start, rhythm, until, zone));
        return activity;
    }

    private static async Task<string> Khal(string home, params string[] arguments)
    {
        var start = new ProcessStartInfo("khal", ["-c", Path.Combine(home, "config"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        (start.Environment["LC_ALL"], start.Environment["HOME"]) = ("C.UTF-8", home);
        using var khal = Process.Start(start)!;
        var (told, complained) = (khal.StandardOutput.ReadToEndAsync(), khal.StandardError.ReadToEndAsync());
        await khal.WaitForExitAsync();
        Assert.True(khal.ExitCode == 0, await complained);
        return await told;
    }
}
