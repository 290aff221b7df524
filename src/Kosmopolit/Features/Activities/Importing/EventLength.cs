using System.Globalization;
using System.Text.RegularExpressions;

namespace Kosmopolit.Features.Activities.Importing;

/// <summary>How long an event lasts on the wall clock: by its end, by its length (RFC 5545, 3.3.6), or as is usual where neither is said.</summary>
public static partial class EventLength
{
    private static readonly TimeSpan Usual = TimeSpan.FromHours(1);

    /// <returns>The length, and what is to be said about it.</returns>
    public static (TimeSpan Length, EventProblem? Problem) Of(FoundEvent found, EventTime start)
    {
        if (start.IsDay)
            return Days(found, start);
        if (found.Line("DTEND") is { } line)
        {
            if (EventTime.Read(line) is not { } end)
                return (Usual, EventProblem.NoEnd);
            var length = end.On(start.Zone).Wall.ToDateTimeUnspecified() - start.Wall.ToDateTimeUnspecified();
            return length < TimeSpan.Zero ? (length, EventProblem.EndsFirst) : Checked(length);
        }
        return Duration(found.Value("DURATION")) is { } said ? Checked(said) : (Usual, EventProblem.NoEnd);
    }

    // The day on which it ends is the first one after it. Here it ends a minute before.
    private static (TimeSpan, EventProblem?) Days(FoundEvent found, EventTime start)
    {
        var end = found.Line("DTEND") is { } line ? EventTime.Read(line)?.Day : null;
        var days = end is { } day ? day.DayNumber - start.Day.DayNumber : (int)(Duration(found.Value("DURATION"))?.TotalDays ?? 1);
        return days < 0 ? (TimeSpan.Zero, EventProblem.EndsFirst)
            : days > 60 ? (TimeSpan.FromDays(days), EventProblem.TooLong)
            : (TimeSpan.FromDays(Math.Max(1, days)) - TimeSpan.FromMinutes(1), EventProblem.WholeDay);
    }

    private static (TimeSpan, EventProblem?) Checked(TimeSpan length) =>
        length > TimeSpan.FromDays(60) ? (length, EventProblem.TooLong)
        : length < TimeSpan.FromMinutes(1) ? (Usual, EventProblem.NoEnd)
        : (length, null);

    private static TimeSpan? Duration(string said)
    {
        if (Pattern().Match(said) is not { Success: true } m)
            return null;
        double Part(string name) => m.Groups[name].Success ? int.Parse(m.Groups[name].Value, CultureInfo.InvariantCulture) : 0;
        return TimeSpan.FromDays((7 * Part("w")) + Part("d"))
            + TimeSpan.FromHours(Part("h"))
            + TimeSpan.FromMinutes(Part("m"))
            + TimeSpan.FromSeconds(Part("s"));
    }

    [GeneratedRegex(
        @"^\+?P((?<w>[0-9]{1,4})W)?((?<d>[0-9]{1,4})D)?(T((?<h>[0-9]{1,5})H)?((?<m>[0-9]{1,6})M)?((?<s>[0-9]{1,7})S)?)?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Pattern();
}
