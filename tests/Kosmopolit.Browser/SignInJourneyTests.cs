using System.Text.RegularExpressions;

namespace Kosmopolit.Browser;

/// <summary>Signing in with the code from the mail, and out again, on a phone without script.</summary>
public sealed partial class SignInJourneyTests(Browsing browsing)
{
    [Fact]
    public async Task Member_signs_in_with_the_code_from_the_mail()
    {
        await using var context = await browsing.Open("ar", 360, script: false);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.FillAsync("[name='Input.Email']", "member-umea@demo.example");
        await page.ClickAsync("main button.btn");
        await page.WaitForURLAsync("**/sign-in/code?**");

        await page.FillAsync("[name='Input.Code']", "000000");
        await page.ClickAsync("main button.btn");
        Assert.True(await page.Locator("[role=alert]").IsVisibleAsync());

        var mailbox = await context.NewPageAsync();
        await mailbox.GotoAsync("/dev/mail");
        var code = SixDigits().Match(await mailbox.Locator("article.said").First.InnerTextAsync()).Value;
        await page.FillAsync("[name='Input.Code']", code);
        await page.ClickAsync("main button.btn");
        await page.WaitForURLAsync("**/me");

        // Their own page, with more on it than others see.
        await page.ClickAsync("main a.btn[href^='/people/']");
        Assert.True(await page.Locator("article.said").CountAsync() > 0);
        await page.GotoAsync("/sign-out");
        await page.ClickAsync("main button.btn");
        var answer = await page.GotoAsync("/me");
        Assert.Contains("/sign-in", answer!.Url, StringComparison.Ordinal);
    }

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex SixDigits();
}
