using Microsoft.Playwright;

namespace Kosmopolit.Browser;

/// <summary>A question is asked, answered, named the one that helped, and becomes a text that leads back to the answer.</summary>
public sealed class AnswerJourneyTests(Browsing browsing)
{
    [Theory]
    [InlineData("en", false)]
    [InlineData("ar", true)]
    public async Task An_answer_that_helped_becomes_a_text(string language, bool script)
    {
        await using var askers = await browsing.Open(language, 360, script: script, who: "member-umea");
        var asker = await askers.NewPageAsync();
        var title = $"Får jag bjuda på lunch under ramadan? {language}";
        await asker.GotoAsync($"/questions/new?country=SA&topic=culture&lang={language}");
        await asker.FillAsync("[name='Input.Title']", title);
        await asker.CheckAsync("[name='Input.Reach'][value=Public]");
        await Send(asker);
        // What is likely known already is offered once before it is asked.
        if (asker.Url.Contains("/questions/new", StringComparison.Ordinal))
            await Send(asker);
        await asker.WaitForURLAsync(u =>
            u.Contains("/questions/", StringComparison.Ordinal) && !u.Contains("/new", StringComparison.Ordinal)
        );
        var question = asker.Url.Split('?')[0];

        await using var answerers = await browsing.Open(language, 360, script: script, who: "member-skane");
        var answerer = await answerers.NewPageAsync();
        await answerer.GotoAsync($"{question}?lang={language}");
        await answerer.FillAsync("form[data-keep=answer] [name='Input.Text']", "Bjud hellre på kvällsmat efter solnedgången.");
        await answerer.ClickAsync("form[data-keep=answer] button.btn");
        await answerer.Locator("article.said:has-text('solnedgången')").WaitForAsync();

        await asker.GotoAsync($"{question}?lang={language}");
        await asker.Locator("article.said:has-text('solnedgången') form button").First.ClickAsync();
        await asker.Locator("article.said strong.chip").WaitForAsync();

        // Anybody who writes may make a text of it; it says where it came from.
        await answerer.GotoAsync($"{question}?lang={language}");
        await answerer.ClickAsync("a[href*='/knowledge/new?answer=']");
        await answerer.FillAsync("[name='Input.Title']", $"Lunch under ramadan {language}");
        await answerer.ClickAsync("button[value=publish]");
        await answerer.WaitForURLAsync("**/knowledge/lunch-under-ramadan-*");

        await using var desk = await browsing.Open(language, 1280, checks: true);
        var visitor = await desk.NewPageAsync();
        await visitor.GotoAsync(answerer.Url);
        Assert.Empty(await LookTests.Violations(visitor));
        await visitor.ClickAsync("aside a[href*='/questions/']");
        await visitor.Locator("article.said:has-text('solnedgången')").WaitForAsync();
    }

    [Fact]
    public async Task The_bank_is_read_in_Arabic_from_right_to_left_with_the_original_one_tap_away()
    {
        await using var context = await browsing.Open("ar", 360, checks: true);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/knowledge?country=IQ&lang=ar");
        Assert.Equal("rtl", await page.Locator("html").GetAttributeAsync("dir"));
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        Assert.Empty(await LookTests.Violations(page));
        await page.Locator("main article.said h3 a").First.ClickAsync();
        // The text keeps its own direction on an Arabic page.
        var text = page.Locator(".prose").First;
        var language = await text.GetAttributeAsync("lang");
        Assert.NotNull(language);
        // Whatever language its writer said: another journey writes Swedish letters and leaves the form at Arabic.
        var letters = await text.InnerTextAsync();
        var direction = await page.Locator(".prose p").First.EvaluateAsync<string>("e => getComputedStyle(e).direction");
        Assert.Equal(letters.First(char.IsLetter) is >= '\u0590' and <= '\u08FF' ? "rtl" : "ltr", direction);
        Assert.Empty(await LookTests.Violations(page));
        if (await page.Locator("nav a.chip[hreflang]:not([aria-current])").CountAsync() > 0)
        {
            await page.Locator("nav a.chip[hreflang]:not([aria-current])").First.ClickAsync();
            Assert.NotEqual(language, await page.Locator(".prose").First.GetAttributeAsync("lang"));
        }
    }

    private static Task Send(IPage page) => page.Locator("main form[data-keep] button.btn:not(.quiet)").First.ClickAsync();
}
