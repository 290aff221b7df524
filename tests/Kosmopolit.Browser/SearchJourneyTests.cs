using Microsoft.Playwright;

namespace Kosmopolit.Browser;

/// <summary>Somebody wants to know who knows: by keyboard alone, with and without script, left to right and right to left.</summary>
public sealed class SearchJourneyTests(Browsing browsing)
{
    [Theory]
    [InlineData("sv", true, "vem kan tullen i Turkiet")]
    [InlineData("sv", false, "vem kan tullen i Turkiet")]
    [InlineData("en", false, "who knows customs in Turkey")]
    [InlineData("ar", true, "من يعرف الجمارك في تركيا")]
    [InlineData("ar", false, "من يعرف الجمارك في تركيا")]
    public async Task Question_leads_to_a_person_and_the_reason(string language, bool script, string question)
    {
        await using var context = await browsing.Open(language, 1280, script: script);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/?lang={language}");

        await page.TabTo("input[name=q]");
        await page.Keyboard.TypeAsync(question);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/search?**");
        Assert.Contains($"lang={language}", page.Url, StringComparison.Ordinal);

        // The question is understood as a country and a topic, which the reader sees and can take away.
        Assert.True(await page.Locator(".understood .chip").CountAsync() >= 2);
        var hits = page.Locator("article.hit");
        Assert.True(await hits.CountAsync() >= 3);
        var why = await hits.Filter(new() { Has = page.Locator("a[href^='/people/']") }).First.InnerTextAsync();
        Assert.Matches("(19|20)[0-9]{2}", why);

        // Narrow to a topic, then open the first person.
        await page.TabTo(".filters a.chip");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url =>
            url.Contains("country=", StringComparison.Ordinal) || url.Contains("topic=", StringComparison.Ordinal)
        );
        await page.TabTo("article.hit h3 a[href^='/people/']");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/people/**");
        Assert.True(await page.Locator("h1").IsVisibleAsync());
        Assert.Equal(language == "ar" ? "rtl" : "ltr", await page.Locator("html").GetAttributeAsync("dir"));
    }

    [Fact]
    public async Task Menu_on_a_phone_opens_without_script()
    {
        await using var context = await browsing.Open("sv", 360, script: false);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        Assert.False(await page.Locator("#menu a[href='/countries']").IsVisibleAsync());
        await page.TabTo(".menu-button");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#menu a[href='/countries']").WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        Assert.False(await page.Locator("#menu a[href='/countries']").IsVisibleAsync());
    }

    [Fact]
    public async Task Countries_narrow_while_typing_and_by_sending()
    {
        await using var context = await browsing.Open("sv", 1280);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/countries");
        await page.FillAsync("#find", "irak");
        Assert.Equal(1, await page.Locator("[data-filtered] li:visible").CountAsync());

        await using var plain = await browsing.Open("sv", 1280, script: false);
        var still = await plain.NewPageAsync();
        await still.GotoAsync("/countries");
        await still.FillAsync("#find", "العراق");
        await still.Keyboard.PressAsync("Enter");
        await still.WaitForURLAsync("**find=**");
        Assert.True(await still.Locator("section a[href='/countries/iq']").First.IsVisibleAsync());
    }
}
