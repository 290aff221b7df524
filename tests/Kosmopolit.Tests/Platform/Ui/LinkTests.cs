using System.Net;
using AngleSharp.Dom;
using Kosmopolit.Features.Demo;
using Kosmopolit.Platform.Language;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Platform.Ui;

/// <summary>Follows every link, as far as a reader with much time would.</summary>
[UsesDatabase]
[Slow]
public sealed class LinkTests(DemoHouse demo)
{
    private const int MostPages = 300;

    /// <summary>Pages of one kind, such as one country's; the rest are like them.</summary>
    private const int MostAlike = 45;

    [Fact]
    public async Task A_visitor_in_Arabic_finds_no_dead_end_and_stays_in_Arabic()
    {
        using var visitor = await demo.Visitor("sv");
        var crawl = new Crawl(visitor, "/?lang=ar");
        Found.Nothing(await crawl.Run());
        Assert.True(crawl.Pages > 200, $"Only {crawl.Pages} pages.");
    }

    [Fact]
    public async Task A_member_finds_no_dead_end()
    {
        using var member = await demo.SignedIn(Personas.MemberInUmea, "sv");
        var crawl = new Crawl(member, "/");
        Found.Nothing(await crawl.Run());
        Assert.True(crawl.Pages > 200, $"Only {crawl.Pages} pages.");
        Assert.Contains("/me", crawl.Seen);
    }

    [Fact]
    public async Task A_dead_link_is_noticed()
    {
        using var visitor = await demo.Visitor("sv");
        Assert.Contains("/no/such/page: 404", await new Crawl(visitor, "/no/such/page").Run());
    }

    private sealed class Crawl(Reader reader, string start)
    {
        private readonly Dictionary<string, int> _alike = [];

        public HashSet<string> Seen { get; } = [start];

        public int Pages { get; private set; }

        public async Task<List<string>> Run()
        {
            var mistakes = new List<string>();
            List<string> next = [start];
            while (next.Count > 0 && Pages < MostPages)
            {
                Pages += next.Count;
                var found = new System.Collections.Concurrent.ConcurrentBag<string>();
                mistakes.AddRange(await Calm.Each(next, a => Visit(a, found)));
                next = [.. found.Distinct().Order(StringComparer.Ordinal).Where(IsNew).Take(MostPages - Pages)];
            }
            return mistakes;
        }

        private async Task<IEnumerable<string>> Visit(string address, System.Collections.Concurrent.ConcurrentBag<string> found)
        {
            var page = await reader.Open(address);
            if (page.Status != HttpStatusCode.OK)
                return [$"{address}: {(int)page.Status}"];
            var mistakes = new List<string>();
            foreach (var link in page.Html.QuerySelectorAll("a[href]"))
            {
                var href = link.GetAttribute("href")!;
                if (href.StartsWith('#') && page.Html.GetElementById(href[1..]) is null)
                    mistakes.Add($"{address}: nothing is at {href}");
                if (!href.StartsWith('/'))
                    continue;
                // To another language is where the language's own name leads.
                if (link.HasAttribute("hreflang"))
                    continue;
                if (IsArabic(address) && !IsArabic(href))
                    mistakes.Add($"{address}: {href} leaves the language");
                found.Add(href.Split('#')[0]);
            }
            if (IsArabic(address))
                mistakes.AddRange(Forms(page).Select(f => $"{address}: the form to {f} leaves the language"));
            return mistakes;
        }

        private static IEnumerable<string?> Forms(Page page) =>
            page
                .Html.QuerySelectorAll("form[method=get]")
                .Where(f => f.QuerySelector($"input[name={LanguageChoice.Parameter}][value=ar]") is null)
                .Select(f => f.GetAttribute("action"));

        private static bool IsArabic(string address) => address.Contains("lang=ar", StringComparison.Ordinal);

        // Filters of a search lead to ever more searches; a sample of each kind of page is enough.
        private bool IsNew(string address)
        {
            var path = address.Split('?')[0];
            var parts = path.Split('/');
            var kind = parts.Length > 2 && parts[1] is not "dev" ? $"{parts[1]}/{parts.Length}" : path;
            if (Seen.Contains(address) || _alike.GetValueOrDefault(kind) >= MostAlike)
                return false;
            _alike[kind] = _alike.GetValueOrDefault(kind) + 1;
            return Seen.Add(address);
        }
    }
}
