using System.Text.Json;
using Microsoft.Playwright;

namespace Kosmopolit.Browser;

/// <summary>Every page in three languages, light and dark, wide and narrow: accessible, in its place, quiet.</summary>
public sealed class LookTests(Browsing browsing)
{
    private static readonly string Axe = File.ReadAllText(Path.Combine(Folders.NodeModules, "axe-core/axe.min.js"));

    public static TheoryData<string, string> Pages
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var name in Place.Names)
            foreach (var language in new[] { "sv", "en", "ar" })
                all.Add(name, language);
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_is_accessible_in_light_and_dark(string name, string language)
    {
        var place = browsing.Places.Single(p => p.Name == name);
        foreach (var (scheme, width) in new[] { (ColorScheme.Light, 1280), (ColorScheme.Dark, 320) })
        {
            await using var context = await browsing.Open(language, width, scheme, checks: true, who: place.Who);
            var page = await context.NewPageAsync();
            var complaints = Listen(page);
            var answer = await page.GotoAsync(place.In(language));
            Assert.Equal(place.Status, answer!.Status);
            Assert.Equal((language, language == "ar" ? "rtl" : "ltr"), (await Attribute(page, "lang"), await Attribute(page, "dir")));
            await page.ScreenshotAsync(
                new() { Path = Path.Combine(Folders.Screenshots, $"{name}-{language}-{scheme}.png".ToLowerInvariant()), FullPage = true }
            );
            Assert.Empty(await Violations(page));
            // A page that is meant to be missing says so in the console as well.
            complaints.RemoveAll(c => place.Status == 404 && c.Contains("404", StringComparison.Ordinal));
            Assert.Empty(complaints);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_never_scrolls_sideways(string name, string language)
    {
        var place = browsing.Places.Single(p => p.Name == name);
        await using var context = await browsing.Open(language, 320, who: place.Who);
        var page = await context.NewPageAsync();
        await page.GotoAsync(place.In(language));
        Assert.Equal(0, await Overflow(page));
        // Text at 200 %: twice the root size on twice the width of a phone.
        await page.SetViewportSizeAsync(640, 800);
        await page.EvaluateAsync("document.documentElement.style.setProperty('font-size', '200%')");
        Assert.Equal(0, await Overflow(page));
    }

    internal static async Task<string[]> Violations(IPage page)
    {
        await page.AddScriptTagAsync(new() { Content = Axe });
        var result = await page.EvaluateAsync<JsonElement>(
            "async () => (await axe.run()).violations.map(v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 160)).slice(0, 3).join(' | '))"
        );
        return [.. result.EnumerateArray().Select(v => v.GetString()!)];
    }

    // Errors in the console, and every request that would leave the house.
    private List<string> Listen(IPage page)
    {
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) =>
        {
            if (
                !request.Url.StartsWith(browsing.Address, StringComparison.Ordinal)
                && !request.Url.StartsWith("data:", StringComparison.Ordinal)
            )
                complaints.Add($"asks {request.Url}");
        };
        return complaints;
    }

    private static Task<int> Overflow(IPage page) =>
        page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    private static async Task<string?> Attribute(IPage page, string name) => await page.Locator("html").GetAttributeAsync(name);
}
