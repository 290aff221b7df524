using System.Text;
using Kosmopolit.Platform.Language;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Platform.Ui;

/// <summary>
/// Addresses, headers and methods that nobody sends in good faith: never a fault, always a page in the reader's
/// language, or an empty answer where the request could not even be read.
/// </summary>
[UsesDatabase]
public sealed class BadInputTests(DemoHouse demo)
{
    private const string Mixed = "Aлексей陈\u202Eevil\u2066٣\u200F";

    private static readonly string[] Forged =
    [
        "00000000-0000-0000-0000-000000000000",
        "-1",
        "999999999999999999999999999999",
        "%2e%2e",
        "..%2f..%2fetc%2fpasswd",
        "%27%3B--",
        "%EF%BF%BF",
        "%C3%28",
        "%ED%A0%80",
        "%01%07",
        "%252e",
        "'\"<script>",
        new string('a', 5000),
        Uri.EscapeDataString(Mixed),
    ];

    private static readonly string[] Targets =
    [
        .. Forged.SelectMany(f =>
            new[] { $"/countries/{f}", $"/countries/se/{f}", $"/people/{f}", $"/firms/{f}", $"/networks/{f}", $"/{f}" }
        ),
        "/countries/zz",
        "/../../etc/passwd",
        "/countries/../../x",
        "//countries",
        "/countries//",
        "/countries/se/politics/more",
        $"/{new string('x', 30_000)}",
        "/?lang=zz",
        $"/?lang={Uri.EscapeDataString(Mixed)}",
        $"/?lang={new string('z', 5000)}",
        "/?lang=%00",
        "/?lang=",
        "/countries?find=%00%01",
        $"/countries?find={new string('a', 5000)}",
        "/countries?find=%ED%A0%80",
        "/search?q=%00",
        "/search?q=a%00b&kind=people",
        "/search?q=%ED%A0%80%FF%C3%28",
        $"/search?q={Uri.EscapeDataString(Mixed)}",
        $"/search?q={new string('a', 50_000)}",
        "/search?q=a&q=b",
        "/search?kind=%00&country=%00&topic=%00&language=%00&sector=%00&region=%00&after=%00&ignore=%00",
        "/search?kind=x&country=zz&topic=none&language=xx-nope&sector=99999999999999&region=../..&after=-1",
        "/search?country=se&country=fi&after=f99999999999999999",
        "/search?after=2147483648.x",
        $"/search?{string.Join('&', Enumerable.Range(0, 2000).Select(i => $"ignore={i}"))}",
        "/search?[]=&q[0]=x&=y&%=%",
        "/people?after=%00&region=%00",
        "/firms?sector=%ED%A0%80",
        "/sign-in?next=%00",
        "/sign-in?next=//evil.example",
        "/sign-in/code?ticket=%00",
        $"/sign-in/code?ticket={new string('A', 9000)}&next=%00",
        "/me?x=%00",
        "/dev/mail?x=%00",
        "/health/ready?x=%00",
    ];

    [Fact]
    public async Task Forged_addresses_get_a_page_in_the_readers_language()
    {
        var raw = new RawReader(await demo.Open());
        var knocks = Targets.SelectMany(t => ReaderLanguage.All, (target, language) => (target, language));
        Found.Nothing(
            await Calm.Each(
                knocks,
                async k =>
                    (await raw.Send("GET", k.target, [$"Accept-Language: {k.language.Tag}"]))
                        .Complain(
                            $"{k.language.Tag} {k.target[..Math.Min(k.target.Length, 60)]}",
                            k.target.StartsWith("/health", StringComparison.Ordinal) ? null : k.language
                        )
                        .Where(m =>
                            !k.target.StartsWith("/health", StringComparison.Ordinal) || m.Contains(": 5", StringComparison.Ordinal)
                        )
            )
        );
    }

    /// <summary>The server gives up on these before it knows a language: a bare refusal is all there can be.</summary>
    [Fact]
    public async Task What_is_not_a_request_is_refused_without_a_page()
    {
        var raw = new RawReader(await demo.Open());
        foreach (var target in new[] { "/countries/se%00", "/%00", $"/{new string('x', 70_000)}", "/%", "countries", "/a b" })
        {
            var page = await raw.Send("GET", target, ["Accept-Language: ar"]);
            Assert.InRange((int)page.Status, 400, 499);
        }
        Assert.Equal(400, (int)(await raw.Send("GET", "/", ["Accept-Language: \u00ff\u00fe"])).Status);
        var headers = Enumerable.Range(0, 200).Select(i => $"X-Some-{i}: x");
        Assert.Equal(431, (int)(await raw.Send("GET", "/", headers)).Status);
        Assert.Equal(431, (int)(await raw.Send("GET", "/", [$"X-Long: {new string('x', 40_000)}"])).Status);
    }

    [Fact]
    public async Task Of_two_languages_in_the_address_one_is_taken_and_an_unknown_one_is_named()
    {
        using var visitor = await demo.Visitor("sv");
        foreach (var (address, language) in new[] { ("/?lang=ar&lang=zz", "ar"), ("/?lang=zz&lang=ar", "ar"), ("/?lang=zz", "sv") })
            Assert.Equal(language, (await visitor.Open(address)).Html.DocumentElement.GetAttribute("lang"));
        Assert.Contains("zz", (await visitor.Open("/?lang=zz")).One("p[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Odd_methods_are_refused_with_a_page()
    {
        var raw = new RawReader(await demo.Open());
        string[] addresses = ["/", "/search?q=iran", "/countries/se", "/people/none", "/sign-in", "/no/such/page", "/dev/personas"];
        var knocks =
            from address in addresses
            from method in new[] { "PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "BREW", "PROPFIND" }
            from language in ReaderLanguage.All
            select (address, method, language);
        Found.Nothing(
            await Calm.Each(
                knocks,
                async k =>
                {
                    var page = await raw.Send(
                        k.method,
                        k.address,
                        [$"Accept-Language: {k.language.Tag}"],
                        k.method == "TRACE" ? null : "x=1"u8.ToArray()
                    );
                    var what = $"{k.language.Tag} {k.method} {k.address}";
                    var taken = (int)page.Status < 400 ? [$"{what}: was taken, {(int)page.Status}"] : Array.Empty<string>();
                    return page.Complain(what, k.language).Concat(taken);
                }
            )
        );
    }

    [Fact]
    public async Task Rubbish_where_the_browser_names_its_languages_gives_the_house_language()
    {
        var raw = new RawReader(await demo.Open());
        string[] rubbish =
        [
            "",
            "*",
            ";;;q=",
            "xx-YY;q=9,,,",
            "sv;q=nope",
            new string('a', 9000),
            string.Join(',', Enumerable.Repeat("zz;q=0.1", 900)),
        ];
        Found.Nothing(
            await Calm.Each(
                rubbish,
                async r =>
                    (await raw.Send("GET", "/countries/se", [$"Accept-Language: {r}"])).Complain(
                        r[..Math.Min(r.Length, 30)],
                        ReaderLanguage.Swedish
                    )
            )
        );
    }

    [Fact]
    public async Task A_question_comes_back_as_it_was_asked()
    {
        using var visitor = await demo.Visitor("ar");
        foreach (var text in new[] { Mixed, "<b>&\"'", "فارسی ‌ایران", new string('å', 399) })
        {
            var page = await visitor.Open($"/search?q={Uri.EscapeDataString(text)}");
            Assert.Equal(text, page.One("main input[name=q]").GetAttribute("value"));
        }
        var twice = await visitor.Open("/search?q=first&q=second");
        Assert.Contains("first", twice.One("main input[name=q]").GetAttribute("value"), StringComparison.Ordinal);
    }

    /// <summary>The sweep above can fail: a page in another language, and a fault, are both noticed.</summary>
    [Fact]
    public async Task A_page_in_the_wrong_language_is_noticed()
    {
        var page = await new RawReader(await demo.Open()).Send("GET", "/no/such/page", ["Accept-Language: sv"]);
        Assert.Empty(page.Complain("sv", ReaderLanguage.Swedish));
        Assert.Equal(2, page.Complain("ar", ReaderLanguage.Arabic).Count());
        Assert.Equal(Encoding.UTF8.WebName, page.Response.Content.Headers.ContentType?.CharSet);
    }
}
