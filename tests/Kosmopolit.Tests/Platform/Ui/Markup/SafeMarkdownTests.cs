using AngleSharp.Html.Parser;
using CsCheck;
using Kosmopolit.Platform.Ui.Markup;

namespace Kosmopolit.Tests.Platform.Ui.Markup;

/// <summary>Whatever is written, what stands in the page runs nothing, loads nothing and hides nothing.</summary>
public sealed class SafeMarkdownTests
{
    private static readonly string[] Harmless =
    [
        "p",
        "h2",
        "h3",
        "h4",
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

    /// <summary>Ways in which pages have been broken into, in the shapes that are publicly known.</summary>
    public static TheoryData<string> Attacks =>
        [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "<svg/onload=alert(1)>",
            "<iframe src=\"javascript:alert(1)\"></iframe>",
            "<form action=//evil.example><input name=p></form>",
            "<style>*{display:none}</style>",
            "<base href=//evil.example>",
            "<meta http-equiv=refresh content=0;url=//evil.example>",
            "<object data=data:text/html;base64,PHNjcmlwdD4=></object>",
            "<details open ontoggle=alert(1)>",
            "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
            "[x](javascript:alert(1))",
            "[x](JaVaScRiPt:alert(1))",
            "[x](java\tscript:alert(1))",
            "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
            "[x](vbscript:msgbox(1))",
            "![x](https://evil.example/pixel.gif)",
            "![x](javascript:alert(1))",
            "![x\" onerror=\"alert(1)](x)",
            "[x](https://a.example \"\" onmouseover=\"alert(1))",
            "<javascript:alert(1)>",
            "[x]: javascript:alert(1)\n\n[x]",
            "`<script>`\n<a href='javascript:alert(1)'>x</a>",
            "| a |\n|-|\n| <img src=x onerror=alert(1)> |",
            "<a href=\"&#106;avascript:alert(1)\">x</a>",
            "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        ];

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Nothing_runs_loads_or_sends(string markdown) => Check(SafeMarkdown.ToHtml(markdown));

    [Fact]
    public void Pieces_of_attacks_put_together_at_random_do_no_more()
    {
        var pieces = Attacks
            .Select(a => a.Data)
            .Concat(["\n", "\n\n", "> ", "- ", "`", "**", "[", "](", ")", "<", ">", "\"", "|"])
            .ToArray();
        Gen.Int[0, pieces.Length - 1]
            .Array[1, 6]
            .Sample(these => Check(SafeMarkdown.ToHtml(string.Concat(these.Select(i => pieces[i])))), iter: 300);
    }

    [Fact]
    public void A_link_says_where_it_leads()
    {
        var html = SafeMarkdown.ToHtml("[www.seb.se](https://evil.example/in) and <https://a.example/>");
        Assert.Contains("(<bdi>evil.example</bdi>)", html, StringComparison.Ordinal);
        Assert.Contains("nofollow", html, StringComparison.Ordinal);
        // An address that is written out needs no second name.
        Assert.DoesNotContain("(<bdi>a.example</bdi>)", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<https://swedbank.se@evil.example/x>")]
    [InlineData("[bank](https://swedbank.se@evil.example/x)")]
    [InlineData("[bank](https://swedbank.se:pay@evil.example/x)")]
    [InlineData("[bank](//swedbank.se@evil.example/x)")]
    [InlineData("[bank](https:evil.example/x)")]
    [InlineData("[bank](HTTP:/evil.example/x)")]
    public void An_address_that_hides_its_host_behind_a_name_leads_nowhere(string markdown) =>
        Assert.DoesNotContain("href", SafeMarkdown.ToHtml(markdown), StringComparison.Ordinal);

    [Theory]
    [InlineData("[Iraq](/countries/IQ)")]
    [InlineData("[Iraq](countries/IQ?lang=sv)")]
    [InlineData("[Iraq](#claims)")]
    public void A_way_within_the_house_needs_no_host(string markdown)
    {
        var html = SafeMarkdown.ToHtml(markdown);
        Assert.Contains("href=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("(<bdi>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("nofollow", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_way_that_only_looks_like_one_within_the_house_says_where_it_leads() =>
        Assert.Contains("(<bdi>evil.example</bdi>)", SafeMarkdown.ToHtml("[Iraq](//evil.example/countries/IQ)"), StringComparison.Ordinal);

    [Fact]
    public void What_is_read_is_the_text_as_it_stands_on_the_page() =>
        Assert.Equal(
            "Tea is free. one two See it (a.example) now.",
            SafeMarkdown.ToSeen("Tea is **free**.\n\n- one\n- *two*\n\nSee\n[it](https://a.example/) now.")
        );

    [Fact]
    public void A_host_in_letters_that_look_like_others_is_written_in_ascii() =>
        Assert.Contains("(<bdi>xn--", SafeMarkdown.ToHtml("[bank](https://аррӏе.example/)"), StringComparison.Ordinal);

    [Fact]
    public void Characters_that_turn_the_line_are_shown_by_number()
    {
        var html = SafeMarkdown.ToHtml("invoice\u202Efdp.exe");
        Assert.Contains("invoice[U+202E]fdp.exe", html, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', html);
    }

    [Fact]
    public void The_page_keeps_its_one_heading_of_the_first_rank()
    {
        var html = SafeMarkdown.ToHtml("# One\n\n## Two\n\n###### Six");
        Assert.DoesNotContain("<h1", html, StringComparison.Ordinal);
        Assert.Equal(2, html.Split("<h2").Length - 1);
    }

    [Fact]
    public void What_people_need_is_there()
    {
        var html = SafeMarkdown.ToHtml("Some *words*, **bold**.\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> said");
        foreach (var tag in new[] { "<em>", "<strong>", "<ul>", "<li", "<table>", "<td", "<blockquote" })
            Assert.Contains(tag, html, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_nests_a_thousand_deep_is_shown_and_not_choked_on() =>
        Check(SafeMarkdown.ToHtml(new string('>', 3000) + " deep " + new string('[', 3000)));

    [Fact]
    public void A_picture_that_a_copy_cannot_carry_is_its_description_and_no_markup()
    {
        var name = $"{Guid.Empty:N}-60x40.webp";
        var text = $"![A shop <script>alert(1)</script> & \"more\"]({SafeMarkdown.Pictures}{name})";
        var without = SafeMarkdown.ToHtml(text, new Dictionary<string, string>());
        Assert.Contains("<em>A shop &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;</em>", without, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", without, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", without, StringComparison.Ordinal);
        var with = SafeMarkdown.ToHtml(text, new Dictionary<string, string> { [name] = "data:image/webp;base64,AAAA" });
        Assert.Contains("<img src=\"data:image/webp;base64,AAAA\" alt=\"A shop ", with, StringComparison.Ordinal);
    }

    private static void Check(string html)
    {
        foreach (var element in new HtmlParser().ParseDocument($"<body>{html}</body>").Body!.QuerySelectorAll("*"))
        {
            Assert.Contains(element.LocalName, Harmless);
            foreach (var attribute in element.Attributes)
            {
                Assert.Contains(attribute.Name, new[] { "href", "src", "alt", "start", "dir", "rel", "class" });
                if (attribute.Name == "href")
                    Assert.Matches("^(https?:|mailto:|[^:]*$)", attribute.Value);
                if (attribute.Name == "src")
                    Assert.StartsWith(SafeMarkdown.Pictures, attribute.Value, StringComparison.Ordinal);
            }
        }
    }
}
