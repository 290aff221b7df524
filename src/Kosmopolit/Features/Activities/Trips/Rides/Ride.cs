using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Activities.Trips.Rides;

/// <summary>A car, a bus, a flight of a trip: from where to where, when, and how many can come along.</summary>
public sealed class Ride : Entity
{
    public const int MostSeats = 100;

    /// <summary>Minutes of the longest ride: two days.</summary>
    public const int MostMinutes = 2880;

    private Ride() { }

    public Ride(Guid activity, (string From, string To) way, DateTimeOffset leaves, string zone, int minutes, int seats)
    {
        (ActivityId, LeavesAt, TimeZone, Minutes, Seats) = (activity, leaves, zone, minutes, seats);
        (From, To) = way;
    }

    public Guid ActivityId { get; private set; }

    public string From { get; private set; } = "";

    public string To { get; private set; } = "";

    public DateTimeOffset LeavesAt { get; private set; }

    /// <summary>IANA name of the clock where it leaves.</summary>
    public string TimeZone { get; private set; } = "";

    /// <summary>How long it takes.</summary>
    public int Minutes { get; private set; }

    /// <summary>For those who travel, without a hired driver.</summary>
    public int Seats { get; private set; }

    public DateTimeOffset ArrivesAt => LeavesAt.AddMinutes(Minutes);

    /// <summary>Whether nobody can be in both.</summary>
    public bool Meets(Ride other) => LeavesAt < other.ArrivesAt && other.LeavesAt < ArrivesAt;
}

/// <summary>Somebody's seat in a ride.</summary>
public sealed class RideSeat : Entity
{
    private RideSeat() { }

    /// <param name="member">Null for a visitor, who is known by the sign-up alone.</param>
    public RideSeat(Ride ride, Guid signUp, Guid? member) =>
        (ActivityId, RideId, SignUpId, MemberId) = (ride.ActivityId, ride.Id, signUp, member);

    public Guid ActivityId { get; private set; }

    public Guid RideId { get; private set; }

    public Guid SignUpId { get; private set; }

    public Guid? MemberId { get; private set; }
}
