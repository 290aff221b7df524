using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Questions;

/// <summary>The newest public questions as a feed (RFC 4287); whoever reads it, and however they are signed in, it is the visitor's.</summary>
public static class QuestionsAtom
{
    public const string MediaType = "application/atom+xml; charset=utf-8";

    private const int Most = 50;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/questions.atom", Feed).AllowAnonymous();

    private static async Task<IResult> Feed(string? country, HttpContext http, KosmopolitDb db, SiteAddress site, Texts t)
    {
        var code = PlainText.Clean(country).ToUpperInvariant();
        var questions = await db.Set<Question>()
            .VisibleTo(Me.Visitor)
            .Where(q => q.Reach == Reach.Public && q.EmptiedAt == null && (code == "" || q.Country == code))
            .OrderByDescending(q => q.AskedAt)
            .ThenByDescending(q => q.Id)
            .Take(Most)
            .AsNoTracking()
            .ToListAsync(http.RequestAborted);
        return Results.Text(Write(questions, t, path => site[path]), MediaType, Encoding.UTF8);
    }

    private static string Write(List<Question> questions, Texts t, Func<string, string> address)
    {
        var feed = new XElement(
            Atom + "feed",
            new XAttribute(XNamespace.Xml + "lang", t.Language.Tag),
            new XElement(Atom + "id", address("/questions")),
            new XElement(Atom + "title", t["Questions"]),
            new XElement(Atom + "updated", Moment(questions.Select(q => q.AskedAt).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max())),
            new XElement(Atom + "author", new XElement(Atom + "name", "Kosmopolit")),
            new XElement(Atom + "link", new XAttribute("href", address("/questions"))),
            new XElement(Atom + "link", new XAttribute("rel", "self"), new XAttribute("href", address("/questions.atom"))),
            questions.Select(q => new XElement(
                Atom + "entry",
                new XAttribute(XNamespace.Xml + "lang", q.Language),
                new XElement(Atom + "id", $"urn:uuid:{q.Id}"),
                new XElement(Atom + "title", q.Title),
                new XElement(Atom + "updated", Moment(q.AskedAt)),
                new XElement(Atom + "link", new XAttribute("href", address($"/questions/{q.Id}"))),
                new XElement(Atom + "summary", q.Body)
            ))
        );
        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{feed}\n";
    }

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
