using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Activities.Discovery;

/// <summary>Public activities as a feed (RFC 4287); whoever reads it, and however they are signed in, it is the visitor's.</summary>
public static class ActivitiesAtom
{
    public const string MediaType = "application/atom+xml; charset=utf-8";

    private const int Most = 50;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/activities.atom", Feed).AllowAnonymous();

    private static async Task<IResult> Feed(string? country, HttpContext http, ActivityList list, Atlas atlas, SiteAddress site, Texts t)
    {
        var code = atlas.Country(Platform.PlainText.Clean(country))?.Alpha2;
        if (code is null && !string.IsNullOrWhiteSpace(country))
            return Results.NotFound();
        var found = await list.Find(Me.Visitor, new ActivityFilter(code), Most, http.RequestAborted);
        var newest = found.Select(a => a.ChangedAt).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();
        var feed = new XElement(
            Atom + "feed",
            new XAttribute(XNamespace.Xml + "lang", t.Language.Tag),
            new XElement(Atom + "id", site["/activities"]),
            new XElement(Atom + "title", t["Activities"]),
            new XElement(Atom + "updated", Moment(newest)),
            new XElement(Atom + "author", new XElement(Atom + "name", "Kosmopolit")),
            new XElement(Atom + "link", new XAttribute("href", site["/activities"])),
            new XElement(Atom + "link", new XAttribute("rel", "self"), new XAttribute("href", site["/activities.atom"])),
            found.Select(a => Entry(a, atlas, site, t))
        );
        return Results.Text($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{feed}\n", MediaType, Encoding.UTF8);
    }

    private static XElement Entry(Activity a, Atlas atlas, SiteAddress site, Texts t)
    {
        var when = a is { StartsAt: { } start, EndsAt: { } end } ? ActivityWording.When(start, end, a.TimeZone, t) : "";
        string[] about = [when, ActivityWording.Place(a, atlas, t), a.Text];
        return new XElement(
            Atom + "entry",
            new XElement(Atom + "id", $"urn:uuid:{a.Id}"),
            new XElement(Atom + "title", new XAttribute(XNamespace.Xml + "lang", a.Language), a.Title),
            new XElement(Atom + "updated", Moment(a.ChangedAt)),
            new XElement(Atom + "link", new XAttribute("href", site[a.Path()])),
            new XElement(Atom + "summary", string.Join(". ", about.Where(l => l.Length > 0)))
        );
    }

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
