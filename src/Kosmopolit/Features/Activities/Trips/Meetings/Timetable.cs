namespace Kosmopolit.Features.Activities.Trips.Meetings;

/// <summary>Somebody who goes to meetings.</summary>
/// <param name="Free">Numbers of the slots in which they have time.</param>
public sealed record Guest(int Key, IReadOnlySet<int> Free);

/// <summary>Somebody who is visited, at one place.</summary>
/// <param name="Place">The same number is the same place; guests need time from one to another.</param>
public sealed record Receiver(int Key, int Place, IReadOnlySet<int> Free);

/// <summary>A pair who both want to meet.</summary>
public readonly record struct Pair(int Guest, int Receiver);

/// <summary>Times at which meetings may begin, in minutes from any moment, rising. Some may overlap: then a person has one of them.</summary>
/// <param name="Length">Minutes that a meeting takes.</param>
/// <param name="Travel">Minutes that the way between two places takes.</param>
/// <param name="Break">Minutes of rest between two meetings of a person.</param>
public sealed record Slots(IReadOnlyList<int> Starts, int Length, int Travel, int Break = 0)
{
    /// <summary>Whether nobody can have both: they overlap, or leave no time to rest.</summary>
    public bool Clash(int one, int other) => Math.Abs(Starts[one] - Starts[other]) < Length + Break;

    /// <summary>The most of these times that a person can have, were there no ways.</summary>
    public int Most(IEnumerable<int> free)
    {
        var (count, last) = (0, int.MinValue);
        foreach (var start in free.Select(s => Starts[s]).Order())
            if (count == 0 || start - last >= Length + Break)
                (count, last) = (count + 1, start);
        return count;
    }
}

/// <summary>What is to be put into a timetable. Keys are positions: guest 0 is the first.</summary>
public sealed record MeetingWishes(IReadOnlyList<Guest> Guests, IReadOnlyList<Receiver> Receivers, IReadOnlyList<Pair> Pairs, Slots Slots);

/// <summary>Which pair meets in which slot.</summary>
public readonly record struct Placed(Pair Pair, int Slot);

/// <param name="Bound">No timetable holds more meetings than this.</param>
public sealed record Timetable(IReadOnlyList<Placed> Placed, int Bound)
{
    public bool IsBest => Placed.Count == Bound;

    /// <summary>What is wrong with a timetable; empty when nothing is. Says it independently of how it was made.</summary>
    public static IEnumerable<string> Clashes(MeetingWishes wishes, IReadOnlyList<Placed> placed)
    {
        var wanted = wishes.Pairs.ToHashSet();
        foreach (var one in placed)
        {
            if (!wanted.Contains(one.Pair))
                yield return $"{one} was not wanted";
            if (!wishes.Guests[one.Pair.Guest].Free.Contains(one.Slot) || !wishes.Receivers[one.Pair.Receiver].Free.Contains(one.Slot))
                yield return $"{one} is at a time when one of them is not free";
        }
        if (placed.DistinctBy(p => p.Pair).Count() != placed.Count)
            yield return "a pair meets twice";
        foreach (var (who, all) in Days(placed, "guest", p => p.Guest).Concat(Days(placed, "receiver", p => p.Receiver)))
        foreach (var (from, to) in all.Zip(all.Skip(1)))
        {
            var gap = wishes.Slots.Starts[to.Slot] - wishes.Slots.Starts[from.Slot] - wishes.Slots.Length;
            if (gap < 0)
                yield return $"{who} has two meetings at once";
            else if (gap < wishes.Slots.Break)
                yield return $"{who} has no rest";
            else if (wishes.Receivers[from.Pair.Receiver].Place != wishes.Receivers[to.Pair.Receiver].Place && gap < wishes.Slots.Travel)
                yield return $"{who} has no time for the way";
        }
    }

    private static IEnumerable<(string Who, List<Placed> All)> Days(IReadOnlyList<Placed> placed, string side, Func<Pair, int> of) =>
        placed.GroupBy(p => of(p.Pair)).Select(g => ($"{side} {g.Key}", g.OrderBy(p => p.Slot).ToList()));
}
