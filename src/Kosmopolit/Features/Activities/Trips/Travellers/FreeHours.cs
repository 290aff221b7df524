using System.ComponentModel.DataAnnotations;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Activities.Trips.Travellers;

/// <summary>
/// When a traveller has time for meetings on a day over there, on the clock of the place. A day of which nothing is said is free
/// from morning to night.
/// </summary>
public sealed class FreeHours : Entity
{
    private FreeHours() { }

    public FreeHours(Guid traveller, DateOnly day, TimeOnly? from, TimeOnly? to, bool isAway) =>
        (TravellerId, Day, From, To, IsAway) = (traveller, day, from, to, isAway);

    public Guid TravellerId { get; private set; }

    public DateOnly Day { get; private set; }

    /// <summary>Null for the beginning of the day.</summary>
    public TimeOnly? From { get; private set; }

    /// <summary>Null for the end of the day.</summary>
    public TimeOnly? To { get; private set; }

    /// <summary>No meeting at all on that day.</summary>
    public bool IsAway { get; private set; }

    /// <summary>Whether a meeting fits in. Nothing is said of other days.</summary>
    public bool Allows(DateTime from, DateTime to) =>
        DateOnly.FromDateTime(from) != Day
        || (!IsAway && (From is not { } first || from >= Day.ToDateTime(first)) && (To is not { } last || to <= Day.ToDateTime(last)));
}

/// <summary>Hours of one day as they are typed.</summary>
public sealed class HoursInput
{
    /// <summary>ISO 8601 date.</summary>
    [StringLength(40)]
    public string? Day { get; set; }

    [StringLength(40)]
    public string? From { get; set; }

    [StringLength(40)]
    public string? To { get; set; }

    public bool IsAway { get; set; }

    /// <summary>Null for a day of which nothing is said.</summary>
    /// <param name="wrong">Why it cannot be, or null.</param>
    public FreeHours? Read(Guid traveller, out Refusal? wrong)
    {
        wrong = null;
        var isSaid = IsAway || !string.IsNullOrWhiteSpace(From) || !string.IsNullOrWhiteSpace(To);
        if (!isSaid || Typing.Day(Day) is not { } day)
            return null;
        if (IsAway)
            return new FreeHours(traveller, day, null, null, isAway: true);
        var (from, to) = (Typing.Time(From), Typing.Time(To));
        if ((from is null && !string.IsNullOrWhiteSpace(From)) || (to is null && !string.IsNullOrWhiteSpace(To)))
            wrong = new Refusal("{0}: write a time such as 09:30, or leave it empty.", null, Day!);
        else if (from >= to)
            wrong = new Refusal("{0}: the end must come after the beginning.", null, Day!);
        return new FreeHours(traveller, day, from, to, isAway: false);
    }
}
