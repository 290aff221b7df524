using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Activities.Trips.Meetings;

/// <summary>When and where two meet.</summary>
/// <param name="Minutes">How long.</param>
public sealed record MeetingTime(string Name, string Place, DateTimeOffset StartsAt, int Minutes);

/// <summary>
/// A meeting as its traveller was last told of it. It outlives the wish and the firm that was to be met, so that what fell away can
/// be taken out of a calendar again.
/// </summary>
public sealed class ToldMeeting : Entity
{
    private ToldMeeting() { }

    public ToldMeeting(Guid activity, Guid traveller, Guid counterpart, MeetingTime time, DateTimeOffset now)
    {
        (ActivityId, TravellerId, CounterpartId) = (activity, traveller, counterpart);
        Set(time, now);
        Sequence = 0;
    }

    public Guid ActivityId { get; private set; }

    public Guid TravellerId { get; private set; }

    /// <summary>May be gone meanwhile.</summary>
    public Guid CounterpartId { get; private set; }

    public string Name { get; private set; } = "";

    public string Place { get; private set; } = "";

    public DateTimeOffset StartsAt { get; private set; }

    public int Minutes { get; private set; }

    /// <summary>Calendars take the higher number.</summary>
    public int Sequence { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>When they were told that it does not take place; null while it does.</summary>
    public DateTimeOffset? OffAt { get; private set; }

    public DateTimeOffset EndsAt => StartsAt.AddMinutes(Minutes);

    public MeetingTime Time => new(Name, Place, StartsAt, Minutes);

    /// <summary>Tells of another time or place, or that it takes place after all.</summary>
    public void Set(MeetingTime time, DateTimeOffset now)
    {
        (Name, Place, StartsAt, Minutes) = time;
        (ChangedAt, OffAt, Sequence) = (now, null, Sequence + 1);
    }

    public void CallOff(DateTimeOffset now) => (ChangedAt, OffAt, Sequence) = (now, now, Sequence + 1);
}
