using NodaTime;

namespace Kosmopolit.Platform.Geography;

/// <summary>
/// How far a country's clocks are ahead of Sweden's; negative when they are behind. By the zones that come with the product:
/// slim machines have none of their own.
/// </summary>
public static class TimeDifference
{
    private static readonly DateTimeZone Sweden = DateTimeZoneProviders.Tzdb["Europe/Stockholm"];

    /// <summary>The difference at a moment; null when the country keeps several times, or its zones are not known.</summary>
    public static TimeSpan? OffsetFromSweden(this Country country, DateTimeOffset at) =>
        country.OffsetsFromSweden(at) is { } offsets && offsets.Min == offsets.Max ? offsets.Min : null;

    /// <summary>The least and the greatest difference at a moment; null when the country's zones are not known.</summary>
    public static (TimeSpan Min, TimeSpan Max)? OffsetsFromSweden(this Country country, DateTimeOffset at)
    {
        var moment = Instant.FromDateTimeOffset(at);
        var here = Sweden.GetUtcOffset(moment);
        var there = country
            .TimeZones.Select(DateTimeZoneProviders.Tzdb.GetZoneOrNull)
            .OfType<DateTimeZone>()
            .Select(zone => (zone.GetUtcOffset(moment) - here).ToTimeSpan())
            .ToList();
        return there.Count == 0 ? null : (there.Min(), there.Max());
    }
}
