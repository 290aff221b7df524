namespace Kosmopolit.Features.Activities.Trips.Meetings;

/// <summary>Somebody who goes to meetings.</summary>
/// <param name="Free">Numbers of the slots in which they have time.</param>
public sealed record Guest(int Key, IReadOnlySet<int> Free);

/// <summary>Somebody who is visited, at one place.</summary>
/// <param name="Place">The same number is the same place; guests need time from one to another.</param>
public sealed record Receiver(int Key, int Place, IReadOnlySet<int> Free);

/// <summary>A pair who both want to meet.</summary>
public readonly record struct Pair(int Guest, int Receiver);

/// <summary>Times at which meetings begin, in minutes from any moment, rising. A break lies between two of them.</summary>
/// <param name="Length">Minutes that a meeting takes.</param>
/// <param name="Travel">Minutes that the way between two places takes.</param>
public sealed record Slots(IReadOnlyList<int> Starts, int Length, int Travel);

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
        if (placed.DistinctBy(p => (p.Pair.Guest, p.Slot)).Count() != placed.Count)
            yield return "a guest has two meetings at once";
        if (placed.DistinctBy(p => (p.Pair.Receiver, p.Slot)).Count() != placed.Count)
            yield return "a receiver has two meetings at once";
        foreach (var day in placed.GroupBy(p => p.Pair.Guest))
        foreach (var (from, to) in day.OrderBy(p => p.Slot).Zip(day.OrderBy(p => p.Slot).Skip(1)))
        {
            var gap = wishes.Slots.Starts[to.Slot] - wishes.Slots.Starts[from.Slot] - wishes.Slots.Length;
            if (wishes.Receivers[from.Pair.Receiver].Place != wishes.Receivers[to.Pair.Receiver].Place && gap < wishes.Slots.Travel)
                yield return $"guest {day.Key} has no time for the way";
        }
    }
}
