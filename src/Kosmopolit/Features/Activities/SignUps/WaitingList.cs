namespace Kosmopolit.Features.Activities.SignUps;

/// <summary>Who has a seat and who waits: whoever came first, first. Nobody loses a seat again, nobody is forgotten.</summary>
public static class WaitingList
{
    /// <summary>Gives a seat when one is free and nobody stands before; else a place in the line.</summary>
    public static SignUpState Stand(SignUp one, IReadOnlyList<SignUp> all, int? capacity, DateTimeOffset now)
    {
        var others = all.Where(s => s != one).ToList();
        var isFree = others.Count(s => s.State == SignUpState.Coming) < (capacity ?? int.MaxValue);
        var state = isFree && others.All(s => s.State != SignUpState.Waiting) ? SignUpState.Coming : SignUpState.Waiting;
        one.Become(state, now);
        return state;
    }

    /// <summary>Gives free seats to those who have waited longest, and names them.</summary>
    public static IReadOnlyList<SignUp> MoveUp(IReadOnlyList<SignUp> all, int? capacity, DateTimeOffset now)
    {
        var free = (capacity ?? int.MaxValue) - all.Count(s => s.State == SignUpState.Coming);
        var moved = all.Where(s => s.State == SignUpState.Waiting).OrderBy(s => s.At).ThenBy(s => s.Id).Take(Math.Max(0, free)).ToList();
        foreach (var one in moved)
            one.Become(SignUpState.Coming, now);
        return moved;
    }
}
