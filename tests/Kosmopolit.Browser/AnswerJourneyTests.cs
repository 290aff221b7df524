using Microsoft.Playwright;

namespace Kosmopolit.Browser;

/// <summary>A question is asked, answered, named the one that helped, and becomes a text that leads back to the answer.</summary>
public sealed class AnswerJourneyTests(Browsing browsing)
{
    private const string Words = "Bjud hellre på kvällsmat efter solnedgången.";

    [Theory]
    [InlineData("en", false)]
    [InlineData("ar", true)]
    public async Task An_answer_that_helped_becomes_a_text(string language, bool script)
    {
        await using var answerers = await browsing.Open(language, 360, script: script, who: "member-skane");
        var answerer = await answerers.NewPageAsync();
        var question = await Helped(answerer, "SA", language, script);

        // Anybody who writes may make a text of it; it says where it came from.
        await answerer.GotoAsync($"{question}?lang={language}");
        await answerer.ClickAsync("a[href*='/knowledge/new?answer=']");
        await answerer.FillAsync("[name='Input.Title']", $"Lunch under ramadan {language}");
        await answerer.ClickAsync("button[value=publish]");
        await answerer.WaitForURLAsync("**/knowledge/lunch-under-ramadan-*");
        await LeadsBack(answerer.Url);
    }

    [Theory]
    [InlineData("sv", false)]
    [InlineData("ar", true)]
    public async Task An_answer_that_helped_is_added_to_a_text_that_is_there(string language, bool script)
    {
        await using var answerers = await browsing.Open(language, 360, script: script, checks: true, who: "member-skane");
        var answerer = await answerers.NewPageAsync();
        var question = await Helped(answerer, "IQ", language, script);

        await answerer.GotoAsync($"{question}?lang={language}");
        await answerer.ClickAsync("a[href*='/answers/'][href*='/texts']");
        // What checks a page is a script itself.
        if (script)
            Assert.Empty(await LookTests.Violations(answerer));
        Assert.Equal(0, await answerer.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        await answerer.ClickAsync("main a[href*='/edit?answer='] >> nth=0");
        // The words stand at the end of what was there.
        var text = await answerer.InputValueAsync("[name='Input.Text']");
        Assert.EndsWith(Words, text.TrimEnd(), StringComparison.Ordinal);
        Assert.True(text.Length > Words.Length + 20, text);
        await answerer.ClickAsync("main form[data-keep] button.btn:not(.quiet) >> nth=0");
        await answerer.WaitForURLAsync(u => !u.Contains("/edit", StringComparison.Ordinal));
        await LeadsBack(answerer.Url);
    }

    /// <summary>A member asks, another answers, and whoever asked says that it helped.</summary>
    /// <returns>The question's address.</returns>
    private async Task<string> Helped(IPage answerer, string country, string language, bool script)
    {
        await using var askers = await browsing.Open(language, 360, script: script, who: "member-umea");
        var asker = await askers.NewPageAsync();
        await asker.GotoAsync($"/questions/new?country={country}&topic=culture&lang={language}");
        await asker.FillAsync("[name='Input.Title']", $"Får jag bjuda på lunch under ramadan? {country} {language}");
        await asker.CheckAsync("[name='Input.Reach'][value=Public]");
        await Send(asker);
        // What is likely known already is offered once before it is asked.
        if (asker.Url.Contains("/questions/new", StringComparison.Ordinal))
            await Send(asker);
        await asker.WaitForURLAsync(u =>
            u.Contains("/questions/", StringComparison.Ordinal) && !u.Contains("/new", StringComparison.Ordinal)
        );
        var question = asker.Url.Split('?')[0];

        await answerer.GotoAsync($"{question}?lang={language}");
        await answerer.FillAsync("form[data-keep=answer] [name='Input.Text']", Words);
        await answerer.ClickAsync("form[data-keep=answer] button.btn");
        await answerer.Locator("article.said:has-text('solnedgången')").WaitForAsync();

        await asker.GotoAsync($"{question}?lang={language}");
        await asker.Locator("article.said:has-text('solnedgången') form button").First.ClickAsync();
        await asker.Locator("article.said strong.chip").WaitForAsync();
        return question;
    }

    private async Task LeadsBack(string text)
    {
        await using var desk = await browsing.Open("en", 1280, checks: true);
        var visitor = await desk.NewPageAsync();
        await visitor.GotoAsync(text);
        await visitor.Locator(".prose:has-text('solnedgången')").First.WaitForAsync();
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
