using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Kosmopolit.Browser;

/// <summary>
/// A network from the first interest to the handover, as its facilitator and one of its members walk it; afterwards the
/// facilitator knocks on every door once more.
/// </summary>
public sealed partial class StartNetworkJourneyTests(Browsing browsing)
{
    private const string Home = "/networks/jamtland-vasternorrland";

    [Fact]
    public async Task Three_meetings_lead_to_a_network_that_its_members_run_alone()
    {
        await using var council = await browsing.Open("en", 1280, checks: true, who: "facilitator");
        await using var phone = await browsing.Open("en", 360, checks: true);
        var (facilitator, member) = (await council.NewPageAsync(), await phone.NewPageAsync());

        await facilitator.GotoAsync($"{Home}/history");
        await facilitator.FillAsync("[name='Input.Why']", "Forty-six people and firms would join.");
        await facilitator.ClickAsync("button[value=StartUp]");
        await facilitator.GotoAsync($"{Home}/start-up");

        string[] meetings = ["", "", ""];
        for (var number = 1; number <= 3; number++)
        {
            meetings[number - 1] = await Plan(facilitator, number);
            await Click(facilitator, "main aside form button");
            if (number == 1)
            {
                var (address, link) = await Invitation();
                await AnswerFromMail(phone, link);
                await SignIn(member, address);
            }
            await Come(member, meetings[number - 1]);
            await Hold(facilitator, meetings[number - 1], Day(number - 4));
        }
        await Draft(member);
        await Vote(facilitator, meetings[2]);
        await member.GotoAsync($"{Home}/election");
        await Click(member, "main .card form button.btn:not(.danger)");

        await facilitator.GotoAsync($"{Home}/handover");
        Assert.Empty(await LookTests.Violations(facilitator));
        await Click(facilitator, "main form button");
        Assert.Equal(0, await facilitator.Locator(".checks").CountAsync());
        Assert.Empty(await LookTests.Violations(facilitator));

        await NothingIsLeft(facilitator, meetings[2]);
        await member.GotoAsync($"{Home}/handover/record");
        Assert.True(await member.Locator(".signature-lines").IsVisibleAsync());
        Assert.Equal(200, (await member.GotoAsync($"{Home}/meetings/new"))!.Status);
    }

    /// <summary>Statutes and an election, in which some voted for nothing; the page of the meeting says so.</summary>
    private static async Task Vote(IPage facilitator, string meeting)
    {
        await facilitator.GotoAsync($"{Home}/statutes");
        await facilitator.FillAsync("[name='Input.For']", "16");
        await facilitator.FillAsync("[name='Input.Against']", "1");
        await facilitator.FillAsync("[name='Input.Abstained']", "3");
        await Click(facilitator, "main aside form button");
        await facilitator.GotoAsync($"{Home}/election");
        await facilitator.FillAsync("[name='Input.For']", "15");
        await facilitator.FillAsync("[name='Input.Blank']", "4");
        Assert.Empty(await LookTests.Violations(facilitator));
        await Click(facilitator, "main form.form button");
        await facilitator.GotoAsync(meeting);
        Assert.Contains("16 ", await facilitator.InnerTextAsync("main .ranked"), StringComparison.Ordinal);
        Assert.Empty(await LookTests.Violations(facilitator));
    }

    private static async Task<string> Plan(IPage page, int number)
    {
        await page.GotoAsync($"{Home}/meetings/new?number={number}");
        await page.FillAsync("[name='Input.Day']", Day(1));
        await page.FillAsync("[name='Input.Time']", "18:00");
        await page.FillAsync("[name='Input.Place']", "Storsjöteatern, Östersund");
        await Click(page, "main form button");
        return new Uri(page.Url).AbsolutePath;
    }

    // A member answers on the page and lets those who lead the meeting see them.
    private static async Task Come(IPage page, string meeting)
    {
        await page.GotoAsync(meeting);
        Assert.Empty(await LookTests.Violations(page));
        await page.CheckAsync("[name='Input.ShowsSelf']");
        await Click(page, "button[value=Yes]");
        Assert.Equal("true", await page.Locator("button[value=Yes]").GetAttributeAsync("aria-pressed"));
    }

    // The journey cannot wait for tomorrow: the meeting is moved to a day that has been, after the one before it.
    private static async Task Hold(IPage page, string meeting, string day)
    {
        await page.GotoAsync($"{meeting}/change");
        await page.FillAsync("[name='Input.Day']", day);
        await Click(page, "main form.form button");
        await page.GotoAsync($"{meeting}/list");
        Assert.True(await page.Locator(".signatures tbody tr").CountAsync() >= 20);
        await page.GotoAsync($"{meeting}/attendance");
        await page.FillAsync("[name='Input.Others']", "21");
        await Click(page, "main form button");
        await page.GotoAsync($"{meeting}/minutes");
        Assert.Empty(await LookTests.Violations(page));
        await page.FillAsync("[name='Input.Text']", "We met and agreed to go on.");
        await Click(page, "main form >> nth=0 >> button");
        await Click(page, "main form:not(.form) button.btn:not(.small)");
        Assert.DoesNotContain("/minutes", page.Url, StringComparison.Ordinal);
    }

    private static async Task Draft(IPage page)
    {
        await page.GotoAsync($"{Home}/statutes/edit");
        await page.FillAsync("[name='Input.Seat']", "Sundsvall");
        await page.FillAsync("[name='Input.Successor']", "ett annat nätverk");
        // One is chosen later on.
        await page.FillAsync("[name='Input.BoardLeast']", "1");
        await Click(page, "main form button");
        Assert.Contains("Sundsvall", await page.Locator(".statutes").First.InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task NothingIsLeft(IPage page, string meeting)
    {
        string[] closed =
        [
            $"{Home}/start-up",
            $"{Home}/meetings",
            $"{Home}/meetings/new",
            meeting,
            $"{meeting}/minutes",
            $"{meeting}/attendance",
            $"{meeting}/list",
            $"{Home}/skills",
            $"{Home}/groups",
            $"{Home}/statutes",
            $"{Home}/election",
            $"{Home}/requests",
            $"{Home}/invitations",
            $"{Home}/handover/record",
            $"{Home}/powers",
        ];
        foreach (var address in closed)
            Assert.Equal(404, (await page.GotoAsync(address))!.Status);
        await page.GotoAsync($"{Home}/history");
        Assert.Equal(0, await page.Locator("main form").CountAsync());
        await page.GotoAsync($"{Home}/interest");
        Assert.Equal(0, await page.Locator("main a[href^=mailto]").CountAsync());
    }

    /// <summary>Address of somebody who was invited, and the link that says yes for them.</summary>
    private async Task<(string Address, string Link)> Invitation()
    {
        var mail = await browsing.Mailbox.Newest("", AnswerLink());
        return (Address().Match(mail).Value, AnswerLink().Match(mail).Value);
    }

    // One tap: with script the answer is sent as soon as the page is seen.
    private static async Task AnswerFromMail(IBrowserContext context, string link)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(link);
        await page.Locator("main [role=status]").WaitForAsync();
        Assert.Empty(await LookTests.Violations(page));
    }

    private async Task SignIn(IPage page, string address)
    {
        await page.GotoAsync("/sign-in");
        await page.FillAsync("[name='Input.Email']", address);
        await Click(page, "main form button.btn");
        await page.FillAsync("[name='Input.Code']", await browsing.Mailbox.CodeFor(address));
        await Click(page, "main form button.btn");
        await page.WaitForURLAsync("**/me**");
    }

    // Presses, and waits for the page that the answer leads to.
    private static async Task Click(IPage page, string selector)
    {
        await page.RunAndWaitForResponseAsync(
            () => page.Locator(selector).First.ClickAsync(),
            answer => answer.Request is { IsNavigationRequest: true, Method: "GET" } && answer.Status == 200
        );
        await page.WaitForLoadStateAsync();
    }

    private static string Day(int away) =>
        TimeProvider.System.GetUtcNow().AddDays(away).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"https?://\S+/meeting-answers/\S+")]
    private static partial Regex AnswerLink();

    [GeneratedRegex(@"\S+@\S+")]
    private static partial Regex Address();
}
