using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Features.Members.Audiences;

/// <summary>"See my page as …" shows what such a reader is shown, and says what they can conclude.</summary>
[UsesDatabase]
public sealed class PreviewTests(Village village) : IClassFixture<Village>
{
    [Theory]
    [InlineData("visitor", false, false)]
    [InlineData("networks", true, false)]
    [InlineData("network", true, true)]
    public async Task The_preview_shows_what_such_a_reader_sees(string beholder, bool market, bool name)
    {
        var member = await Settled(beholder);
        using var self = await village.As($"prev-{beholder}@example.org");
        var preview = (await self.Open($"/me/preview?as={beholder}")).One(".preview").TextContent;
        using var reader = beholder switch
        {
            "visitor" => village.House.Reader(),
            "networks" => await village.As(village.Neighbour),
            _ => await village.As(village.Coordinator),
        };
        var page = (await reader.Open($"/people/{member.Slug}")).One("main").TextContent;
        foreach (var text in new[] { preview, page })
        {
            Assert.Equal(market, text.Contains("Iraq", StringComparison.Ordinal));
            Assert.Equal(name, text.Contains("Prim Prevue", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_name_beside_a_country_is_warned_of_and_a_rare_country_too()
    {
        await Settled("warned");
        using var self = await village.As("prev-warned@example.org");
        Assert.Contains("Your name stands beside Iraq", (await self.Open("/me/preview?as=network")).Text, StringComparison.Ordinal);
        Assert.Contains(
            "Your name is hidden, but fewer than 5",
            (await self.Open("/me/preview?as=networks")).Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("guessed", (await self.Open("/me/preview?as=visitor")).Text, StringComparison.Ordinal);
    }

    private Task<Member> Settled(string key) =>
        village.Settle(
            $"prev-{key}@example.org",
            "Prim Prevue",
            village.Home,
            m =>
            {
                m.ShowTo(Audience.Public);
                m.LiveIn(new("2480", Audience.AllNetworks));
                m.Declare(new MarketKnowledge(m.Id, new("IQ", Basis.Lived, 1998, 2009, "", null), Audience.AllNetworks));
            }
        );
}
