using Microsoft.Playwright;

namespace Kosmopolit.Browser;

/// <summary>What a first view costs on a phone subscription, everything counted as it travels.</summary>
public sealed class WeightTests(Browsing browsing)
{
    public static TheoryData<string> Pages => [.. Place.Names.Where(n => n is not ("components" or "personas" or "mail"))];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task First_view_is_light(string name)
    {
        var place = browsing.Places.Single(p => p.Name == name);
        await using var context = await browsing.Open("sv", 360, who: place.Who);
        var page = await context.NewPageAsync();
        var protocol = await context.NewCDPSessionAsync(page);
        var transferred = 0.0;
        protocol.Event("Network.loadingFinished").OnEvent += (_, e) => transferred += e!.Value.GetProperty("encodedDataLength").GetDouble();
        await protocol.SendAsync("Network.enable");
        await page.GotoAsync(place.Path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        var most = name.StartsWith("country", StringComparison.Ordinal) ? 40_000 : 100_000;
        Assert.InRange(transferred, 1_000, most);
    }
}
