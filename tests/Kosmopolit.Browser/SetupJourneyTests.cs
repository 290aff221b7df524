using System.Text.RegularExpressions;

namespace Kosmopolit.Browser;

/// <summary>A new operator opens an empty installation, in Production, and makes the first network.</summary>
public sealed partial class SetupJourneyTests(Browsing browsing)
{
    [Fact]
    public async Task Empty_installation_becomes_a_network()
    {
        await using var product = await Product.Start("Production");
        await using var context = await browsing.Open("sv", 360);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{product.Address}/countries/ir");
        Assert.EndsWith("/setup", page.Url, StringComparison.Ordinal);

        await page.FillAsync("[name='Input.Code']", Code().Match(product.Log).Groups[1].Value);
        await page.FillAsync("[name='Input.Email']", "not an address");
        await page.FillAsync("[name='Input.Name']", "Handelskammaren");
        await page.FillAsync("[name='Input.Network']", "Övre Norrland");
        await page.ClickAsync("main button.btn");
        Assert.True(await page.Locator(".field .error").First.IsVisibleAsync());
        Assert.Equal("Övre Norrland", await page.InputValueAsync("[name='Input.Network']"));

        await page.FillAsync("[name='Input.Email']", "operator@example.org");
        await page.CheckAsync("input[value='24']");
        await page.CheckAsync("input[value='25']");
        await page.ClickAsync("main button.btn");
        // Whoever set it up guides the start until they give that to somebody else.
        await page.WaitForURLAsync("**/me");
        Assert.True(await page.Locator("main a[href='/admin']").IsVisibleAsync());
        await page.ClickAsync("main a[href='/networks/ovre-norrland/interest']");
        await page.ClickAsync("main a[href='/networks/ovre-norrland']");
        Assert.Equal("Övre Norrland", await page.Locator("h1").InnerTextAsync());

        foreach (var gone in new[] { "/setup", "/dev/personas", "/dev/mail", "/dev/components" })
            Assert.Equal(404, (await page.GotoAsync(product.Address + gone))!.Status);
    }

    [GeneratedRegex("set-up code ([A-Z0-9-]{14})")]
    private static partial Regex Code();
}
