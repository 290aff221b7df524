using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kosmopolit.Features.Activities.Discovery;

/// <summary>A public activity as machines read it (schema.org Event, JSON-LD). Nobody's name is in it.</summary>
public static class EventData
{
    /// <param name="time">The one of a series that comes next, or came last.</param>
    /// <param name="place">In the reader's words, or empty.</param>
    /// <param name="page">Absolute address.</param>
    /// <returns>Null while there is no day to tell.</returns>
    public static string? Of(Activity activity, Occurrence? time, string place, string page)
    {
        if (!activity.IsPublic || time is not { } next || activity.State < ActivityState.Planned)
            return null;
        var (start, end) = (next.StartsAt, next.EndsAt);
        var isOnline = activity.Place.Length == 0;
        var data = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "Event",
            ["name"] = activity.Title,
            ["description"] = activity.Text,
            ["inLanguage"] = activity.Language,
            ["startDate"] = Wall(start, activity.TimeZone),
            ["endDate"] = Wall(end, activity.TimeZone),
            ["eventStatus"] =
                activity.State == ActivityState.CalledOff ? "https://schema.org/EventCancelled" : "https://schema.org/EventScheduled",
            ["eventAttendanceMode"] = isOnline
                ? "https://schema.org/OnlineEventAttendanceMode"
                : "https://schema.org/OfflineEventAttendanceMode",
            ["location"] = isOnline
                ? new JsonObject { ["@type"] = "VirtualLocation", ["url"] = page }
                : new JsonObject
                {
                    ["@type"] = "Place",
                    ["name"] = activity.Place,
                    ["address"] = place,
                },
            ["url"] = page,
            ["offers"] = new JsonObject
            {
                ["@type"] = "Offer",
                ["price"] = (activity.CostMinor / 100m).ToString("0.00", CultureInfo.InvariantCulture),
                ["priceCurrency"] = activity.Currency,
                ["url"] = page,
            },
        };
        // The default encoder writes < and > as numbers: nothing in it can end the element it stands in.
        return data.ToJsonString(JsonSerializerOptions.Default);
    }

    private static string Wall(DateTimeOffset at, string zone)
    {
        var wall = Series.Wall(at, zone);
        var offset = wall - at.UtcDateTime;
        return new DateTimeOffset(wall, offset).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
    }
}
