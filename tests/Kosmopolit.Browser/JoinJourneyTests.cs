using System.Diagnostics;
using Microsoft.Playwright;

namespace Kosmopolit.Browser;

/// <summary>
/// From an invitation to membership: on a phone, over a slow line, by keyboard alone, with and without script, in the
/// person's own language.
/// </summary>
public sealed class JoinJourneyTests(Browsing browsing)
{
    // A slow third-generation line: 400 kbit/s each way, 300 ms there and back.
    private static readonly Dictionary<string, object> SlowLine = new()
    {
        ["offline"] = false,
        ["latency"] = 300,
        ["downloadThroughput"] = 50_000,
        ["uploadThroughput"] = 50_000,
    };

    [Theory]
    [InlineData("ar", true, "نادية", "العراق", "العربية")]
    [InlineData("ar", false, "نادية", "العراق", "العربية")]
    [InlineData("sv", true, "Nadia", "Irak", "arabiska")]
    [InlineData("sv", false, "Nadia", "Irak", "arabiska")]
    public async Task Invitation_leads_to_membership(string language, bool script, string name, string country, string tongue)
    {
        var link = await Invited();
        var email = $"join-{language}-{script}@example.org".ToLowerInvariant();
        // The browser asks for English: the person chooses the language on the first page.
        await using var context = await browsing.Open("en", 360, script: script);
        var page = await context.NewPageAsync();
        var line = await context.NewCDPSessionAsync(page);
        await line.SendAsync("Network.enable");
        await line.SendAsync("Network.emulateNetworkConditions", SlowLine);
        var clock = Stopwatch.StartNew();

        await page.GotoAsync(link);
        await page.Press($".languages a[hreflang='{language}']", $"**lang={language}**");
        Assert.Equal(language == "ar" ? "rtl" : "ltr", await page.Locator("html").GetAttributeAsync("dir"));
        await page.Write("Input.Email", email);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/sign-in/code?**");
        await page.Write("Input.Code", await browsing.Mailbox.CodeFor(email));
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/join/skane/criterion?**");
        await page.Press("button[value=yes]", "**/me/name?**");

        await page.Write("Input.Name", name);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/me/markets/new?**");
        await page.Write("Input.Country", country);
        await page.Tick("Input.Basis", "Lived");
        await page.Tick("Input.Basis", "Traded");
        await page.Write("Input.From", "1998");
        await page.Write("Input.Until", "2009");
        await page.Write("Input.LastContact", "2024");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/topics?**");
        await page.Tick("Input.Topics", "Customs");
        await page.Press("main form button.btn", "**/me/languages?**");
        await page.Write("Input.Language", tongue);
        await page.TabTo("[name='Input.Speaks']");
        await page.Keyboard.PressAsync("End");
        await page.Press("main form button.btn", "**/me/languages?**");
        await page.Locator("main .ranked li").WaitForAsync();
        await page.Press("main .actions a[href*='/me/offer']", "**/me/offer?**");
        await page.Press("main .actions a[href*='/me/firms/new']", "**/me/firms/new?**");
        await page.Press("main .actions a[href*='/me/audiences']", "**/me/audiences?**");
        await page.Press("main form button.btn", "**/join/skane/send?**");
        Assert.Contains("1998", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.TabTo("main form button.btn");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("main a[href^='/me/preview']").WaitForAsync();
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(4), $"It took {clock.Elapsed}.");

        await page.GotoAsync($"/me?lang={language}");
        Assert.True(await page.Locator("main a[href^='/networks/skane']").First.IsVisibleAsync());
    }

    private async Task<string> Invited()
    {
        await using var context = await browsing.Open("en", 1280, who: "coordinator-skane");
        var page = await context.NewPageAsync();
        await page.GotoAsync("/networks/skane/invitations");
        await page.ClickAsync("main form button.btn");
        return await page.Locator("input.link").InputValueAsync();
    }
}
