using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ganss.Xss;
using Markdig;

namespace Kosmopolit.Platform.Ui.Markup;

/// <summary>
/// Markdown that strangers wrote, as HTML that may stand in a page: no scripts, styles, forms, frames or pictures from
/// elsewhere; a link says where it leads; characters that turn the direction of text are shown by their number.
/// </summary>
public static partial class SafeMarkdown
{
    /// <summary>Pictures of the house stand under this address; no others are drawn.</summary>
    public const string Pictures = "/knowledge/pictures/";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .UseAutoLinks()
        .UseListExtras()
        .UseEmphasisExtras()
        .Build();

    // Headings of other ranks are brought to these at the end.
    private static readonly string[] Tags =
    [
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "strong",
        "em",
        "del",
        "sub",
        "sup",
        "mark",
        "code",
        "pre",
        "blockquote",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "a",
        "br",
        "hr",
        "img",
        "bdi",
        "span",
    ];

    private static readonly string[] Attributes = ["href", "src", "alt", "start"];

    // Made once: cleaning with it is safe from many threads as long as nobody changes what it allows.
    private static readonly HtmlSanitizer Safe = Sanitizer();

    /// <param name="markdown">Any text; deep nesting is shown as it is typed.</param>
    public static string ToHtml(string markdown) => ToHtml(markdown, []);

    /// <param name="marks">Passages that are marked where they stand; those that do not stand there are left out.</param>
    public static string ToHtml(string markdown, IReadOnlyList<PassageMark> marks)
    {
        using var page = Page(markdown);
        MarkedPassages.Put(page, marks);
        return page.Body!.ChildNodes.ToHtml(Safe.OutputFormatter);
    }

    /// <summary>The same for a page that opens without a net.</summary>
    /// <param name="pictures">Data addresses by the names of pictures; those that are missing are left to their descriptions.</param>
    public static string ToHtml(string markdown, IReadOnlyDictionary<string, string> pictures) =>
        DrawnPicture()
            .Replace(
                ToHtml(markdown),
                m =>
                    pictures.GetValueOrDefault(m.Groups["name"].Value) is { } data
                        ? $"<img src=\"{data}\" alt=\"{m.Groups["alt"].Value}\"{m.Groups["rest"].Value}>"
                        : $"<em>{WebUtility.HtmlEncode(WebUtility.HtmlDecode(m.Groups["alt"].Value))}</em>"
            );

    /// <summary>The words without their marks, for indexes, summaries and mails.</summary>
    public static string ToText(string markdown)
    {
        try
        {
            return Markdown.ToPlainText(Unturned(markdown), Pipeline).Trim();
        }
        catch (ArgumentException)
        {
            return Unturned(markdown);
        }
    }

    /// <summary>The words as they stand on the page, with the hosts beside links, white space folded.</summary>
    public static string ToSeen(string markdown) => Folded(TextOf(markdown));

    /// <summary>Runs of white space as single spaces: how a line was broken is nothing that was said.</summary>
    public static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Characters that turn or hide what stands beside them, written as their numbers.</summary>
    public static string Unturned(string text)
    {
        if (!text.Any(IsTurning))
            return text;
        var plain = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            if (IsTurning(c))
                plain.Append(CultureInfo.InvariantCulture, $"[U+{(int)c:X4}]");
            else
                plain.Append(c);
        }
        return plain.ToString();
    }

    private static string TextOf(string markdown)
    {
        using var page = Page(markdown);
        return page.Body!.TextContent;
    }

    private static IHtmlDocument Page(string markdown)
    {
        var shown = Unturned(markdown);
        try
        {
            return Safe.SanitizeDom(Markdown.ToHtml(shown, Pipeline));
        }
        catch (ArgumentException)
        {
            // Markdig refuses markup that is nested a thousand deep.
            var page = Safe.SanitizeDom($"<pre>{WebUtility.HtmlEncode(shown)}</pre>");
            page.QuerySelector("pre")!.SetAttribute("dir", "auto");
            return page;
        }
    }

    private static bool IsTurning(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200B' or '\uFEFF';

    private static HtmlSanitizer Sanitizer()
    {
        var sanitizer = new HtmlSanitizer();
        Only(sanitizer.AllowedTags, Tags);
        Only(sanitizer.AllowedAttributes, Attributes);
        Only(sanitizer.AllowedSchemes, ["https", "http", "mailto"]);
        sanitizer.AllowedCssProperties.Clear();
        sanitizer.AllowedAtRules.Clear();
        sanitizer.AllowedClasses.Clear();
        sanitizer.KeepChildNodes = true;
        sanitizer.PostProcessDom += (_, e) => Finish(e.Document);
        return sanitizer;
    }

    private static void Only(ISet<string> allowed, IEnumerable<string> these)
    {
        allowed.Clear();
        allowed.UnionWith(these);
    }

    private static void Finish(IDocument document)
    {
        // The page has the one heading of the first rank.
        foreach (var heading in document.QuerySelectorAll("h1, h5, h6").ToList())
            Rename(document, heading, heading.LocalName == "h1" ? "h2" : "h4");
        foreach (var block in document.QuerySelectorAll("p, li, h2, h3, h4, td, th, blockquote"))
            block.SetAttribute("dir", "auto");
        foreach (var picture in document.QuerySelectorAll("img").ToList())
            picture.Replace(Picture(document, picture));
        foreach (var link in document.QuerySelectorAll("a[href]").ToList())
            SayWhereTo(document, link);
    }

    private static void Rename(IDocument document, IElement old, string name)
    {
        var renamed = document.CreateElement(name);
        while (old.FirstChild is { } child)
            renamed.AppendChild(child);
        old.Replace(renamed);
    }

    // Its address says how large it is: the page keeps the room, and a small screen fetches the small one.
    private static INode Picture(IDocument document, IElement written)
    {
        var alt = written.GetAttribute("alt") ?? "";
        var address = written.GetAttribute("src") ?? "";
        if (OwnPicture().Match(address) is not { Success: true } size)
            return document.CreateTextNode(alt);
        var picture = document.CreateElement("img");
        picture.SetAttribute("src", address);
        picture.SetAttribute("srcset", $"{address[..^5]}.small.webp 480w, {address} {size.Groups["w"].Value}w");
        picture.SetAttribute("sizes", "(max-width: 30rem) 100vw, 42rem");
        picture.SetAttribute("alt", alt);
        picture.SetAttribute("width", size.Groups["w"].Value);
        picture.SetAttribute("height", size.Groups["h"].Value);
        picture.SetAttribute("loading", "lazy");
        picture.SetAttribute("decoding", "async");
        return picture;
    }

    [GeneratedRegex($"^{Pictures}[0-9a-f]{{32}}-(?<w>[0-9]{{1,4}})x(?<h>[0-9]{{1,4}})\\.webp$", RegexOptions.CultureInvariant)]
    private static partial Regex OwnPicture();

    // Text and attributes hold no bare "<": what begins like this is a picture that was drawn above.
    [GeneratedRegex(
        $"<img src=\"{Pictures}(?<name>[^\"]+)\" srcset=\"[^\"]*\" sizes=\"[^\"]*\" alt=\"(?<alt>[^\"]*)\"(?<rest>[^>]*)>",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex DrawnPicture();

    // "https:bank.example": whether that leads away depends on how the page itself was opened.
    [GeneratedRegex(@"^\s*https?:(?!//)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Half();

    // A link that calls itself a bank and leads elsewhere is seen through by the name beside it.
    private static void SayWhereTo(IDocument document, IElement link)
    {
        var address = link.GetAttribute("href") ?? "";
        // As browsers read it: "//host" leads away and "/path" does not, whatever a path is to this machine.
        if (Half().IsMatch(address) || !Uri.TryCreate(House, address, out var to) || (IsWeb(to) && to.UserInfo.Length > 0))
        {
            // What stands before an @ looks like a host and is none: such an address leads nowhere.
            link.RemoveAttribute("href");
            return;
        }
        if (!IsWeb(to) || to.Host == House.Host)
            return;
        link.SetAttribute("rel", "nofollow noopener ugc external");
        if (link.TextContent.Trim() == address)
            return;
        var host = document.CreateElement("span");
        host.ClassName = "host";
        var name = document.CreateElement("bdi");
        name.TextContent = Host(to);
        host.Append(document.CreateTextNode(" ("), name, document.CreateTextNode(")"));
        link.Insert(AdjacentPosition.AfterEnd, host.OuterHtml);
    }

    private static readonly Uri House = new("https://house.invalid/");

    private static bool IsWeb(Uri to) => to.Scheme == Uri.UriSchemeHttp || to.Scheme == Uri.UriSchemeHttps;

    /// <summary>The host's name; in its ASCII form when letters of other scripts could be taken for Latin ones.</summary>
    public static string Host(Uri to) =>
        to.Host.All(char.IsAscii) && !to.IdnHost.Contains("xn--", StringComparison.Ordinal) ? to.Host : to.IdnHost;
}
