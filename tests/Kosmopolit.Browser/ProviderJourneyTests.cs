using Microsoft.Playwright;

namespace Kosmopolit.Browser;

/// <summary>Signing in through another service, on a phone: linked first with a yes, then with a tap; nobody else gets in.</summary>
public sealed class ProviderJourneyTests(Browsing browsing)
{
    private const string Member = "member-umea@demo.example";

    [Fact]
    public async Task Member_links_a_certified_service_and_comes_in_through_it()
    {
        await browsing.Service.Start(browsing.Address);
        await using (var context = await browsing.Open("sv", 360))
        {
            var page = await SignIn(context);
            await page.GotoAsync("/sign-in/providers/chamber");
            await BeAt(page, "vera");
            await page.WaitForURLAsync("**/me/sign-in/providers/link");
            await page.ClickAsync("main button.btn");
            await page.WaitForURLAsync("**/me/sign-in");
            Assert.True(await page.GetByText("Chamber").First.IsVisibleAsync());
        }

        await using (var phone = await browsing.Open("ar", 360))
        {
            var page = await phone.NewPageAsync();
            await page.GotoAsync("/sign-in");
            await page.ClickAsync("main a[href^='/sign-in/providers/chamber']");
            await BeAt(page, "vera");
            await page.WaitForURLAsync("**/me");
        }

        await using var stranger = await browsing.Open("en", 360);
        var outside = await stranger.NewPageAsync();
        await outside.GotoAsync("/sign-in/providers/chamber");
        await BeAt(outside, "mallory");
        await outside.WaitForURLAsync("**/sign-in?**");
        Assert.True(await outside.Locator("main [role=status]").First.IsVisibleAsync());
        Assert.Contains("/sign-in", (await outside.GotoAsync("/me"))!.Url, StringComparison.Ordinal);
    }

    private async Task<IPage> SignIn(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.FillAsync("[name='Input.Email']", Member);
        await page.ClickAsync("main button.btn");
        await page.WaitForURLAsync("**/sign-in/code?**");
        await page.FillAsync("[name='Input.Code']", await browsing.Mailbox.CodeFor(Member));
        await page.ClickAsync("main button.btn");
        await page.WaitForURLAsync("**/me");
        return page;
    }

    // The service's own pages: who are you, and may that site know it?
    private async Task BeAt(IPage page, string name)
    {
        await page.WaitForURLAsync($"{browsing.Service.Address}/**");
        await page.FillAsync("[name=login]", name);
        await page.FillAsync("[name=password]", "anything");
        await page.ClickAsync("button[type=submit]");
        await page.Locator("input[value=consent]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.ClickAsync("button[type=submit]");
    }
}
