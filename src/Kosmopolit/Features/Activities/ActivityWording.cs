using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Activities;

/// <summary>How activities are named to people.</summary>
public static class ActivityWording
{
    public static readonly IReadOnlyList<Method> Methods =
    [
        Method.Skills,
        Method.Internationalisation,
        Method.Information,
        Method.Networking,
        Method.Contracts,
    ];

    public static string Name(Method method, Texts t) =>
        method switch
        {
            Method.Skills => t["Skills and competences"],
            Method.Internationalisation => t["Internationalisation"],
            Method.Information => t["New markets and countries"],
            Method.Networking => t["Networking"],
            _ => t["New business contracts"],
        };

    public static string Name(ActivityState state, Texts t) =>
        state switch
        {
            ActivityState.Idea => t["an idea"],
            ActivityState.Gathering => t["who would come?"],
            ActivityState.Planned => t["planned"],
            ActivityState.Open => t["open for sign-up"],
            ActivityState.Held => t["held"],
            ActivityState.FollowedUp => t["followed up"],
            _ => t["called off"],
        };

    public static string Name(SignUpState state, Texts t) =>
        state switch
        {
            SignUpState.Interested => t["would come"],
            SignUpState.Unconfirmed => t["not confirmed yet"],
            SignUpState.Waiting => t["waits for a seat"],
            SignUpState.Coming => t["comes"],
            _ => t["does not come"],
        };

    public static string Name(Rhythm rhythm, Texts t) =>
        rhythm switch
        {
            Rhythm.Weekly => t["every week"],
            Rhythm.EverySecondWeek => t["every second week"],
            Rhythm.Monthly => t["every month"],
            _ => t["once"],
        };

    /// <summary>What one turn on is called on its button.</summary>
    public static string Step(ActivityState to, Texts t) =>
        to switch
        {
            ActivityState.Gathering => t["Ask who would come"],
            ActivityState.Planned => t["Plan it for good"],
            ActivityState.Open => t["Open the sign-up"],
            ActivityState.Held => t["It has been held"],
            ActivityState.FollowedUp => t["Keep what it gave"],
            _ => t["Call it off"],
        };

    /// <summary>Day and time on the clock of the place: "Monday 5 April 2027 18:00–20:00".</summary>
    public static string When(DateTimeOffset starts, DateTimeOffset ends, string zone, Texts t)
    {
        var (from, to) = (Series.Wall(starts, zone), Series.Wall(ends, zone));
        var culture = t.Language.Culture;
        return from.Date == to.Date
            ? $"{from.ToString("dddd d MMMM yyyy HH:mm", culture)}–{to.ToString("HH:mm", culture)}"
            : $"{from.ToString("dddd d MMMM yyyy HH:mm", culture)} – {to.ToString("dddd d MMMM yyyy HH:mm", culture)}";
    }

    /// <summary>The same moment on a Swedish clock, when that shows another; else null.</summary>
    public static string? Here(DateTimeOffset starts, string zone, Texts t)
    {
        var (there, here) = (Series.Wall(starts, zone), Series.Wall(starts, "Europe/Stockholm"));
        return there == here ? null : t["{0} on a Swedish clock", here.ToString("d MMMM HH:mm", t.Language.Culture)];
    }

    /// <summary>"Asia/Baghdad" as people read it.</summary>
    public static string Clock(string zone, Texts t) => t["clock of {0}", zone.Split('/')[^1].Replace('_', ' ')];

    public static string Money(long minor, string currency, Texts t) =>
        $"{(minor / 100m).ToString(minor % 100 == 0 ? "N0" : "N2", t.Language.Culture)} {currency}";

    /// <summary>Its page from the root, without a language.</summary>
    public static string Path(this Activity activity) => activity.IsTrip ? $"/trips/{activity.Id}" : $"/activities/{activity.Id}";

    public static string Place(Activity activity, Atlas atlas, Texts t)
    {
        var country = activity.Country.Length > 0 ? atlas.PlaceName(activity.Country, t.Language.Tag) : "";
        string?[] parts =
        [
            activity.Place,
            activity.Place.Length == 0 && activity.Link.Length > 0 ? t["online"] : null,
            country.Length > 0 && !activity.Place.Contains(country, StringComparison.CurrentCultureIgnoreCase) ? country : null,
        ];
        return string.Join(" · ", parts.Where(p => !string.IsNullOrEmpty(p)));
    }
}
