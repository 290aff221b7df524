using Kosmopolit.Platform;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Activities.Trips.Rooms;

/// <summary>A room of a trip: how many sleep there, from which evening to which morning.</summary>
public sealed class TripRoom : Entity
{
    public const int MostPlaces = 20;

    /// <summary>Nobody books longer.</summary>
    public const int MostNights = 60;

    private TripRoom() { }

    public Guid ActivityId { get; private set; }

    /// <summary>What those who travel call it: a number, a kind, a house.</summary>
    public string Name { get; private set; } = "";

    public int Places { get; private set; }

    /// <summary>The day of the first night.</summary>
    public DateOnly From { get; private set; }

    /// <summary>The morning on which it is left; after <see cref="From"/>.</summary>
    public DateOnly To { get; private set; }

    public IEnumerable<DateOnly> Nights => Enumerable.Range(0, To.DayNumber - From.DayNumber).Select(From.AddDays);

    public static Outcome<TripRoom> Of(Guid activity, string name, int places, DateOnly from, DateOnly to) =>
        to <= from || to.DayNumber - from.DayNumber > MostNights
            ? new Refusal("A room is kept for at least one night, and for at most {0}.", nameof(RoomInput.Until), MostNights)
            : new TripRoom
            {
                ActivityId = activity,
                Name = name,
                Places = places,
                From = from,
                To = to,
            };
}

/// <summary>
/// One night of somebody in a room. A row for each night, so that the database itself keeps anybody from sleeping in two rooms at
/// once.
/// </summary>
public sealed class Bed : Entity
{
    private Bed() { }

    /// <param name="member">Null for a visitor, who is known by the sign-up alone.</param>
    public Bed(TripRoom room, Guid signUp, Guid? member, DateOnly night) =>
        (ActivityId, RoomId, SignUpId, MemberId, Night) = (room.ActivityId, room.Id, signUp, member, night);

    public Guid ActivityId { get; private set; }

    public Guid RoomId { get; private set; }

    public Guid SignUpId { get; private set; }

    public Guid? MemberId { get; private set; }

    public DateOnly Night { get; private set; }
}

/// <summary>How a traveller would like to sleep. The numbers are stored.</summary>
public enum RoomWish
{
    None = 0,
    Alone = 1,
    Share = 2,
}
