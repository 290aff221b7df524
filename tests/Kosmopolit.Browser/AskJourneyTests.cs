using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Kosmopolit.Browser;

/// <summary>A question in Arabic on a phone: what is known already, who is asked and why, an answer, and that it helped.</summary>
public sealed partial class AskJourneyTests(Browsing browsing)
{
    /// <summary>Somebody in the asker's network who lived in Iraq, reads Arabic and uses the site in Swedish.</summary>
    private const string Knows = "zahra.sabbagh@example.org";

    private const string Question = "كم تبلغ رسوم التخليص الجمركي على قطع الغيار في البصرة؟";

    [Fact]
    public async Task A_question_finds_who_knows_is_answered_and_helps()
    {
        await using var askers = await browsing.Open("ar", 360, checks: true, who: "member-umea");
        var asker = await askers.NewPageAsync();
        await asker.GotoAsync($"/search?q={Uri.EscapeDataString(Question)}&lang=ar");
        Assert.True(await asker.Locator(".understood .chip").CountAsync() >= 1);
        await asker.ClickAsync("main a[href*='/questions/new?q=']");
        Assert.Equal(Question, await asker.InputValueAsync("[name='Input.Title']"));
        Assert.Equal("rtl", await asker.Locator("html").GetAttributeAsync("dir"));
        await asker.SelectOptionAsync("[name='Input.Country']", "IQ");
        await asker.SelectOptionAsync("[name='Input.Topic']", "business");
        await asker.CheckAsync("[name='Input.Reach'][value=Public]");
        await Fits(asker);

        // What may answer it already comes first; it is not what was meant, so it is asked.
        await Send(asker);
        await asker.Locator("#likely li a").First.WaitForAsync();
        Assert.Equal(Question, await asker.InputValueAsync("[name='Input.Title']"));
        await Fits(asker);
        await Send(asker);
        await asker.WaitForURLAsync(QuestionPage());
        var question = asker.Url.Split('?')[0];

        // It is brought to people by itself; the asker hears how many and not whom.
        await Until(asker, async () => (await asker.Locator("#route p").AllInnerTextsAsync()).Take(1).Any(Digit().IsMatch));
        Assert.DoesNotContain("Sabbagh", await asker.Locator("#route").InnerTextAsync(), StringComparison.Ordinal);
        await Fits(asker);

        await using var answerers = await browsing.Open("sv", 360, script: false);
        var answerer = await SignIn(answerers);
        await answerer.GotoAsync("/me/asked?lang=sv");
        var asked = answerer.Locator("ul.shown li", new() { HasText = Question });
        Assert.Contains("Irak", await asked.InnerTextAsync(), StringComparison.Ordinal);
        await asked.Locator("a").First.ClickAsync();
        await answerer.Locator("main .notice").WaitForAsync();
        await answerer.FillAsync("form[data-keep=answer] [name='Input.Text']", "نحو خمسة بالمئة من قيمة الفاتورة.");
        await answerer.ClickAsync("form[data-keep=answer] button.btn");
        await answerer.Locator("article.said:has-text('خمسة بالمئة')").WaitForAsync();

        await asker.GotoAsync($"{question}?lang=ar");
        await asker.Locator("article.said:has-text('خمسة بالمئة') form button").First.ClickAsync();
        await asker.Locator("article.said:has-text('خمسة بالمئة') strong.chip").WaitForAsync();
        await Fits(asker);

        // From now on the answer is found, and led to.
        await Until(
            asker,
            async () => await asker.Locator($"article.hit a[href*='{new Uri(question).AbsolutePath}'][href*='#a']").CountAsync() > 0,
            "/search?q=" + Uri.EscapeDataString("خمسة بالمئة من الفاتورة")
        );
        Assert.True(await asker.Locator("article.hit mark").CountAsync() > 0);
    }

    private async Task<IPage> SignIn(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in?lang=sv");
        await page.FillAsync("[name='Input.Email']", Knows);
        await page.ClickAsync("main button.btn");
        await page.FillAsync("[name='Input.Code']", await browsing.Mailbox.CodeFor(Knows));
        await page.ClickAsync("main button.btn");
        await page.WaitForURLAsync("**/me**");
        return page;
    }

    private static async Task Fits(IPage page)
    {
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        Assert.Empty(await LookTests.Violations(page));
    }

    // What happens by itself, after a moment.
    private static async Task Until(IPage page, Func<Task<bool>> isThere, string? address = null)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(300));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        if (address is not null)
            await page.GotoAsync(address);
        while (!await isThere())
        {
            await pause.WaitForNextTickAsync(patience.Token);
            await page.ReloadAsync();
        }
    }

    private static Task Send(IPage page) => page.Locator("main form[data-keep] button.btn:not(.quiet)").First.ClickAsync();

    [GeneratedRegex("/questions/[0-9a-f]{8}-")]
    private static partial Regex QuestionPage();

    [GeneratedRegex("\\p{Nd}|شخصان|واحد|أشخاص")]
    private static partial Regex Digit();
}
