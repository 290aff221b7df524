using System.Text;
using CsCheck;
using Ical.Net.DataTypes;
using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Activities.Importing;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Features.Activities.Importing;

/// <summary>Calendar files as programs write them, as they break, and as somebody who means harm makes them.</summary>
public sealed class CalendarTextTests
{
    private static readonly DateTimeOffset Now = MovableClock.Morning;

    private static readonly Atlas Atlas = new();

    [Theory]
    [InlineData("", EventProblem.NoStart)]
    [InlineData("DTSTART:", EventProblem.BadStart)]
    [InlineData("DTSTART:20270230T180000", EventProblem.BadStart)]
    [InlineData("DTSTART:99991231T235959Z", EventProblem.BadStart)]
    [InlineData("DTSTART:20270105T180000\nDTEND:20270105T170000", EventProblem.EndsFirst)]
    [InlineData("DTSTART;VALUE=DATE:20270105\nDTEND;VALUE=DATE:20270101", EventProblem.EndsFirst)]
    [InlineData("DTSTART:20270105T180000\nDURATION:P9999W", EventProblem.TooLong)]
    [InlineData("DTSTART:20200105T180000", EventProblem.Over)]
    [InlineData("DTSTART:20270105T180000\nSTATUS:cancelled", EventProblem.CalledOff)]
    [InlineData("DTSTART:20270105T180000\nRRULE:FREQ=SECONDLY", EventProblem.TooOften)]
    [InlineData("DTSTART:20270105T180000\nRRULE:FREQ=MINUTELY;COUNT=999999999", EventProblem.TooOften)]
    [InlineData("DTSTART:20270105T180000\nDTEND:20270108T180000\nRRULE:FREQ=WEEKLY", EventProblem.LongSeries)]
    [InlineData("DTSTART:20200105T180000\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", EventProblem.OtherRhythmOver)]
    [InlineData("DTSTART:20270105T180000\nRRULE:FREQ=DAILY", EventProblem.OtherRhythm)]
    [InlineData("DTSTART:20270105T180000\nRRULE:FREQ=MONTHLY;BYDAY=3TU", EventProblem.OtherRhythm)]
    [InlineData("DTSTART:20270105T180000\nRRULE:FREQ=WEEKLY;COUNT=-1", EventProblem.OtherRhythm)]
    [InlineData("DTSTART:20270105T180000\nRRULE:;;=;FREQ", EventProblem.OtherRhythm)]
    [InlineData("DTSTART;TZID=Mars/Base:20270105T180000", EventProblem.UnknownClock)]
    [InlineData("DTSTART:20270105T180000\nCLASS:PRIVATE", EventProblem.Private)]
    [InlineData("DTSTART:20270105T180000", EventProblem.NoEnd)]
    [InlineData("DTSTART;VALUE=DATE:20270105", EventProblem.WholeDay)]
    [InlineData("DTSTART:20270105T180000\nURL:javascript:alert(1)", EventProblem.LinkLeftOut)]
    [InlineData("DTSTART:20270105T180000\nATTACH;ENCODING=BASE64;VALUE=BINARY:AAAA", EventProblem.FilesStay)]
    [InlineData("DTSTART:20270105T180000\nRRULE:FREQ=WEEKLY", EventProblem.Endless)]
    [InlineData("DTSTART:20200107T180000\nRRULE:FREQ=WEEKLY;UNTIL=20270130", EventProblem.BeginsLater)]
    [InlineData("DTSTART:20270105T180000\nRDATE:20270106T180000", EventProblem.ExtraDays)]
    public void What_is_the_matter_with_an_event_is_said_beside_it(string lines, EventProblem problem)
    {
        var row = Assert.Single(Check(Event("SUMMARY:Coffee", lines)));
        Assert.Contains(row.Notes, n => n.Problem == problem);
        Assert.Equal(problem >= EventProblem.UnknownClock, row.IsGood);
    }

    [Fact]
    public void Every_broken_event_stands_in_its_own_row_and_the_whole_ones_beside_it()
    {
        var rows = Check(
            "BEGIN:VEVENT\nSUMMARY:Breaks off\nDTSTART:20270105T180000\n",
            Event("DTSTART:20270105T180000"),
            Event("SUMMARY:Coffee", "DTSTART:20270105T180000", "UID:one"),
            Event("SUMMARY:Again", "DTSTART:20270106T180000", "UID:one"),
            Event(
                "SUMMARY:Whole",
                "DTSTART:20270105T180000",
                "BEGIN:VALARM",
                "SUMMARY:No",
                "TRIGGER:-PT15M",
                "END:VALARM",
                "DTEND:20270105T190000"
            ),
            "BEGIN:VTODO\nSUMMARY:Task\nEND:VTODO\n",
            "BEGIN:VEVENT\nSUMMARY:Last\nDTSTART:20270105T180000"
        );
        Assert.Equal(["Breaks off", "", "Coffee", "Again", "Whole", "Last"], rows.Select(r => r.Input.Title));
        Assert.Equal([false, false, true, false, true, false], rows.Select(r => r.IsGood));
        Assert.Equal(3, rows[3].Notes.Single(n => n.Problem == EventProblem.TwiceInFile).Other);
        Assert.Empty(rows[4].Notes);
    }

    [Fact]
    public void Words_come_without_tags_turns_and_controls()
    {
        var row = Assert.Single(
            Check(
                Event(
                    "SUMMARY;LANGUAGE=ar:قهوة\u202E\u0007 <b>now</b>\\, or\r\n  later\\; \\\\",
                    "DTSTART;TZID=\"W. Europe Standard Time\":20270105T180000",
                    "DTEND;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20270105T193000",
                    "DESCRIPTION:<p>One &amp; <script>alert(1)</script>two</p><br>\\n<<b>i>three</i> &lt;img src=x onerror=alert(1)&gt;",
                    "X-ALT-DESC;FMTTYPE=text/html:<html><body onload=alert(1)>Other</body></html>",
                    "LOCATION:https://meet.example.org/x"
                )
            )
        );
        Assert.Equal("قهوة now, or later; \\", row.Input.Title);
        Assert.StartsWith("One & two", row.Input.Text, StringComparison.Ordinal);
        foreach (var gone in new[] { "alert", "<", "Other", "\u202E" })
            Assert.DoesNotContain(gone, row.Input.Text + row.Input.Title, StringComparison.Ordinal);
        Assert.Equal(("https://meet.example.org/x", ""), (row.Input.Link, row.Input.Place));
        Assert.Equal(("Europe/Berlin", "18:00", "19:30"), (row.Input.TimeZone, row.Input.Time, row.Input.EndTime));
        Assert.True(row.IsPlain);
    }

    [Fact]
    public void World_time_is_told_on_the_clock_at_home_and_a_series_in_it_stays_in_it()
    {
        var rows = Check(
            Event("SUMMARY:Once", "DTSTART:20270701T160000Z", "DTEND:20270701T170000Z"),
            Event("SUMMARY:Series", "DTSTART:20270701T160000Z", "DTEND:20270701T170000Z", "RRULE:FREQ=WEEKLY;COUNT=30")
        );
        Assert.Equal(["Europe/Stockholm 18:00", "Etc/UTC 16:00"], rows.Select(r => $"{r.Input.TimeZone} {r.Input.Time}"));
    }

    /// <summary>What stands in a rule is computed the same way by the library that other calendars and ours use.</summary>
    [Fact]
    public void A_series_comes_on_the_days_on_which_its_own_calendar_has_it() =>
        Gen.Select(Gen.Int[0, 400], Gen.Int[0, 5], Gen.Int[1, 14], Gen.Int[0, 13], Gen.Int[0, 3])
            .Sample(
                (day, kind, times, without, zone) =>
                {
                    var start = new DateTime(2027, 1, 1, 18, 30, 0, DateTimeKind.Unspecified).AddDays(day);
                    var clock = new[] { "Europe/Stockholm", "Asia/Baghdad", "America/Santiago", "Pacific/Apia" }[zone];
                    var rule = kind switch
                    {
                        0 => $"FREQ=WEEKLY;COUNT={times}",
                        1 => $"FREQ=WEEKLY;INTERVAL=2;UNTIL={start.AddDays(times * 9):yyyyMMdd}T120000Z;WKST=MO",
                        2 => $"FREQ=WEEKLY;BYDAY={start.DayOfWeek.ToString()[..2].ToUpperInvariant()};COUNT={times}",
                        3 => $"FREQ=MONTHLY;COUNT={times}",
                        4 => $"FREQ=MONTHLY;BYMONTHDAY={start.Day};COUNT={times}",
                        _ => $"FREQ=MONTHLY;UNTIL={start.AddDays(times * 31):yyyyMMdd}T235959",
                    };
                    var file = File(
                        Event(
                            "UID:x",
                            "SUMMARY:Series",
                            $"DTSTART;TZID={clock}:{start:yyyyMMdd'T'HHmmss}",
                            $"DTEND;TZID={clock}:{start.AddHours(1):yyyyMMdd'T'HHmmss}",
                            $"RRULE:{rule}",
                            $"EXDATE;TZID={clock}:{start.AddDays(7 * without):yyyyMMdd'T'HHmmss}"
                        )
                    );
                    var row = Assert.Single(Check(file));
                    // With its only time left out it is off; everything else is kept as it is.
                    Assert.True(
                        row.IsPlain || row.Notes.Any(n => n.Problem == EventProblem.CalledOff),
                        string.Join(' ', row.Notes.Select(n => n.Problem))
                    );
                    var activity = new Activity(Guid.Empty, Guid.Empty, Method.Networking, isTrip: false, Now);
                    Assert.Null(row.Input.Fill(activity, "en", Atlas));
                    foreach (var exception in row.Exceptions)
                        Assert.Null(activity.Except(exception.Day, exception.MovedTo, Now));
                    var theirs = Ical
                        .Net.Calendar.Load(Encoding.UTF8.GetString(file))!
                        .GetOccurrences(new CalDateTime(2026, 1, 1))
                        .Select(o => o.Period.StartTime.AsUtc)
                        .Take(100)
                        .ToList();
                    Assert.Equal(theirs, row.IsPlain ? activity.Times().Select(t => t.StartsAt.UtcDateTime) : []);
                },
                iter: 600
            );

    [Fact]
    public void Times_that_were_moved_or_called_off_come_along()
    {
        var row = Assert.Single(
            Check(
                Event("UID:a", "SUMMARY:Series", "DTSTART:20270105T180000", "DTEND:20270105T190000", "RRULE:FREQ=WEEKLY;COUNT=4"),
                Event("UID:a", "SUMMARY:Series", "RECURRENCE-ID:20270112T180000", "DTSTART:20270113T120000", "DTEND:20270113T130000"),
                Event("UID:a", "SUMMARY:Series", "RECURRENCE-ID:20270119T180000", "DTSTART:20270119T180000", "STATUS:CANCELLED")
            )
        );
        Assert.Equal(
            [
                new EventChange(new(2027, 1, 12), new DateTimeOffset(2027, 1, 13, 11, 0, 0, TimeSpan.Zero)),
                new EventChange(new(2027, 1, 19), null),
            ],
            row.Exceptions
        );
        Assert.Contains(row.Notes, n => n.Problem == EventProblem.OtherTimes);
        var last = Assert.Single(
            Check(
                Event("UID:b", "SUMMARY:Last", "DTSTART:20201201T180000", "DTEND:20201201T190000", "RRULE:FREQ=WEEKLY;UNTIL=20261126"),
                Event("UID:b", "SUMMARY:Last", "RECURRENCE-ID:20261124T180000", "DTSTART:20261125T120000")
            )
        );
        Assert.Equal(("2026-11-25", "12:00", Rhythm.Once), (last.Input.Day, last.Input.Time, last.Input.Rhythm));
        Assert.True(last.IsPlain);
    }

    [Theory]
    [InlineData("MZ this is a program", "no calendar file")]
    [InlineData("<html>BEGIN:VCALENDAR</html>", "no calendar file")]
    [InlineData("BEGIN:VCARD\nEND:VCARD", "no calendar file")]
    [InlineData("BEGIN:VCALENDAR\0\nEND:VCALENDAR", "no calendar file")]
    [InlineData("BEGIN:VCALENDAR\nEND:VCALENDAR", "no event")]
    public void What_is_no_calendar_is_refused(string file, string why) =>
        Assert.Contains(why, CalendarText.Read(Encoding.UTF8.GetBytes(file)).Refusal!.Text, StringComparison.Ordinal);

    [Fact]
    public void However_much_and_however_deep_it_is_it_ends_soon_and_in_words()
    {
        var many = File([.. Enumerable.Range(0, 10_000).Select(i => Event($"SUMMARY:{i}", "DTSTART:20270105T180000"))]);
        Assert.Contains("at most {1}", CalendarText.Read(many).Refusal!.Text, StringComparison.Ordinal);
        var deep = File(
            "BEGIN:VEVENT\nSUMMARY:Deep\nDTSTART:20270105T180000\n"
                + string.Concat(Enumerable.Repeat("BEGIN:X\n", 100_000))
                + "END:VEVENT\n"
        );
        Assert.True(Assert.Single(Check(deep)).IsGood);
        var folded = File(Event("SUMMARY:Long" + string.Concat(Enumerable.Repeat("\r\n <b", 200_000)), "DTSTART:20270105T180000"));
        var row = Assert.Single(Check(folded));
        Assert.True(row.Input.Title!.Length <= ActivityMapping.MostTitle);
        Assert.Contains(row.Notes, n => n.Problem == EventProblem.CutShort);
        var began = TimeProvider.System.GetTimestamp();
        foreach (
            var words in new[]
            {
                "<" + new string(' ', 60_000),
                "<b>" + string.Concat(Enumerable.Repeat("&lt;&#32;&#32;", 9000)),
                string.Concat(Enumerable.Repeat("<script", 9000)),
                string.Concat(Enumerable.Repeat("<b><br ", 9000)),
            }
        )
            Assert.Single(Check(Event($"SUMMARY:Coffee {words}", $"DESCRIPTION:{words}", "DTSTART:20270105T180000")));
        Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(20));
    }

    private static readonly string[] Names =
    [
        "DTSTART",
        "DTEND",
        "RRULE",
        "EXDATE",
        "DURATION",
        "UID",
        "SUMMARY",
        "RECURRENCE-ID",
        "DTSTART;TZID=",
        ":",
        "BEGIN",
        "END:VEVENT",
    ];

    private static readonly string[] Ties = [":", ";", "=", "", ";X=\":", ":FREQ=WEEKLY;", ":FREQ=MONTHLY;COUNT=", ":20270131T"];

    /// <summary>Nothing that anybody may write makes a fault of it.</summary>
    [Fact]
    public void Whatever_stands_in_it_there_is_an_answer() =>
        Gen.Select(
                Gen.Int[0, Names.Length - 1],
                Gen.Int[0, Ties.Length - 1],
                Gen.Char["0129TZ;=:,PWDMONTHLYCU-\\<>\n \u202Eم"].Array[0, 24]
            )
            .Array[0, 12]
            .Sample(lines => Check(Event([.. lines.Select(l => Names[l.Item1] + Ties[l.Item2] + new string(l.Item3))])), iter: 2000);

    private static string Event(params string[] lines) =>
        $"BEGIN:VEVENT\n{string.Join('\n', lines.Where(l => l.Length > 0))}\nEND:VEVENT\n";

    private static byte[] File(params string[] events) =>
        Encoding.UTF8.GetBytes(
            $"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{string.Concat(events)}END:VCALENDAR\n".ReplaceLineEndings("\r\n")
        );

    private static IReadOnlyList<CheckedEvent> Check(params string[] events) => Check(File(events));

    private static IReadOnlyList<CheckedEvent> Check(byte[] file) =>
        CalendarText.Read(file) is { Value: { } text }
            ? new EventCheck(Atlas, new Texts(ReaderLanguage.English), new Dictionary<string, Guid>(), Now).All(text)
            : [];
}
