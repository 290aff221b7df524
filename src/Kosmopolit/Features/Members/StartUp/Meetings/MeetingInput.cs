using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Clock;

namespace Kosmopolit.Features.Members.StartUp.Meetings;

/// <summary>When and where, as it is typed.</summary>
public sealed class MeetingInput
{
    [PlainText(120)]
    public string? Title { get; set; }

    /// <summary>ISO 8601 date.</summary>
    [StringLength(40)]
    public string? Day { get; set; }

    /// <summary>Hours and minutes on a Swedish clock.</summary>
    [StringLength(40)]
    public string? Time { get; set; }

    /// <summary>Asked for only when the hour comes twice.</summary>
    public Hour Hour { get; set; }

    [Range(15, 600, ErrorMessage = "A meeting takes between 15 minutes and ten hours.")]
    public int Length { get; set; } = 120;

    [PlainText(200)]
    public string? Place { get; set; }

    [StringLength(500, ErrorMessage = "This is too long. Please make it shorter.")]
    public string? Link { get; set; }

    /// <summary>Announced to everybody, not to members alone.</summary>
    public bool IsPublic { get; set; }

    public static MeetingInput Of(Meeting meeting)
    {
        var start = SwedishTime.Of(meeting.StartsAt);
        return new()
        {
            Title = meeting.Title,
            Day = start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Time = start.ToString("HH:mm", CultureInfo.InvariantCulture),
            Hour = HourOf(meeting.StartsAt),
            Length = meeting.Length,
            Place = meeting.Place,
            Link = meeting.Link,
            IsPublic = meeting.IsPublic,
        };
    }

    /// <summary>Reads what was typed, or says what is wrong with it.</summary>
    public Outcome<Terms> Read(int? number)
    {
        var title = PlainText.Clean(Title);
        if (number is null && title.Length == 0)
            return new Refusal("Say what the meeting is about.", nameof(Title));
        if (!DateOnly.TryParseExact(Latin(Day), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return new Refusal("Write the day as year-month-day, for instance 2027-01-20.", nameof(Day));
        if (
            !TimeOnly.TryParseExact(
                Latin(Time),
                ["HH:mm", "H:mm", "HH.mm"],
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var time
            )
        )
            return new Refusal("Write the time as hours and minutes, for instance 18:00.", nameof(Time));
        var (at, refusal) = SwedishTime.At(day, time, Hour);
        if (refusal is not null)
            return refusal with { Field = SwedishTime.IsRepeated(day, time) ? nameof(Hour) : nameof(Time) };
        var (place, link) = (PlainText.Clean(Place), (Link ?? "").Trim());
        if (link.Length > 0 && !(Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"))
            return new Refusal("The address of an online meeting begins with https://.", nameof(Link));
        if (place.Length == 0 && link.Length == 0)
            return new Refusal("Write a place, or the address of an online meeting.", nameof(Place));
        return new Terms(number is null ? title : "", at, Length, place, link) { IsPublic = IsPublic };
    }

    /// <summary>Whether the form must ask which of two hours is meant.</summary>
    public bool AsksHour =>
        Hour != Hour.Unsaid
        || (
            DateOnly.TryParseExact(Latin(Day), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && TimeOnly.TryParseExact(Latin(Time), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            && SwedishTime.IsRepeated(day, time)
        );

    private static Hour HourOf(DateTimeOffset instant)
    {
        var wall = SwedishTime.Of(instant);
        var (day, time) = (DateOnly.FromDateTime(wall.DateTime), TimeOnly.FromDateTime(wall.DateTime));
        if (!SwedishTime.IsRepeated(day, time))
            return Hour.Unsaid;
        return SwedishTime.At(day, time, Hour.First).At == instant ? Hour.First : Hour.Second;
    }

    // Digits may come from an Arabic or Persian keyboard.
    private static string Latin(string? typed) =>
        string.Concat((typed ?? "").Trim().Select(c => char.IsDigit(c) ? (char)('0' + (int)char.GetNumericValue(c)) : c));
}
