using Microsoft.Playwright;

namespace Kosmopolit.Browser;

/// <summary>
/// From an idea to a result: a member proposes, others discuss and vote in secret, the coordinator closes, anybody counts
/// again. In a network that votes at its meetings, so that a vote may last a minute.
/// </summary>
public sealed class VoteJourneyTests(Browsing browsing)
{
    private const string Network = "/networks/uppsala-gavleborg";
    private const string Coordinator = "coordinator-uppsala-gavleborg";
    private const string Member = "member-two-networks";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_proposal_is_discussed_voted_about_in_secret_closed_and_counted_again(bool script)
    {
        await using var hers = await browsing.Open("en", 360, who: Member, script: script);
        var member = await hers.NewPageAsync();
        await member.GotoAsync($"{Network}/proposals?lang=en");
        await member.ClickAsync("main .actions a.btn");
        await member.FillAsync("[name='Input.Title']", "Breakfast instead of dinner");
        await member.FillAsync("[name='Input.Text']", "We meet at seven in the morning.\nThose with children can come too.");
        await member.ClickAsync("main form button.btn");
        await member.WaitForURLAsync(url => Guid.TryParse(new Uri(url).Segments[^1], out _));
        var proposal = new Uri(member.Url).AbsolutePath;

        await using var his = await browsing.Open("en", 1280, who: Coordinator, script: script);
        var coordinator = await his.NewPageAsync();
        await coordinator.GotoAsync($"{proposal}?lang=en");
        await coordinator.FillAsync("[name='Said.Text']", "I bring the bread.");
        await coordinator.ClickAsync("#discussion form button.btn");
        await coordinator.Locator("#discussion .written", new() { HasText = "I bring the bread." }).WaitForAsync();

        await coordinator.GotoAsync($"{proposal}/call?lang=en");
        await coordinator.CheckAsync("[name='Input.IsSecret'][value=true]");
        var closes = SwedishTime.Minute(2);
        await coordinator.FillAsync("[name='Input.ClosesAt']", closes);
        await coordinator.ClickAsync("main form button.btn");
        await coordinator.Locator("main .card a.btn[href*='/vote']").WaitForAsync();

        var receipt = await Vote(member, proposal, "yes");
        await Vote(coordinator, proposal, "yes");
        Assert.Contains("cannot be changed", await Again(member, proposal), StringComparison.Ordinal);

        using var pause = new PeriodicTimer(TimeSpan.FromSeconds(5));
        for (var tries = 0; !coordinator.Url.Contains("/result", StringComparison.Ordinal); tries++)
        {
            Assert.True(tries < 40, "The vote could not be closed.");
            await pause.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            await coordinator.GotoAsync($"{proposal}/vote?lang=en");
            await coordinator.ClickAsync("form:has([value=close]) button");
            await coordinator.WaitForLoadStateAsync();
        }
        Assert.Equal("Adopted", await coordinator.Locator("h1").InnerTextAsync());

        await member.GotoAsync($"{proposal}/result?lang=en");
        await member.ClickAsync("#recount form button");
        await member.Locator("#recount [role=status]").WaitForAsync();
        Assert.Contains(receipt, await member.Locator("main table:not(.bars)").InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task<string> Vote(IPage page, string proposal, string choice)
    {
        await page.GotoAsync($"{proposal}/vote?lang=en");
        await page.CheckAsync($"[name='Input.Choice'][value={choice}]");
        await page.ClickAsync("form:has([name='Input.Choice']) button.btn");
        return await page.Locator("main .notice input.link").InputValueAsync();
    }

    private static async Task<string> Again(IPage page, string proposal)
    {
        await page.GotoAsync($"{proposal}/vote?lang=en");
        return await page.Locator("main").InnerTextAsync();
    }
}
