using Kosmopolit.Features.Activities.Trips.Rides;
using Kosmopolit.Features.Activities.Trips.Rooms;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Activities.Trips;

/// <summary>How rooms and rides are said.</summary>
internal static class ListWording
{
    /// <summary>"12 Apr – 15 Apr, 3 nights"</summary>
    public static string Nights(TripRoom room, Texts t)
    {
        var days = $"{room.From.ToString("d MMM", t.Language.Culture)} – {room.To.ToString("d MMM", t.Language.Culture)}";
        return days + t[", "] + t.Count("{0} night", "{0} nights", room.To.DayNumber - room.From.DayNumber);
    }

    /// <summary>When it leaves on the clock of the place.</summary>
    public static string Leaves(Ride ride, Texts t) =>
        Series.Wall(ride.LeavesAt, ride.TimeZone).ToString("ddd d MMM HH:mm", t.Language.Culture);

    /// <summary>"1 h 30 min"</summary>
    public static string Takes(Ride ride, Texts t) =>
        ride.Minutes < 60 ? t["{0} min", ride.Minutes]
        : ride.Minutes % 60 == 0 ? t["{0} h", ride.Minutes / 60]
        : t["{0} h {1} min", ride.Minutes / 60, ride.Minutes % 60];

    public static string Name(RoomWish wish, Texts t) =>
        wish switch
        {
            RoomWish.Alone => t["a room for myself"],
            RoomWish.Share => t["shared with somebody"],
            _ => t["does not matter"],
        };
}
