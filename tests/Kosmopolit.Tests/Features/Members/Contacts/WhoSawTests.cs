using System.Net;
using Kosmopolit.Features.Members.Contacts;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Features.Members.Contacts;

/// <summary>Whoever is signed in and sees how to reach somebody is told to that person, and to nobody else.</summary>
[UsesDatabase]
public sealed class WhoSawTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task A_look_at_contact_details_is_noted_once_a_day_for_their_owner_alone()
    {
        var owner = await village.Settle(
            "seen@example.org",
            "Seen",
            village.Home,
            m => m.Reach(new("reach@example.org", Audience.MyNetwork), new("", Audience.OnlyMe))
        );
        using var viewer = await village.As(village.Coordinator);
        Assert.Contains("reach@example.org", (await viewer.Open($"/people/{owner.Slug}")).Text, StringComparison.Ordinal);
        await viewer.Open($"/people/{owner.Slug}");
        using var self = await village.As("seen@example.org");
        await self.Open($"/people/{owner.Slug}");
        Assert.Single(await village.House.All<ContactShown>(), c => c.MemberId == owner.Id);
        var page = await self.Open("/me/seen");
        Assert.Contains("Anna", page.One("table").TextContent, StringComparison.Ordinal);
        Assert.Empty((await viewer.Open("/me/seen")).Html.QuerySelectorAll("table"));
    }

    [Fact]
    public async Task Who_sees_a_page_without_contact_details_leaves_no_trace()
    {
        var owner = await village.Settle(
            "shy@example.org",
            "Shy",
            village.Home,
            m => m.Reach(new("shy@example.org", Audience.OnlyMe), new("", Audience.OnlyMe))
        );
        using var viewer = await village.As(village.Coordinator);
        (await viewer.Open($"/people/{owner.Slug}")).Is(HttpStatusCode.OK);
        Assert.DoesNotContain(await village.House.All<ContactShown>(), c => c.MemberId == owner.Id);
    }
}
