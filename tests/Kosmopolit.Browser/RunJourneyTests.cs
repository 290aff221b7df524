using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Kosmopolit.Browser;

/// <summary>
/// A coordinator's quarter of an hour: from the desk to somebody who wants in, a list with a broken row, and the change of
/// mind about it. With and without script.
/// </summary>
public sealed partial class RunJourneyTests(Browsing browsing)
{
    private const string List = "Namn;E-post;Kommun\nStina Rask;{0}@example.org;Malmö\nTrasig Rad;ingen adress;Malmö\n";

    // The e-mail of the persona coordinator-skane.
    private const string Coordinator = "coordinator-skane@demo.example";

    [Theory]
    [InlineData("sv", true, 360)]
    [InlineData("ar", false, 1280)]
    public async Task The_desk_leads_through_the_week(string language, bool script, int width)
    {
        var email = $"applies-{language}@example.org";
        await Apply(email);
        await using var context = await browsing.Open("en", width, script: script, who: "coordinator-skane");
        var page = await context.NewPageAsync();

        // It is Monday; the mail's link leads to the desk, the desk to what waits.
        await page.GotoAsync("/dev/monday");
        await page.ClickAsync("main form button.btn");
        await page.WaitForURLAsync("**/dev/mail**");
        var mail = await browsing.Mailbox.Newest(Coordinator, Desk());
        await page.GotoAsync(new Uri(Desk().Match(mail).Value).AbsolutePath + $"?lang={language}");
        await page.ClickAsync("main a[href*='/networks/skane/requests']:not(nav a)");
        await page.Locator($"article:has-text('{email}') button[value=Accepted]").First.ClickAsync();
        await page.WaitForLoadStateAsync();
        Assert.Equal(0, await page.Locator($"article:has-text('{email}')").CountAsync());

        // A list with a broken row: seen, confirmed, undone.
        await page.GotoAsync($"/networks/skane/imports?lang={language}");
        var stina = $"stina-{language}";
        await page.SetInputFilesAsync(
            "input[name=Sheet]",
            new FilePayload
            {
                Name = "lista.csv",
                MimeType = "text/csv",
                Buffer = Encoding.UTF8.GetBytes(List.Replace("{0}", stina, StringComparison.Ordinal)),
            }
        );
        await page.ClickAsync("main form button.btn");
        await page.Locator("tr.out").WaitForAsync();
        Assert.Equal(1, await page.Locator("tr.out").CountAsync());
        await page.ClickAsync("form:has(select[name=Language]) button.btn");
        await page.Locator("button.danger").WaitForAsync();
        await browsing.Mailbox.Newest($"{stina}@example.org", Link());
        await page.ClickAsync("button.danger");
        await page.Locator("button.danger").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.GotoAsync($"/networks/skane/members?lang={language}");
        Assert.DoesNotContain("Stina Rask", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    // Somebody asks to join, on a phone, without an invitation.
    private async Task Apply(string email)
    {
        await using var context = await browsing.Open("en", 360);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/join/skane");
        await page.FillAsync("main [name='Input.Email']", email);
        await page.ClickAsync("main form button.btn");
        await page.FillAsync("[name='Input.Code']", await browsing.Mailbox.CodeFor(email));
        await page.ClickAsync("main form button.btn");
        await page.ClickAsync("button[value=yes]");
        await page.FillAsync("[name='Input.Name']", email);
        await page.ClickAsync("main form button.btn");
        await page.WaitForURLAsync("**/me/markets/new**");
        await page.GotoAsync("/join/skane/send");
        await page.ClickAsync("main form button.btn");
        await page.WaitForLoadStateAsync();
    }

    [GeneratedRegex(@"https?://\S+/networks/skane/desk\b")]
    private static partial Regex Desk();

    [GeneratedRegex("https?://")]
    private static partial Regex Link();
}
