using System.Globalization;
using System.Xml.Linq;
using Kosmopolit.Features.Networks;
using Kosmopolit.Features.Networks.Calendar;
using Kosmopolit.Features.Networks.Partners;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Members.Feeds;

/// <summary>What is public about a network and has a date.</summary>
public sealed record NetworkNews(Network Network, IReadOnlyList<CalendarEntry> Events, IReadOnlyList<ShownPartnership> Partners);

/// <summary>Writes a network's news as a feed (RFC 4287): what is coming up, where the network stands, who supports it.</summary>
public static class AtomFile
{
    public const string MediaType = "application/atom+xml; charset=utf-8";

    private const int Most = 50;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <param name="address">Makes an absolute address of a path.</param>
    public static string Write(NetworkNews news, Texts t, Func<string, string> address)
    {
        var network = news.Network;
        var page = $"/networks/{network.Slug}";
        var entries = news
            .Events.Select(e => Entry(e.Id, e.Title, When(e, t), e.Changed, address(e.Path.Length > 0 ? e.Path : page)))
            .Concat(network.History.Select(h => Entry(h.Id, $"{network.Name}: {Stage(h.Stage, t)}", "", h.At, address(page))))
            .Concat(
                news.Partners.Select(p =>
                    Entry(
                        p.Row.Id,
                        t["{0} supports {1}", p.Organisation.Name, network.Name],
                        p.Row.Offer,
                        p.Row.AnsweredAt ?? p.Row.ProposedAt,
                        address($"{page}/partners")
                    )
                )
            )
            .OrderByDescending(e => e.At)
            .Take(Most)
            .ToList();
        var feed = new XElement(
            Atom + "feed",
            new XAttribute(XNamespace.Xml + "lang", t.Language.Tag),
            new XElement(Atom + "id", $"urn:uuid:{network.Id}"),
            new XElement(Atom + "title", Clean(network.Name)),
            new XElement(Atom + "updated", Moment(entries.Select(e => e.At).DefaultIfEmpty(network.StageSince).Max())),
            new XElement(Atom + "author", new XElement(Atom + "name", Clean(network.Name))),
            new XElement(Atom + "link", new XAttribute("href", address(page))),
            new XElement(Atom + "link", new XAttribute("rel", "self"), new XAttribute("href", address($"{page}/feed.atom"))),
            entries.Select(e => e.Element)
        );
        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{feed}\n";
    }

    private static (DateTimeOffset At, XElement Element) Entry(Guid id, string title, string text, DateTimeOffset at, string link) =>
        (
            at,
            new XElement(
                Atom + "entry",
                new XElement(Atom + "id", $"urn:uuid:{id}"),
                new XElement(Atom + "title", Clean(title)),
                new XElement(Atom + "updated", Moment(at)),
                new XElement(Atom + "link", new XAttribute("href", link)),
                new XElement(Atom + "summary", Clean(text))
            )
        );

    private static string When(CalendarEntry e, Texts t)
    {
        var when = e.Wall().ToString("dddd d MMMM yyyy HH:mm", t.Language.Culture);
        var place = e.Place.Length > 0 ? $"{when}, {e.Place}" : when;
        return e.IsCancelled ? t["Called off: {0}", place] : $"{place}. {e.Text}".Trim();
    }

    private static string Stage(Stage stage, Texts t) =>
        stage switch
        {
            Networks.Stage.Interest => t["gathering interest"],
            Networks.Stage.StartUp => t["starting up"],
            Networks.Stage.Independent => t["independent"],
            Networks.Stage.Dormant => t["resting"],
            Networks.Stage.Closed => t["closed"],
            _ => t["start given up"],
        };

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    // XML knows no control signs, however they are written.
    private static string Clean(string text) => Platform.PlainText.Clean(text);
}
