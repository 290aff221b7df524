using Microsoft.Playwright;

namespace Kosmopolit.Browser;

/// <summary>
/// Travel together, on a phone: from the idea of a trip over its programme and the pack that opens without a net to a contract
/// in the firm's book. With and without script, from left to right and from right to left.
/// </summary>
public sealed class TripJourneyTests(Browsing browsing)
{
    [Theory]
    [InlineData("sv", true)]
    [InlineData("ar", false)]
    public async Task An_idea_becomes_a_trip_a_pack_and_a_contract(string language, bool script)
    {
        await using var context = await browsing.Open(language, 360, script: script, checks: true, who: "member-umea");
        var page = await context.NewPageAsync();
        var trip = await Propose(page, language, $"Till Erbil tillsammans {language}");
        // Asks who would come, would come herself, plans it for good, opens it, and takes a seat.
        await Turn(page, 1);
        await page.ClickAsync("#join form button.btn");
        await Turn(page, 2);
        await page.ClickAsync("#join form[data-keep=join] button.btn");
        await page.Locator("p[role=status]").WaitForAsync();
        await Plan(page, $"{trip}/plan?lang={language}");
        await page.GotoAsync($"{trip}/me?lang={language}");
        await page.FillAsync("[name='Input.Contact']", "+46 90 123 45");
        await page.CheckAsync("[name='Input.Wants']");
        await page.ClickAsync("main form button.btn");
        await page.WaitForURLAsync(u => !u.Contains("/me", StringComparison.Ordinal));
        await OpensWithoutNet(page, language);
        await page.GotoAsync($"{trip}?lang={language}");
        await Turn(page, 1);
        await Record(page, language, script);
    }

    private static async Task<string> Propose(IPage page, string language, string title)
    {
        await page.GotoAsync($"/activities/new?country=IQ&lang={language}");
        Assert.Equal(language == "ar" ? "rtl" : "ltr", await page.Locator("html").GetAttributeAsync("dir"));
        await page.FillAsync("[name='Input.Title']", title);
        await page.CheckAsync("[name='Input.IsTrip']");
        await page.FillAsync("[name='Input.Place']", "Erbil");
        // The parts that are folded away open without script.
        var folded = page.Locator("main details.more:not([open]) > summary");
        while (await folded.CountAsync() > 0)
            await folded.First.ClickAsync();
        await page.FillAsync("[name='Input.Day']", SwedishTime.Day(-1));
        await page.FillAsync("[name='Input.Time']", "09:00");
        await page.FillAsync("[name='Input.EndTime']", "17:00");
        await page.FillAsync("[name='Input.EndDay']", SwedishTime.Day(3));
        await page.FillAsync("[name='Input.Threshold']", "1");
        await page.ClickAsync("form[data-keep=propose-activity] button.btn");
        await page.WaitForURLAsync("**/trips/*");
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task Turn(IPage page, int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            var state = await page.Locator(".lead .tag").InnerTextAsync();
            await page.ClickAsync("form[data-keep=turn] button.btn");
            await page.Locator($".lead .tag:not(:text-is('{state}'))").WaitForAsync();
        }
    }

    private static async Task Plan(IPage page, string plan)
    {
        var tomorrow = SwedishTime.Day(1);
        await page.GotoAsync(plan);
        await page.FillAsync("[name='Stop.Town']", "Erbil");
        await page.ClickAsync("form[data-keep=stop] button.btn");
        await page.Locator("li:has-text('Erbil')").First.WaitForAsync();
        await page.FillAsync("[name='Item.Day']", tomorrow);
        await page.FillAsync("[name='Item.Time']", "08:30");
        await page.FillAsync("[name='Item.Words']", "Frukost med handelskammaren");
        await page.ClickAsync("form[data-keep=item] button.btn");
        await page.Locator("li:has-text('handelskammaren')").WaitForAsync();
        await page.FillAsync("form[data-keep=counterpart] [name='Input.Name']", "Zagros Timber");
        await page.FillAsync("form[data-keep=counterpart] [name='Input.Address']", "Ankawa");
        await page.FillAsync("form[data-keep=counterpart] [name='Input.MeetDay']", tomorrow);
        await page.FillAsync("form[data-keep=counterpart] [name='Input.From']", "10:00");
        await page.FillAsync("form[data-keep=counterpart] [name='Input.To']", "12:00");
        await page.ClickAsync("form[data-keep=counterpart] button.btn");
        await page.Locator("#counterparts li:has-text('Zagros')").WaitForAsync();
    }

    // Saved as the phone saves it, and opened from there with the net off.
    private async Task OpensWithoutNet(IPage page, string language)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("a[href*='pack.html']").First.ClickAsync());
        var file = Path.Combine(Directory.CreateTempSubdirectory("kosmopolit-pack-").FullName, download.SuggestedFilename);
        await download.SaveAsAsync(file);
        Assert.InRange(new FileInfo(file).Length, 2_000, 400_000);
        await using var phone = await browsing.Open(language, 360, script: false);
        await phone.SetOfflineAsync(true);
        var pack = await phone.NewPageAsync();
        var asked = new List<string>();
        pack.Request += (_, request) => asked.Add(request.Url);
        await pack.GotoAsync(new Uri(file).AbsoluteUri);
        Assert.Equal([new Uri(file).AbsoluteUri], asked.Where(a => !a.StartsWith("data:", StringComparison.Ordinal)));
        var text = await pack.Locator("body").InnerTextAsync();
        foreach (var word in new[] { $"Till Erbil tillsammans {language}", "Frukost med handelskammaren", "+46 90 123 45" })
            Assert.Contains(word, text, StringComparison.Ordinal);
        Assert.Equal(language == "ar" ? "rtl" : "ltr", await pack.Locator("html").GetAttributeAsync("dir"));
        Assert.Equal(0, await pack.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    private static async Task Record(IPage page, string language, bool script)
    {
        await page.ClickAsync("#results a[href*='/results?activity=']");
        if (script)
            Assert.Empty(await LookTests.Violations(page));
        await page.CheckAsync("[name='Input.Stage'][value=Contract]");
        await page.FillAsync("[name='Input.Country']", language == "ar" ? "العراق" : "Irak");
        await page.FillAsync("[name='Input.On']", SwedishTime.Day(0));
        await page.FillAsync("[name='Input.Partner']", $"Zagros Timber {language}");
        await page.ClickAsync("form[data-keep=ledger] button.btn");
        // The other run of this journey may have told something like it: it is another one.
        await page.WaitForLoadStateAsync();
        if (await page.Locator("[name='Input.IsAnother']").CountAsync() > 0)
        {
            await page.CheckAsync("[name='Input.IsAnother']");
            await page.ClickAsync("form[data-keep=ledger] button.btn");
        }
        var line = page.Locator($"ul.ranked li:has-text('Zagros Timber {language}')");
        await line.WaitForAsync();
        await line.Locator("a").ClickAsync();
        if (script)
            Assert.Empty(await LookTests.Violations(page));
        Assert.Equal(1, await page.Locator("main ol li").CountAsync());
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }
}
