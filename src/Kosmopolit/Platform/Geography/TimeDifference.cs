namespace Kosmopolit.Platform.Geography;

/// <summary>How far a country's clocks are ahead of Sweden's; negative when they are behind.</summary>
public static class TimeDifference
{
    private static readonly TimeZoneInfo? Sweden = Zone("Europe/Stockholm");

    /// <summary>The difference at a moment; null when the country keeps several times, or the machine does not know its zones.</summary>
    public static TimeSpan? OffsetFromSweden(this Country country, DateTimeOffset at) =>
        country.OffsetsFromSweden(at) is { } offsets && offsets.Min == offsets.Max ? offsets.Min : null;

    /// <summary>The least and the greatest difference at a moment; null when the machine does not know the country's zones.</summary>
    public static (TimeSpan Min, TimeSpan Max)? OffsetsFromSweden(this Country country, DateTimeOffset at)
    {
        if (Sweden is null)
            return null;
        var here = Sweden.GetUtcOffset(at);
        var there = country.TimeZones.Select(Zone).OfType<TimeZoneInfo>().Select(zone => zone.GetUtcOffset(at) - here).ToList();
        return there.Count == 0 ? null : (there.Min(), there.Max());
    }

    // Slim container images come without a time-zone database.
    private static TimeZoneInfo? Zone(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null;
}
