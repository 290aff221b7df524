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

    /// <summary>
    /// Once loaded, the page is looked at in daylight on a desk, then in the dark on the smallest phone: what changes between
    /// the two is style alone.
    /// </summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_is_accessible_and_in_its_place(string name, string language)
    {
        var place = browsing.Places.Single(p => p.Name == name);
        await using var context = await browsing.Open(language, 1280, ColorScheme.Light, checks: true, who: place.Who);
        var page = await context.NewPageAsync();
        var complaints = Listen(page);
        var answer = await page.GotoAsync(place.In(language));
        Assert.Equal(place.Status, answer!.Status);
        Assert.Equal((language, language == "ar" ? "rtl" : "ltr"), (await Attribute(page, "lang"), await Attribute(page, "dir")));
        await page.AddScriptTagAsync(new() { Content = Axe });
        await Folders.Keep(page, $"{name}-{language}-light");
        Assert.Empty(await Check(page));
        await page.SetViewportSizeAsync(320, 800);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Folders.Keep(page, $"{name}-{language}-dark");
        Assert.Empty(await Check(page));
        Assert.Equal(0, await Overflow(page));
        // Text at 200 %: twice the root size on twice the width of a phone.
        await page.SetViewportSizeAsync(640, 800);
        await page.EvaluateAsync("document.documentElement.style.setProperty('font-size', '200%')");
        Assert.Equal(0, await Overflow(page));
        // A page that is meant to be missing says so in the console as well.
        complaints.RemoveAll(c => place.Status == 404 && c.Contains("404", StringComparison.Ordinal));
        Assert.Empty(complaints);
    }

    internal static async Task<string[]> Violations(IPage page)
    {
        await page.AddScriptTagAsync(new() { Content = Axe });
        return await Check(page);
    }

    private static async Task<string[]> Check(IPage page)
    {
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
