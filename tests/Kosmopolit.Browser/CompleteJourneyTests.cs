using Microsoft.Playwright;

namespace Kosmopolit.Browser;

/// <summary>Somebody types half a word, and the box says how it may go on: by keyboard, by touch, in both directions.</summary>
public sealed class CompleteJourneyTests(Browsing browsing)
{
    private const string Open = ".completions:not([hidden])";
    private const string Active = ".completions [aria-selected=true]";

    private const string Late = """[{"kind":"country","key":"PT","name":"Portugal","text":"Portugal","label":"Land","address":null}]""";

    [Theory]
    [InlineData("sv", 1280, "vem kan tull i turki", "vem kan tull i Turkiet", "Förslag", "förslag")]
    [InlineData("en", 360, "who knows customs in turk", "who knows customs in Türkiye", "Suggestions", "suggestion")]
    [InlineData("ar", 360, "من يعرف الجمارك في ترك", "من يعرف الجمارك في تركيا", "اقتراحات", "قتراح")]
    public async Task The_last_words_are_completed_by_keyboard(
        string language,
        int width,
        string typed,
        string meant,
        string label,
        string heard
    )
    {
        await using var context = await browsing.Open(language, width, checks: true);
        var page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.PageError += (_, error) => complaints.Add(error);
        await page.GotoAsync($"/?lang={language}");
        var box = page.Locator("input[role=combobox]");
        await page.TabTo("input[name=q]");
        Assert.Equal(("false", "list"), (await box.GetAttributeAsync("aria-expanded"), await box.GetAttributeAsync("aria-autocomplete")));

        await page.Keyboard.TypeAsync(typed);
        await page.WaitForSelectorAsync(Open);
        await Describes(page, label, heard);

        // Down and up, past the ends, back to what was typed.
        Assert.Null(await box.GetAttributeAsync("aria-activedescendant"));
        await page.Keyboard.PressAsync("ArrowUp");
        Assert.Equal(
            await page.Locator(".completions li").Last.GetAttributeAsync("id"),
            await box.GetAttributeAsync("aria-activedescendant")
        );
        await page.Keyboard.PressAsync("ArrowDown");
        Assert.Null(await box.GetAttributeAsync("aria-activedescendant"));
        await page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal(await page.Locator(Active).GetAttributeAsync("id"), await box.GetAttributeAsync("aria-activedescendant"));
        Assert.Equal(typed, await box.InputValueAsync());

        // Escape takes the list away and nothing else.
        await page.Keyboard.PressAsync("Escape");
        Assert.Equal(0, await page.Locator(Open).CountAsync());
        Assert.Equal((typed, "false"), (await box.InputValueAsync(), await box.GetAttributeAsync("aria-expanded")));

        // Enter writes the choice, and only the next Enter asks.
        await page.Keyboard.PressAsync("ArrowDown");
        await page.WaitForSelectorAsync(Open);
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal(meant, await box.InputValueAsync());
        Assert.True(await box.EvaluateAsync<bool>("b => b === document.activeElement && b.selectionStart === b.value.length"));
        Assert.DoesNotContain("/search", page.Url, StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/search?**");
        Assert.Equal(meant, await page.InputValueAsync("input[name=q]"));
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task A_network_is_opened_by_a_tap_and_the_language_stays()
    {
        await using var context = await browsing.Open("ar", 360);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/search?q=x&lang=ar");
        Assert.Equal("rtl", await page.Locator("html").GetAttributeAsync("dir"));
        await page.FillAsync("input[role=combobox]", "Skån");
        await page.ClickAsync($"{Open} li:has-text('Skåne'):has-text('شبكة')");
        await page.WaitForURLAsync("**/networks/skane?lang=ar");
    }

    /// <summary>The list hangs from the box on the side where its words begin, in both directions.</summary>
    [Theory]
    [InlineData("ar", "العر")]
    [InlineData("sv", "pol")]
    public async Task The_list_stands_below_the_box_as_wide_as_it(string language, string typed)
    {
        await using var context = await browsing.Open(language, 360, ColorScheme.Dark);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/?lang={language}");
        await page.FillAsync("input[role=combobox]", typed);
        await page.WaitForSelectorAsync(Open);
        var (box, list) = ((await page.Locator(".ask").BoundingBoxAsync())!, (await page.Locator(Open).BoundingBoxAsync())!);
        Assert.InRange(list.X, box.X, box.X + 3);
        Assert.InRange(list.X + list.Width, box.X + box.Width - 3, box.X + box.Width);
        Assert.True(list.Y >= box.Y + box.Height);
        var (name, label) = (
            (await page.Locator($"{Open} li bdi").First.BoundingBoxAsync())!,
            (await page.Locator($"{Open} li .soft").First.BoundingBoxAsync())!
        );
        Assert.Equal(language == "ar", name.X > label.X);
    }

    [Fact]
    public async Task Fast_typing_asks_seldom_and_a_late_answer_is_forgotten()
    {
        await using var context = await browsing.Open("sv", 1280);
        var page = await context.NewPageAsync();
        var (asked, held, came) = (new List<string>(), new TaskCompletionSource(), new TaskCompletionSource());
        await page.RouteAsync(
            "**/api/v1/completions*",
            async route =>
            {
                asked.Add(Uri.UnescapeDataString(new Uri(route.Request.Url).Query));
                if (asked.Count > 1)
                {
                    await route.ContinueAsync();
                    return;
                }
                // The first answer comes long after the others; its page may have given it up by then.
                await held.Task;
                try
                {
                    await route.FulfillAsync(new() { ContentType = "application/json", Body = Late });
                }
                catch (PlaywrightException) { }
                came.SetResult();
            }
        );
        await page.GotoAsync("/?lang=sv");
        var box = page.Locator("input[role=combobox]");
        await box.FocusAsync();
        await page.RunAndWaitForRequestAsync(() => page.Keyboard.TypeAsync("por"), "**/api/v1/completions*");
        var before = asked.Count;
        await box.FillAsync("");
        await page.Keyboard.TypeAsync("vem kan turkis", new() { Delay = 10 });
        await page.WaitForSelectorAsync($"{Open} li:has-text('turkiska')");
        Assert.InRange(asked.Count - before, 1, 5);
        held.SetResult();
        await came.Task;
        await page.WaitForTimeoutAsync(500);
        Assert.Equal(0, await page.Locator($"{Open} li:has-text('Portugal')").CountAsync());

        // Whoever leaves the box is not followed by a list.
        await page.Keyboard.TypeAsync("k");
        await page.Keyboard.PressAsync("Tab");
        await page.WaitForTimeoutAsync(500);
        Assert.Equal(0, await page.Locator(Open).CountAsync());
    }

    [Fact]
    public async Task When_nothing_is_answered_the_box_works_as_ever()
    {
        await using var context = await browsing.Open("sv", 360);
        var page = await context.NewPageAsync();
        await page.RouteAsync("**/api/v1/completions*", route => route.FulfillAsync(new() { Status = 429, Body = "{}" }));
        await page.GotoAsync("/?lang=sv");
        await page.FillAsync("input[role=combobox]", "vem kan turki");
        await page.WaitForTimeoutAsync(400);
        Assert.Equal(0, await page.Locator(Open).CountAsync());
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/search?**");
    }

    [Fact]
    public async Task Without_script_the_box_is_a_search_field_and_promises_nothing()
    {
        await using var context = await browsing.Open("sv", 360, script: false);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        var box = page.Locator("input[name=q]");
        Assert.Equal((null, "search"), (await box.GetAttributeAsync("role"), await box.GetAttributeAsync("type")));
        Assert.Equal(0, await page.Locator("[role=listbox]").CountAsync());
        await box.FillAsync("vem kan tull i turkiet");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/search?**");
        Assert.True(await page.Locator(".understood .chip").CountAsync() >= 2);
    }

    /// <summary>What an opened list tells those who do not see it, and how it fits those who do.</summary>
    private static async Task Describes(IPage page, string label, string heard)
    {
        var box = page.Locator("input[role=combobox]");
        Assert.Equal("true", await box.GetAttributeAsync("aria-expanded"));
        Assert.Equal(label, await page.Locator(".completions").GetAttributeAsync("aria-label"));
        Assert.Equal(await page.Locator(".completions").GetAttributeAsync("id"), await box.GetAttributeAsync("aria-controls"));
        Assert.Contains(heard, await page.Locator(".ask [role=status]").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await LookTests.Violations(page));
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        foreach (var option in await page.Locator(".completions [role=option]").AllAsync())
            Assert.True((await option.BoundingBoxAsync())!.Height >= 44);
    }
}
