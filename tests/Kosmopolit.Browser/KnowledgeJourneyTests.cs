using Microsoft.Playwright;

namespace Kosmopolit.Browser;

/// <summary>Somebody reads about a country before a meeting; a member who lived there writes, stands for it and is read.</summary>
public sealed class KnowledgeJourneyTests(Browsing browsing)
{
    [Theory]
    [InlineData("sv", true)]
    [InlineData("ar", false)]
    public async Task What_a_member_knows_reaches_whoever_has_a_meeting_next_week(string language, bool script)
    {
        await using var phone = await browsing.Open(language, 360, script: script, who: "member-umea");
        var member = await phone.NewPageAsync();
        var title = $"Te i Bagdad {language}";
        await member.GotoAsync($"/knowledge/new?country=IQ&topic=culture&lang={language}");
        await member.FillAsync("[name='Input.Title']", title);
        await member.FillAsync("[name='Input.Text']", "Tacka **ja** till det första glaset.");
        await member.ClickAsync("button[value=preview]");
        await member.Locator(".preview strong").WaitForAsync();
        Assert.Equal(title, await member.InputValueAsync("[name='Input.Title']"));
        await member.ClickAsync("button[value=publish]");
        await member.WaitForURLAsync("**/knowledge/te-i-bagdad-**");

        await member.ClickAsync("main a[href*='/claims/new']");
        await member.CheckAsync("[name='Input.Basis'][value=Lived]");
        await member.FillAsync("[name='Input.LastYear']", "2024");
        await member.ClickAsync("main form.form button.btn");
        await member.WaitForURLAsync("**/knowledge/te-i-bagdad-**");

        await using var desk = await browsing.Open(language, 1280, checks: true);
        var visitor = await desk.NewPageAsync();
        await visitor.GotoAsync($"/countries/iq/culture?lang={language}");
        await visitor.ClickAsync($"#texts a:has-text('{title}')");
        Assert.Equal("ja", await visitor.Locator(".prose strong").InnerTextAsync());
        Assert.Contains("2024", await visitor.Locator("#claims").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await LookTests.Violations(visitor));

        // Seen again, in one tap.
        await member.ClickAsync("#claims a[href*='/claims/']:not([href*='/new'])");
        await member.ClickAsync("main form:not([data-keep]) button.btn");
        await member.WaitForURLAsync("**/knowledge/te-i-bagdad-**");
        await visitor.GotoAsync(visitor.Url.Split('#')[0] + "&afterwards=1");
        Assert.Contains("2026", await visitor.Locator("#claims").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_country_taken_along_opens_without_a_net()
    {
        await using var context = await browsing.Open("ar", 360);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/countries/iq/culture?lang=ar");
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("a[download]"));
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.html");
        await download.SaveAsAsync(file);
        try
        {
            await context.SetOfflineAsync(true);
            await page.GotoAsync($"file://{file}");
            Assert.Equal("rtl", await page.Locator("html").GetAttributeAsync("dir"));
            Assert.True(await page.Locator(".prose").CountAsync() > 0);
            // Its styles lie in it.
            Assert.NotEqual("rgba(0, 0, 0, 0)", await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
            Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
