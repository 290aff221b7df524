using System.Globalization;

namespace Kosmopolit.Features.Activities.Importing;

/// <summary>How an event comes back, as far as activities here can.</summary>
/// <param name="First">The first day that is not over.</param>
/// <param name="Until">The last day; null for what comes once.</param>
/// <param name="LeftOut">Days of the rhythm on which it does not come.</param>
public sealed record EventRhythm(
    Rhythm Rhythm,
    DateOnly First,
    DateOnly? Until,
    IReadOnlyList<DateOnly> LeftOut,
    IReadOnlyList<EventNote> Notes
)
{
    private static readonly string[] Days = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    private static readonly HashSet<string> Understood = ["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYSETPOS", "WKST"];

    /// <summary>
    /// Reads a rule (RFC 5545, 3.3.10) by its form: it is never run through, so none can run for ever. What has no counterpart
    /// here keeps its first time, if that is ahead.
    /// </summary>
    /// <param name="today">On the clock of the event; what comes again begins there.</param>
    /// <param name="off">Days on which it was called off.</param>
    public static EventRhythm Read(string rule, EventTime start, DateOnly today, IReadOnlySet<DateOnly> off)
    {
        if (rule.Length == 0)
            return new(Rhythm.Once, start.Day, null, [], []);
        var parts = rule.ToUpperInvariant().Split(';', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)).ToList();
        var said = parts.GroupBy(p => p[0].Trim()).ToDictionary(g => g.Key, g => g.Last() is [_, var v] ? v.Trim() : "");
        if (said.GetValueOrDefault("FREQ") is "SECONDLY" or "MINUTELY" or "HOURLY")
            return new(Rhythm.Once, start.Day, null, [], [new(EventProblem.TooOften)]);
        if (Known(said, start.Day) is not { } rhythm || End(said, start) is not { } end)
            return new(
                Rhythm.Once,
                start.Day,
                null,
                [],
                [new(start.Day < today ? EventProblem.OtherRhythmOver : EventProblem.OtherRhythm)]
            );
        // On the last day of each month, when the rule says so; otherwise a month without the day is passed over.
        var isLast = said.ContainsKey("BYSETPOS") || said.GetValueOrDefault("BYMONTHDAY") == "-1";
        var comes = Run(start.Day, rhythm, end.Count, end.Until, isLast).ToList();
        var cut = Cut(rhythm, start.Day, comes, today, end);
        var left = cut.Rhythm == Rhythm.Once ? [cut.First] : Series.Days(cut.First, cut.Rhythm, cut.Until).Except(cut.LeftOut);
        return left.All(off.Contains) ? cut with { Notes = [.. cut.Notes, new(EventProblem.CalledOff)] } : cut;
    }

    private static EventRhythm Cut(Rhythm rhythm, DateOnly start, List<DateOnly> comes, DateOnly today, (int? Count, DateOnly? Until) end)
    {
        var ahead = comes.SkipWhile(d => d < today).Take(Series.Most).ToList();
        if (ahead.Count == 0)
            return new(Rhythm.Once, start, null, [], [new(EventProblem.Over)]);
        // No series here counts more months than that, those without the day among them.
        var last = Series.Days(ahead[0], rhythm, ahead[^1]).Last();
        ahead.RemoveAll(d => d > last);
        var notes = new List<EventNote>();
        if (ahead[0] != comes[0])
            notes.Add(new(EventProblem.BeginsLater));
        if (end is { Count: null, Until: null } || ahead[^1] != comes[^1])
            notes.Add(new(EventProblem.Endless, Day: ahead[^1]));
        if (ahead.Count == 1)
            return new(Rhythm.Once, ahead[0], null, [], notes);
        // A series here counts from its first day: one that begins on the 30th has no 31st.
        var ours = Series.Days(ahead[0], rhythm, ahead[^1]).ToHashSet();
        var missing = ahead.Where(d => !ours.Contains(d)).ToList();
        return missing.Count > 0
            ? new(Rhythm.Once, ahead[0], null, [], [.. notes, new(EventProblem.OtherRhythm)])
            : new(rhythm, ahead[0], ahead[^1], [.. ours.Except(ahead)], notes);
    }

    private static Rhythm? Known(Dictionary<string, string> said, DateOnly start)
    {
        var interval = said.GetValueOrDefault("INTERVAL", "1");
        var (days, month) = (said.GetValueOrDefault("BYDAY", ""), said.GetValueOrDefault("BYMONTHDAY", ""));
        if (said.Keys.Any(k => !Understood.Contains(k)))
            return null;
        return said.GetValueOrDefault("FREQ") switch
        {
            "WEEKLY"
                when interval is "1" or "2"
                    && (days.Length == 0 || days == Days[(int)start.DayOfWeek])
                    && month.Length == 0
                    && !said.ContainsKey("BYSETPOS") => interval == "1" ? Rhythm.Weekly : Rhythm.EverySecondWeek,
            "MONTHLY" when interval == "1" && days.Length == 0 && IsSameDay(month, said.GetValueOrDefault("BYSETPOS", ""), start) =>
                Rhythm.Monthly,
            _ => null,
        };
    }

    // As calendars write it, and as this house does for the last day of short months.
    private static bool IsSameDay(string month, string position, DateOnly start) =>
        position.Length == 0
            ? month.Length == 0 || month == start.Day.ToString(CultureInfo.InvariantCulture) || (month == "-1" && start.Day == 31)
            : position == "-1" && start.Day > 28 && month == string.Join(',', Enumerable.Range(28, start.Day - 27));

    /// <summary>How often, or until when; null when what is said about it cannot be read.</summary>
    private static (int? Count, DateOnly? Until)? End(Dictionary<string, string> said, EventTime start)
    {
        if (said.TryGetValue("COUNT", out var times))
            return int.TryParse(times, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? (count, null) : null;
        if (!said.TryGetValue("UNTIL", out var until))
            return (null, null);
        if (EventTime.Read(until, start.Zone == EventTime.World ? "" : start.Zone) is not { } last)
            return null;
        var there = last.On(start.Zone);
        return (null, !last.IsDay && !start.IsDay && there.Hour < start.Hour ? there.Day.AddDays(-1) : there.Day);
    }

    private static IEnumerable<DateOnly> Run(DateOnly first, Rhythm rhythm, int? count, DateOnly? until, bool isLast)
    {
        var found = 0;
        for (var i = 0; i < MostSteps && found < (count ?? int.MaxValue); i++)
        {
            var next = rhythm == Rhythm.Monthly ? first.AddMonths(i) : first.AddDays((rhythm == Rhythm.Weekly ? 7 : 14) * i);
            if (next > (until ?? DateOnly.MaxValue))
                yield break;
            if (rhythm == Rhythm.Monthly && next.Day != first.Day && !isLast)
                continue;
            found++;
            yield return next;
        }
    }

    /// <summary>Weeks of fifty years: a series that began before that is no plan any more.</summary>
    private const int MostSteps = 2600;
}
