using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Kosmopolit.Features.Members.Profile;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Activities;

/// <summary>An activity as it is typed.</summary>
public sealed class ActivityInput : ProfileInput
{
    /// <summary>Slug of the network it comes from; only asked for when it is proposed.</summary>
    [StringLength(80)]
    public string? Network { get; set; }

    [Required(ErrorMessage = "Say in one line what you would like to do.")]
    [PlainText(ActivityMapping.MostTitle)]
    public string? Title { get; set; }

    [PlainText(ActivityMapping.MostText)]
    public string? Text { get; set; }

    [EnumDataType(typeof(Method), ErrorMessage = "Choose from the list.")]
    public Method Method { get; set; } = Method.Networking;

    public bool IsTrip { get; set; }

    [StringLength(2, ErrorMessage = "Choose from the list.")]
    public string? Country { get; set; }

    [PlainText(200)]
    public string? Place { get; set; }

    [StringLength(ActivityMapping.MostLink, ErrorMessage = "This is too long. Please make it shorter.")]
    public string? Link { get; set; }

    [PlainText(2000)]
    public string? Documents { get; set; }

    public bool IsPublic { get; set; }

    // Numbers are read as text: what is no number is refused at its field instead of being taken for nothing.
    [StringLength(20, ErrorMessage = "Choose a number between 1 and 500.")]
    public string? Threshold { get; set; } = "5";

    [StringLength(20, ErrorMessage = "Choose a number between 1 and 5000, or leave it empty.")]
    public string? Capacity { get; set; }

    /// <summary>ISO 8601 date; the whole day counts.</summary>
    [StringLength(40)]
    public string? Deadline { get; set; }

    [PlainText(300)]
    public string? Question { get; set; }

    [StringLength(20, ErrorMessage = "Write an amount, for instance 1250 or 99,50.")]
    public string? Cost { get; set; }

    [StringLength(3, ErrorMessage = "Choose from the list.")]
    public string? Currency { get; set; } = "SEK";

    [PlainText(ActivityMapping.MostWords)]
    public string? Sharing { get; set; }

    [PlainText(200)]
    public string? PayTo { get; set; }

    [StringLength(40)]
    public string? Day { get; set; }

    [StringLength(40)]
    public string? Time { get; set; }

    [StringLength(40)]
    public string? EndDay { get; set; }

    [StringLength(40)]
    public string? EndTime { get; set; }

    [StringLength(64)]
    public string? TimeZone { get; set; } = "Europe/Stockholm";

    [EnumDataType(typeof(Rhythm), ErrorMessage = "Choose from the list.")]
    public Rhythm Rhythm { get; set; }

    [StringLength(40)]
    public string? Until { get; set; }

    public static ActivityInput Of(Activity a)
    {
        var zone = a.TimeZone;
        var (start, end) = (
            a.StartsAt is { } s ? Series.Wall(s, zone) : (DateTime?)null,
            a.EndsAt is { } e ? Series.Wall(e, zone) : (DateTime?)null
        );
        var input = new ActivityInput
        {
            Title = a.Title,
            Text = a.Text,
            Method = a.Method,
            IsTrip = a.IsTrip,
            Country = a.Country,
            Place = a.Place,
            Link = a.Link,
            Documents = a.Documents,
            IsPublic = a.IsPublic,
            Threshold = a.Threshold.ToString(CultureInfo.InvariantCulture),
            Capacity = a.Capacity?.ToString(CultureInfo.InvariantCulture),
            Deadline = a.Deadline is { } d ? Day10(Series.Wall(d.AddMinutes(-1), zone)) : null,
            Question = a.Question,
            Cost = Typing.Written(a.CostMinor),
            Currency = a.Currency,
            Sharing = a.CostSharing,
            PayTo = a.PayTo,
            Day = start is { } from ? Day10(from) : null,
            Time = start?.ToString("HH:mm", CultureInfo.InvariantCulture),
            EndDay = end is { } to && start is { } f && to.Date != f.Date ? Day10(to) : null,
            EndTime = end?.ToString("HH:mm", CultureInfo.InvariantCulture),
            TimeZone = zone,
            Rhythm = a.Rhythm,
            Until = a.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
        input.Seen = input.Print();
        return input;
    }

    /// <summary>Writes what was typed into an activity, or says what is wrong with it and changes nothing.</summary>
    public Refusal? Fill(Activity activity, string language, Atlas atlas)
    {
        var title = PlainText.Clean(Title);
        if (title.Length == 0)
            return new Refusal("Say in one line what you would like to do.", nameof(Title));
        var country = PlainText.Clean(Country).ToUpperInvariant();
        if (country.Length > 0 && atlas.Country(country) is null)
            return new Refusal("Choose from the list.", nameof(Country));
        var link = (Link ?? "").Trim();
        if (link.Length > 0 && !IsAddress(link))
            return new Refusal("The address of an online meeting begins with https://.", nameof(Link));
        if (Typing.Minor(Cost) is not { } minor)
            return new Refusal("Write an amount, for instance 1250 or 99,50.", nameof(Cost));
        var currency = PlainText.Clean(Currency).ToUpperInvariant();
        if (atlas.Currency(currency) is null)
            return new Refusal("Choose from the list.", nameof(Currency));
        if (Typing.Whole(Threshold, 1, 500) is not { } threshold)
            return new Refusal("Choose a number between 1 and 500.", nameof(Threshold));
        var capacity = Typing.Whole(Capacity, 1, 5000);
        if (capacity is null && !string.IsNullOrWhiteSpace(Capacity))
            return new Refusal("Choose a number between 1 and 5000, or leave it empty.", nameof(Capacity));
        var (timing, deadline, odd) = ReadTimes();
        if (odd is not null)
            return odd;
        activity.Word(new ActivityWords(title, PlainText.CleanLines(Text), language));
        activity.Be(Method, IsTrip);
        activity.Locate(new Whereabouts(country, PlainText.Clean(Place), link));
        activity.Show(IsPublic, PlainText.CleanLines(Documents));
        activity.Seat(new Seats(threshold, capacity, deadline, PlainText.Clean(Question)));
        activity.Cost(new Price(minor, currency, PlainText.CleanLines(Sharing), PlainText.Clean(PayTo)));
        activity.Time(timing);
        return null;
    }

    internal override IEnumerable<(string Label, string Value)> Said(Texts t) =>
        [
            (t["What would you like to do?"], Title ?? ""),
            (t["What is it about, and what do you hope to get out of it?"], Text ?? ""),
            (t["What does it serve?"], ActivityWording.Name(Method, t)),
            (t["It is a business trip: with a programme, travellers and meetings"], IsTrip ? t["Yes"] : t["No"]),
            (t["Country it is about"], Country ?? ""),
            (t["Place"], Place ?? ""),
            (t["Online, at this address"], Link ?? ""),
            (t["Everybody may read it and come, also people who are not members"], IsPublic ? t["Yes"] : t["No"]),
            (t["Day"], $"{Day} {Time}".Trim()),
            (t["Ends at"], $"{EndDay} {EndTime}".Trim()),
            (t["By the clock of"], TimeZone ?? ""),
            (t["How often?"], ActivityWording.Name(Rhythm, t)),
            (t["The series ends on"], Until ?? ""),
            (t["How many must want it?"], Threshold ?? ""),
            (t["Seats, if there is a limit"], Capacity ?? ""),
            (t["Last day to sign up"], Deadline ?? ""),
            (t["What do you need to know from those who sign up?"], Question ?? ""),
            (t["Papers"], Documents ?? ""),
            (t["For each person"], $"{Cost} {Currency}".Trim()),
            (t["Who pays what?"], Sharing ?? ""),
            (t["Where to pay: IBAN or Swish, and the reference"], PayTo ?? ""),
        ];

    public static bool IsAddress(string typed) => Uri.TryCreate(typed, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http";

    /// <summary>Whether something is said of when, besides the day.</summary>
    internal bool HasTime =>
        Rhythm != Rhythm.Once || new[] { Time, EndDay, EndTime, Until }.Any(typed => !string.IsNullOrWhiteSpace(typed));

    private (Timing? Timing, DateTimeOffset? Deadline, Refusal? Refusal) ReadTimes()
    {
        var zone = PlainText.Clean(TimeZone) is { Length: > 0 } named ? named : "Europe/Stockholm";
        if (!Series.Knows(zone))
            return (null, null, new Refusal("Choose a clock from the list, for instance Asia/Baghdad.", nameof(TimeZone)));
        var closes = Typing.Day(Deadline);
        if (closes is null && !string.IsNullOrWhiteSpace(Deadline))
            return (null, null, Unreadable(nameof(Deadline)));
        DateTimeOffset? deadline = closes is { } last ? Series.At(last.AddDays(1), TimeOnly.MinValue, zone) : null;
        if (string.IsNullOrWhiteSpace(Day))
            return HasTime
                ? (null, null, new Refusal("Choose the day as well, or leave time and series empty, too.", nameof(Day)))
                : (null, deadline, null);
        var (timing, odd) = ReadTiming(zone);
        return timing is not null && deadline?.AddDays(-1) > timing.StartsAt
            ? (null, null, new Refusal("Nobody can sign up after it has begun. Choose an earlier day.", nameof(Deadline)))
            : (timing, deadline, odd);
    }

    private (Timing?, Refusal?) ReadTiming(string zone)
    {
        if (Typing.Day(Day) is not { } day)
            return (null, Unreadable(nameof(Day)));
        if (Typing.Time(Time) is not { } time)
            return (null, new Refusal("Write the time as hours and minutes, for instance 18:00.", nameof(Time)));
        if (Typing.Day(EndDay) is not { } endDay)
        {
            if (!string.IsNullOrWhiteSpace(EndDay))
                return (null, Unreadable(nameof(EndDay)));
            endDay = day;
        }
        if (Typing.Time(EndTime) is not { } endTime)
            return (null, new Refusal("Write the time as hours and minutes, for instance 18:00.", nameof(EndTime)));
        var (start, end) = (Series.At(day, time, zone), Series.At(endDay, endTime, zone));
        if (end <= start || end - start > TimeSpan.FromDays(60))
            return (null, new Refusal("It ends after it begins, and lasts at most 60 days.", nameof(EndTime)));
        if (Rhythm == Rhythm.Once)
            return (new Timing(start, end, zone, Rhythm.Once, null), null);
        if (Typing.Day(Until) is not { } until)
            return (null, Unreadable(nameof(Until)));
        if (until <= day || Series.Days(day, Rhythm, until).Last().AddDays(31) < until)
            return (null, new Refusal("A series has a last day after the first, and at most 60 times.", nameof(Until)));
        return end - start > TimeSpan.FromDays(1)
            ? (null, new Refusal("What comes back lasts at most a day each time.", nameof(EndTime)))
            : (new Timing(start, end, zone, Rhythm, until), null);
    }

    private static Refusal Unreadable(string field) => new("Write the day as year-month-day, for instance 2027-01-20.", field);

    private static string Day10(DateTime wall) => wall.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
