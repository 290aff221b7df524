using System.Net;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Features.Countries;

/// <summary>A country, its map and its search count the same people.</summary>
[UsesDatabase]
public sealed class WhoKnowsTests
{
    [Theory]
    [InlineData("ru", 3, "1 of them knows only")]
    [InlineData("kz", 2, "2 of them know only")]
    [InlineData("fi", 0, null)]
    public async Task Whoever_knows_a_former_state_counts_once_for_each_country_on_its_ground(string code, int people, string? former)
    {
        await using var house = await House.Open();
        await Words.Ready(house);
        await house.Store(Somebody(house, "RU"), Somebody(house, "SUHH"), Somebody(house, "SUHH", "RU"));
        await Words.Settle(house);
        using var visitor = house.Reader();
        foreach (var address in new[] { "/", "/countries" })
            Assert.EndsWith(
                $": {people} people know it",
                (await visitor.Open(address)).One($"a[href='/countries/{code}'] title").TextContent,
                StringComparison.Ordinal
            );
        var country = (await visitor.Open($"/countries/{code}")).Is(HttpStatusCode.OK);
        Assert.Equal(people, country.Html.QuerySelectorAll("#people .person").Length);
        Assert.Equal(former is not null, country.One("#people").TextContent.Contains("of them know", StringComparison.Ordinal));
        Assert.Contains(former ?? "", country.One("#people").TextContent, StringComparison.Ordinal);
        // The index follows within a second.
        await Words.Come(
            async () => Page.Fold((await visitor.Open($"/search?kind=people&country={code}")).One("#hits")) == $"{people} people",
            TimeSpan.FromSeconds(10),
            $"{people} people in the search"
        );
    }

    private static Member Somebody(House house, params string[] markets)
    {
        var member = new Member($"p-{Guid.NewGuid():N}", null, new("Somebody", Audience.Public), house.Clock.GetUtcNow());
        member.ShowTo(Audience.Public);
        foreach (var market in markets)
            member.Declare(new MarketKnowledge(member.Id, new(market, Basis.Lived, 1980, 1990, "", null), Audience.Public));
        return member;
    }
}
