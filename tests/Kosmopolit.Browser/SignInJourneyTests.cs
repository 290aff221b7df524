namespace Kosmopolit.Browser;

/// <summary>Signing in with the code from the mail, and out again, on a phone without script.</summary>
public sealed class SignInJourneyTests(Browsing browsing)
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

        await page.FillAsync("[name='Input.Code']", await browsing.Mailbox.CodeFor("member-umea@demo.example"));
        await page.ClickAsync("main button.btn");
        await page.WaitForURLAsync("**/me");

        // Their own page, and the same through others' eyes.
        Assert.True(await page.Locator("article.said").CountAsync() > 0);
        await page.ClickAsync("main a[href^='/me/preview']");
        await page.WaitForURLAsync("**/me/preview**");
        await page.GotoAsync("/sign-out");
        await page.ClickAsync("main button.btn");
        var answer = await page.GotoAsync("/me");
        Assert.Contains("/sign-in", answer!.Url, StringComparison.Ordinal);
    }
}
