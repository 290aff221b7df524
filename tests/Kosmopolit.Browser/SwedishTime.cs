using System.Globalization;

namespace Kosmopolit.Browser;

/// <summary>The present by Swedish clocks, as fields for dates and times take it.</summary>
internal static class SwedishTime
{
    private static readonly TimeZoneInfo Sweden = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    /// <summary>So many days from today.</summary>
    public static string Day(int fromToday) => Now.AddDays(fromToday).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>So many minutes from now, cut off to the minute.</summary>
    public static string Minute(int fromNow) => Now.AddMinutes(fromNow).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    private static DateTimeOffset Now => TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), Sweden);
}
