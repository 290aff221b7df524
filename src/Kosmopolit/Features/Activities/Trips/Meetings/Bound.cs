namespace Kosmopolit.Features.Activities.Trips.Meetings;

/// <summary>
/// How many meetings there can be at most. One side keeps its hours exactly and the other only its number of free hours;
/// that is a flow, and what it carries no timetable exceeds. The narrower of the two ways round counts.
/// </summary>
internal static class Bound
{
    /// <summary>One of the two sides: its people by number, their free hours, and how many meetings each can have at most.</summary>
    private sealed record Side(int Count, Func<Pair, int> Of, Func<int, IReadOnlySet<int>> Free, Func<int, int> Most);

    public static int Of(MeetingWishes wishes)
    {
        var most = wishes.Guests.Select((_, i) => MostOf(wishes, i)).ToList();
        var guests = new Side(wishes.Guests.Count, p => p.Guest, i => wishes.Guests[i].Free, i => most[i]);
        var receivers = new Side(
            wishes.Receivers.Count,
            p => p.Receiver,
            i => wishes.Receivers[i].Free,
            i => wishes.Slots.Most(wishes.Receivers[i].Free.Where(s => s < wishes.Slots.Starts.Count))
        );
        return Math.Min(Of(wishes, guests, receivers), Of(wishes, receivers, guests));
    }

    private static int Of(MeetingWishes wishes, Side exact, Side loose)
    {
        var slots = wishes.Slots.Starts.Count;
        // source, people of the exact side, their hours, pairs, people of the loose side, sink
        var hours = 1 + exact.Count;
        var pairs = hours + exact.Count * slots;
        var people = pairs + wishes.Pairs.Count;
        var sink = people + loose.Count;
        var flow = new Flow(sink + 1);
        for (var one = 0; one < exact.Count; one++)
        {
            flow.Add(0, 1 + one, exact.Most(one));
            foreach (var slot in exact.Free(one).Where(s => s < slots))
                flow.Add(1 + one, hours + one * slots + slot, 1);
        }
        for (var i = 0; i < wishes.Pairs.Count; i++)
        {
            var (one, other) = (exact.Of(wishes.Pairs[i]), loose.Of(wishes.Pairs[i]));
            foreach (var slot in exact.Free(one).Where(s => s < slots && loose.Free(other).Contains(s)))
                flow.Add(hours + one * slots + slot, pairs + i, 1);
            flow.Add(pairs + i, people + other, 1);
        }
        for (var one = 0; one < loose.Count; one++)
            flow.Add(people + one, sink, loose.Most(one));
        return flow.Most(0, sink);
    }

    /// <summary>
    /// How many meetings a guest can have at most: so many meetings need so many places, each change of place between hours
    /// that follow too closely costs an hour of theirs.
    /// </summary>
    private static int MostOf(MeetingWishes wishes, int guest)
    {
        var starts = wishes.Slots.Starts;
        var free = wishes.Guests[guest].Free.Where(s => s < starts.Count).Order().ToList();
        // Where times overlap, a shifted one may gain the time for a way.
        var alone = wishes.Slots.Most(free);
        if (alone < free.Count)
            return Math.Min(alone, wishes.Pairs.Where(p => p.Guest == guest).Distinct().Count());
        var easy = free.Zip(free.Skip(1)).Count(p => starts[p.Second] - starts[p.First] - wishes.Slots.Length >= wishes.Slots.Travel);
        var atPlaces = wishes
            .Pairs.Where(p => p.Guest == guest)
            .Distinct()
            .GroupBy(p => wishes.Receivers[p.Receiver].Place)
            .Select(g => g.Count())
            .OrderDescending()
            .ToList();
        var (most, reached) = (0, 0);
        for (var places = 1; places <= atPlaces.Count; places++)
        {
            reached += atPlaces[places - 1];
            most = Math.Max(most, Math.Min(reached, free.Count - Math.Max(0, places - 1 - easy)));
        }
        return most;
    }
}
