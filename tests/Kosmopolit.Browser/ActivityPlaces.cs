using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Kosmopolit.Browser;

/// <summary>Pages of activities and business trips.</summary>
internal static partial class ActivityPlaces
{
    private const string Member = "member-umea";

    private const string Southern = "member-skane";

    public static readonly IReadOnlyList<string> Names =
    [
        "activities",
        "activities-month",
        "activity",
        "activity-member",
        "activity-held",
        "activity-photos",
        "activity-new",
        "activity-import",
        "activity-import-read",
        "activity-sign-up",
        "network-results",
        "trip",
        "trip-member",
        "trip-edit",
        "trip-people",
        "trip-code",
        "trip-plan",
        "trip-me",
        "trip-lists",
        "trip-meetings",
        "trip-money",
        "trip-texts",
        "here",
        "here-old",
        "result",
        "result-old",
        "firm-results",
        "firm-result",
    ];

    /// <param name="list">The page that lists them to visitors.</param>
    public static IReadOnlyList<Place> Of(string list)
    {
        var (one, trip) = (FirstActivity().Match(list).Value, FirstTrip().Match(list).Groups[1].Value);
        return
        [
            new("activities", "/activities"),
            new("activities-month", "/activities?month=2027-01-01", Who: Member),
            new("activity", one),
            new("activity-member", one, Who: Member),
            new("activity-new", "/activities/new?country=IQ", Who: Member),
            new("activity-import", "/activities/import", Who: Member),
            new("activity-sign-up", $"{one}/sign-up"),
            new("network-results", "/networks/skane/results"),
            new("trip", $"/trips/{trip}"),
            new("trip-member", $"/trips/{trip}", Who: Member),
            new("trip-edit", $"/activities/{trip}/edit", Who: Member),
            new("trip-people", $"/activities/{trip}/people", Who: Member),
            new("trip-code", $"/activities/{trip}/code", Who: Member),
            new("trip-plan", $"/trips/{trip}/plan", Who: Member),
            new("trip-me", $"/trips/{trip}/me", Who: Member),
            new("trip-lists", $"/trips/{trip}/lists", Who: Member),
            new("trip-meetings", $"/trips/{trip}/meetings", Who: Member),
            new("trip-money", $"/trips/{trip}/money", Who: Member),
            new("trip-texts", $"/trips/{trip}/texts", Who: Member),
            new("here-old", "/activities/here/old", Who: Member),
            new("result-old", "/results/old", 404),
        ];
    }

    /// <summary>Pages whose addresses only their reader is told.</summary>
    public static async Task<IReadOnlyList<Place>> Behind(Browsing browsing, IReadOnlyList<Place> known)
    {
        await using var skane = await browsing.Open("en", 1280, who: Southern);
        await using var context = await browsing.Open("en", 1280, who: Member);
        async Task<string> Text(string path) => await (await context.APIRequest.GetAsync(path)).TextAsync();
        var past = await (await skane.APIRequest.GetAsync("/activities?past=1&network=skane")).TextAsync();
        static string One(Match found) => found.Success ? found.Value : throw new InvalidOperationException("The way to a page is gone.");
        var held = One(FirstActivity().Match(past));
        var book = $"{One(FirmOfMine().Match(await Text("/me")))}/results";
        return
        [
            new("here", One(FirstHere().Match(await Text(known.Single(p => p.Name == "trip-code").Path))), Who: Member),
            new("result", FirstResult().Match(await new Mailbox(browsing).Newest("", FirstResult())).Value),
            new("activity-import-read", await Read(skane), Who: Southern),
            new("activity-held", held, Who: Southern),
            new("activity-photos", $"{held}/photos", Who: Southern),
            new("firm-results", book, Who: Member),
            new("firm-result", One(FirstEntry().Match(await Text(book))), Who: Member),
        ];
    }

    /// <summary>Brings a calendar whose events have something to be said about.</summary>
    private static async Task<string> Read(IBrowserContext context)
    {
        const string Calendar = """
            BEGIN:VCALENDAR
            BEGIN:VEVENT
            SUMMARY:Frukost om tull
            DTSTART;TZID=Europe/Stockholm:20990105T073000
            RRULE:FREQ=MONTHLY;COUNT=4
            LOCATION:Malmö
            END:VEVENT
            BEGIN:VEVENT
            SUMMARY:قهوة
            DTSTART;TZID=Mars/Base:20990106T180000
            END:VEVENT
            BEGIN:VEVENT
            DTSTART:20200105T073000
            END:VEVENT
            END:VCALENDAR
            """;
        const string Path = "/activities/import";
        var page = await context.NewPageAsync();
        await page.GotoAsync(Path);
        var file = new FilePayload
        {
            Name = "kalender.ics",
            MimeType = "text/calendar",
            Buffer = System.Text.Encoding.UTF8.GetBytes(Calendar),
        };
        await page.Locator("input[type=file]").SetInputFilesAsync(file);
        await page.Locator("form[data-keep=calendar] button").ClickAsync();
        await page.Locator("form[data-keep=ticked]").WaitForAsync();
        return Path;
    }

    [GeneratedRegex("/activities/[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex FirstActivity();

    [GeneratedRegex("/me/firms/[0-9a-f-]{36}")]
    private static partial Regex FirmOfMine();

    [GeneratedRegex("/me/firms/[0-9a-f-]{36}/results/[0-9a-f-]{36}")]
    private static partial Regex FirstEntry();

    [GeneratedRegex(@"/results/[A-Za-z0-9_-]{40,}\?said=[a-z]+")]
    private static partial Regex FirstResult();

    [GeneratedRegex("/activities/here/[A-Za-z0-9_-]{20,}")]
    private static partial Regex FirstHere();

    [GeneratedRegex("/trips/([0-9a-f]{8}-[0-9a-f-]{27})")]
    private static partial Regex FirstTrip();
}
