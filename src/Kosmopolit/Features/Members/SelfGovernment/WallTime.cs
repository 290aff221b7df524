using System.Globalization;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Clock;

namespace Kosmopolit.Features.Members.SelfGovernment;

/// <summary>
/// Times as they are read on a wall in Sweden. An hour that the clocks skip in spring does not exist, one that comes twice
/// in autumn names two moments: both are refused, so that nobody votes an hour too late.
/// </summary>
public static class WallTime
{
    /// <summary>How a browser writes date and time in a form.</summary>
    private const string Form = "yyyy-MM-ddTHH:mm";

    private static readonly Refusal Unreadable = new("Write day and time as 2026-03-28 18:30.");

    /// <param name="field">The input's property that refusals belong to.</param>
    /// <returns>The moment, or why it cannot be one; neither when nothing was written.</returns>
    public static (DateTimeOffset? At, Refusal? Refusal) Read(string? typed, string field)
    {
        var text = PlainText.Clean(typed).Replace(' ', 'T');
        if (text.Length == 0)
            return (null, null);
        if (
            !DateTime.TryParseExact(
                text,
                [Form, "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd"],
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var wall
            ) || wall.Year is < 2000 or > 2200
        )
            return (null, Unreadable with { Field = field });
        var (day, time) = (DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall));
        // Whoever votes has no box to say which of two equal hours is meant.
        if (SwedishTime.IsRepeated(day, time))
            return (null, new Refusal("This hour comes twice on that day: the clocks go back. Choose another hour.", field));
        var (at, refusal) = SwedishTime.At(day, time);
        return refusal is null ? (at, null) : (null, refusal with { Field = field });
    }

    public static DateTimeOffset Of(DateTimeOffset at) => SwedishTime.Of(at);

    /// <summary>For the value of a form's field.</summary>
    public static string Written(DateTimeOffset at) => Of(at).ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>For people, in their language: "25 November 2026 18:30".</summary>
    public static string Say(DateTimeOffset at, CultureInfo culture) => Of(at).ToString("d MMMM yyyy HH:mm", culture);

    public static string Day(DateTimeOffset at, CultureInfo culture) => Of(at).ToString("d MMMM yyyy", culture);
}
