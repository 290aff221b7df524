using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Kosmopolit.Browser;

/// <summary>What somebody writes survives a lost signal, and stays in the browser no longer than it must.</summary>
public sealed class KeptFormTests(Browsing browsing)
{
    [Fact]
    public async Task Words_survive_a_lost_signal_and_go_once_they_are_sent()
    {
        await using var context = await browsing.Open("sv", 360, who: "member-two-networks");
        var page = await context.NewPageAsync();
        await page.GotoAsync("/me/languages");
        await page.FillAsync("[name='Input.Language']", "finska");
        await context.SetOfflineAsync(true);
        await page.ClickAsync("main form button.btn");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("^chrome-error:"));
        await context.SetOfflineAsync(false);
        await page.GotoAsync("/me/languages");
        Assert.Equal("finska", await page.InputValueAsync("[name='Input.Language']"));

        await page.SelectOptionAsync("[name='Input.Speaks']", "B1");
        await page.ClickAsync("main form button.btn");
        await page.Locator("main .ranked li a", new() { HasTextRegex = new Regex("finska|Finnish") }).WaitForAsync();
        Assert.Equal("", await page.InputValueAsync("[name='Input.Language']"));
        Assert.Equal(0, await Kept(page));
    }

    [Fact]
    public async Task What_was_refused_is_kept_with_its_ticks_until_its_writer_signs_out()
    {
        await using var context = await browsing.Open("sv", 360);
        var page = await context.NewPageAsync();
        // A session of its own: it ends below.
        await page.GotoAsync("/dev/personas");
        await page.ClickAsync("button[name=Key][value='member-skane']");
        await page.WaitForURLAsync("**/me");
        await page.GotoAsync("/me/markets/new");
        await page.FillAsync("[name='Input.Country']", "Atlantis");
        await page.CheckAsync("[name='Input.Basis'][value=Worked]");
        await page.ClickAsync("main form button.btn");
        await page.Locator("main .refusal").WaitForAsync();
        await page.GotoAsync("/me");
        await page.GotoAsync("/me/markets/new");
        Assert.Equal("Atlantis", await page.InputValueAsync("[name='Input.Country']"));
        Assert.True(await page.IsCheckedAsync("[name='Input.Basis'][value=Worked]"));
        Assert.False(await page.IsCheckedAsync("[name='Input.Basis'][value=Lived]"));

        await page.GotoAsync("/sign-out");
        await page.ClickAsync("main button.btn");
        await page.WaitForURLAsync(browsing.Address + "/");
        Assert.Equal(0, await Kept(page));
    }

    [Fact]
    public async Task Words_that_were_not_sent_are_offered_beside_those_that_stand_there()
    {
        await using var context = await browsing.Open("sv", 360, who: "member-two-networks");
        var page = await context.NewPageAsync();
        await page.GotoAsync("/knowledge/vn-culture-sv/edit");
        var stands = await page.InputValueAsync("[name='Input.Text']");
        await page.FillAsync("[name='Input.Text']", stands + "\n\nEtt stycke till.");
        await context.SetOfflineAsync(true);
        await page.ClickAsync("button[value=publish]");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("^chrome-error:"));
        await context.SetOfflineAsync(false);
        await page.GotoAsync("/knowledge/vn-culture-sv/edit");
        Assert.Equal(stands, await page.InputValueAsync("[name='Input.Text']"));
        await page.ClickAsync("[data-kept-back]");
        Assert.Equal(stands + "\n\nEtt stycke till.", await page.InputValueAsync("[name='Input.Text']"));
        await Assertions.Expect(page.Locator("[data-kept]")).ToBeHiddenAsync();

        await page.ReloadAsync();
        await page.ClickAsync("[data-kept-away]");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("[data-kept]")).ToBeHiddenAsync();
        Assert.Equal(stands, await page.InputValueAsync("[name='Input.Text']"));
    }

    [Fact]
    public async Task The_language_of_a_new_text_comes_back_with_its_words()
    {
        await using var context = await browsing.Open("sv", 360, who: "member-two-networks");
        var page = await context.NewPageAsync();
        await page.GotoAsync("/knowledge/new");
        await page.FillAsync("[name='Input.Title']", "Shaah");
        await page.SelectOptionAsync("[name='Input.Language']", "so");
        await page.GotoAsync("/knowledge");
        await page.GotoAsync("/knowledge/new");
        Assert.Equal("Shaah", await page.InputValueAsync("[name='Input.Title']"));
        Assert.Equal("so", await page.InputValueAsync("[name='Input.Language']"));
        await Assertions.Expect(page.Locator("[data-kept]")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task What_somebody_else_saved_meanwhile_is_not_turned_back_by_what_was_begun()
    {
        await using var context = await browsing.Open("en", 1280, who: "member-umea");
        var mine = await context.NewPageAsync();
        await mine.GotoAsync("/activities/new");
        await mine.FillAsync("[name='Input.Title']", "Tea for two windows");
        await mine.CheckAsync("[name='Input.IsPublic']");
        await mine.SelectOptionAsync("[name='Input.Method']", "Networking");
        await mine.ClickAsync("form[data-keep=propose-activity] button.btn");
        await mine.WaitForURLAsync(new Regex("/activities/[0-9a-f-]{36}"));
        var edit = new Uri(mine.Url).AbsolutePath + "/edit";
        await mine.GotoAsync(edit);
        await mine.FillAsync("[name='Input.Place']", "At Anna's");
        await mine.SelectOptionAsync("[name='Input.Method']", new SelectOptionValue { Index = 2 });
        await mine.SelectOptionAsync("[name='Input.Rhythm']", "Weekly");
        await mine.GotoAsync("/activities");

        // Another window of the same browser keeps drafts of its own.
        var theirs = await context.NewPageAsync();
        await theirs.GotoAsync(edit);
        await theirs.FillAsync("[name='Input.Title']", "Coffee for two windows");
        await theirs.SelectOptionAsync("[name='Input.Method']", new SelectOptionValue { Index = 1 });
        var saved = await theirs.InputValueAsync("[name='Input.Method']");
        await theirs.UncheckAsync("[name='Input.IsPublic']");
        await theirs.ClickAsync("form[data-keep=change-activity] button.btn");
        await theirs.WaitForURLAsync(u => !u.EndsWith("/edit", StringComparison.Ordinal));

        await mine.GotoAsync(edit);
        Assert.Equal("Coffee for two windows", await mine.InputValueAsync("[name='Input.Title']"));
        Assert.Equal("At Anna's", await mine.InputValueAsync("[name='Input.Place']"));
        Assert.Equal("Weekly", await mine.InputValueAsync("[name='Input.Rhythm']"));
        Assert.Equal(saved, await mine.InputValueAsync("[name='Input.Method']"));
        Assert.False(await mine.IsCheckedAsync("[name='Input.IsPublic']"));
    }

    private static Task<int> Kept(IPage page) => page.EvaluateAsync<int>("sessionStorage.length");
}
