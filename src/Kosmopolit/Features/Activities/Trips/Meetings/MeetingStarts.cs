using Kosmopolit.Features.Activities.Trips.Travellers;

namespace Kosmopolit.Features.Activities.Trips.Meetings;

/// <summary>
/// When meetings may begin: one grid a day for all, from the first who has time to the last. Hours of a pair that the grid does
/// not fill get times of their own beside it, counted from their beginning, the narrowest first.
/// </summary>
internal static class MeetingStarts
{
    /// <summary>Times beside the grid on one day; more would make the timetable slow.</summary>
    public const int MostBeside = 24;

    /// <param name="pairs">Who meets whom, with the hours of the traveller.</param>
    /// <returns>Minutes from <paramref name="origin"/>, rising.</returns>
    public static List<int> Of(
        IEnumerable<(Counterpart Receiver, IEnumerable<FreeHours> Free)> pairs,
        IReadOnlyList<Counterpart> all,
        TripSheet sheet,
        DateTime origin
    )
    {
        var windows = pairs
            .Select(p => Window(p.Receiver, p.Free, origin))
            .Where(w => w.To - w.From >= sheet.Length)
            .Distinct()
            .ToLookup(w => w.Day);
        return [.. all.GroupBy(c => c.Day).OrderBy(d => d.Key).SelectMany(d => Day([.. d], windows[d.Key], sheet, origin))];
    }

    private static SortedSet<int> Day(
        List<Counterpart> there,
        IEnumerable<(DateOnly Day, int From, int To)> windows,
        TripSheet sheet,
        DateTime origin
    )
    {
        var step = sheet.Length + sheet.Break;
        var starts = new SortedSet<int>(
            Grid(there.Min(c => Minutes(c, c.From, origin)), there.Max(c => Minutes(c, c.To, origin)) - sheet.Length, step)
        );
        var beside = 0;
        foreach (var (_, from, to) in windows.OrderBy(w => w.To - w.From).ThenBy(w => w.From))
        {
            var last = to - sheet.Length;
            if (
                new Slots([.. starts], sheet.Length, sheet.Travel, sheet.Break) is var known
                && known.Most(known.Starts.Index().Where(s => s.Item >= from && s.Item <= last).Select(s => s.Index))
                    >= (last - from) / step + 1
            )
                continue;
            foreach (var start in Grid(from, last, step).Where(s => !starts.Contains(s)))
                if (beside++ < MostBeside)
                    starts.Add(start);
        }
        return starts;
    }

    /// <summary>The hours in which both are free, in minutes; none when its end comes before its beginning.</summary>
    private static (DateOnly Day, int From, int To) Window(Counterpart receiver, IEnumerable<FreeHours> free, DateTime origin)
    {
        var (from, to) = (receiver.From, receiver.To);
        foreach (var hours in free.Where(h => h.Day == receiver.Day))
        {
            if (hours.IsAway)
                return (receiver.Day, 0, 0);
            (from, to) = (hours.From > from ? hours.From.Value : from, hours.To < to ? hours.To.Value : to);
        }
        return (receiver.Day, Minutes(receiver, from, origin), Minutes(receiver, to, origin));
    }

    private static int Minutes(Counterpart receiver, TimeOnly at, DateTime origin) =>
        (int)(receiver.Day.ToDateTime(at) - origin).TotalMinutes;

    private static IEnumerable<int> Grid(int from, int last, int step)
    {
        for (var at = from; at <= last; at += step)
            yield return at;
    }
}
