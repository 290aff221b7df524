using System.Globalization;

namespace Kosmopolit.Features.Activities;

/// <summary>Days, times and amounts as people type them, with digits from any keyboard.</summary>
public static class Typing
{
    public static DateOnly? Day(string? typed) =>
        DateOnly.TryParseExact(Latin(typed), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is > 2000 and < 2200
            ? day
            : null;

    public static TimeOnly? Time(string? typed) =>
        TimeOnly.TryParseExact(Latin(typed), ["HH:mm", "H:mm", "HH.mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : null;

    /// <summary>A whole number within bounds; null when it is none.</summary>
    public static int? Whole(string? typed, int least, int most) =>
        int.TryParse(Latin(typed), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : null;

    /// <summary>An amount in hundredths, for instance öre; null when it is none. At most ten million.</summary>
    public static long? Minor(string? typed)
    {
        var text = Latin(typed).Replace(" ", "", StringComparison.Ordinal).Replace(',', '.').Replace('٫', '.');
        if (text.Length == 0)
            return 0;
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
            return null;
        var minor = amount * 100;
        return minor is >= 0 and <= 1_000_000_000 && minor == decimal.Truncate(minor) ? (long)minor : null;
    }

    /// <summary>A place in degrees north and east, as maps show it: "36.19, 44.01"; null when it is none.</summary>
    public static (double Latitude, double Longitude)? Spot(string? typed)
    {
        var numbers = Latin(typed)
            .Replace('٫', '.')
            .Split([',', '،', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(n => n.TrimEnd('°'))
            .ToList();
        return
            numbers.Count == 2
            && double.TryParse(numbers[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var north)
            && double.TryParse(numbers[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var east)
            && north is >= -90 and <= 90
            && east is >= -180 and <= 180
            ? (north, east)
            : null;
    }

    /// <summary>For the value of a form's field; empty for nothing.</summary>
    public static string Written(long minor) => minor == 0 ? "" : (minor / 100m).ToString("0.##", CultureInfo.InvariantCulture);

    public static string Latin(string? typed) =>
        string.Concat((typed ?? "").Trim().Select(c => char.IsDigit(c) ? (char)('0' + (int)char.GetNumericValue(c)) : c));
}
