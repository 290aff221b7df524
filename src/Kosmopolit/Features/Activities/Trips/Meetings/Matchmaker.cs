namespace Kosmopolit.Features.Activities.Trips.Meetings;

/// <summary>
/// Puts pairs who both want to meet into a timetable without clashes. Begins with the pairs that have the fewest ways, moves
/// others out of the way, then tears parts out and sets them anew until the bound is reached or patience ends. The same
/// wishes give the same timetable.
/// </summary>
public static class Matchmaker
{
    /// <summary>Parts torn out and set anew, at most, since it last got better.</summary>
    public const int Patience = 1500;

    public static Timetable Arrange(MeetingWishes wishes, int patience = Patience)
    {
        var bound = Bound.Of(wishes);
        var best = new Draft(new Board(wishes));
        foreach (var pair in Enumerable.Range(0, wishes.Pairs.Distinct().Count()).OrderBy(best.Ways).ToList())
            best.Fit(pair);
        var dice = new Random(20261123);
        for (var idle = 0; idle < patience && best.Count < bound; idle++)
        {
            var next = best.Copy();
            next.TearOut(dice);
            var open = next.Open();
            dice.Shuffle(open);
            foreach (var pair in open)
                next.Fit(pair);
            if (next.Count > best.Count)
                idle = 0;
            // As good is let through, too: that is how it comes out of a corner.
            if (next.Count >= best.Count)
                best = next;
        }
        return new Timetable(best.Placed(), bound);
    }
}
