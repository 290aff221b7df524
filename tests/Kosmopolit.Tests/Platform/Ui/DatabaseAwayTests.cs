using System.Net;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.World;
using Kosmopolit.Tests.World.Databases;

namespace Kosmopolit.Tests.Platform.Ui;

/// <summary>A database that is away is a moment's trouble: said plainly, with a time to come back, and over when it is over.</summary>
[UsesDatabase]
public sealed class DatabaseAwayTests
{
    [Fact]
    public async Task While_the_database_is_away_pages_say_so_and_afterwards_they_are_back()
    {
        await using var outage = await Outage.Prepare(new Plan());
        using var visitor = outage.House.Reader();
        using var member = outage.House.Reader();
        await outage.House.Store(new Account("member@example.org", "ar", outage.House.Clock.GetUtcNow()));
        await member.SignIn("member@example.org");
        (await visitor.Open("/networks/before")).Is(HttpStatusCode.NotFound);
        (await member.Open("/me")).Is(HttpStatusCode.OK);

        await outage.Begin();
        visitor.Language = "ar";
        var page = (await visitor.Open("/networks/during")).Is(HttpStatusCode.ServiceUnavailable);
        Assert.Equal(30, page.Headers.RetryAfter?.Delta?.TotalSeconds);
        Assert.Equal("rtl", page.Html.DocumentElement.GetAttribute("dir"));
        Assert.NotEmpty(page.One("h1").TextContent);
        (await member.Open("/me")).Is(HttpStatusCode.ServiceUnavailable);
        (await visitor.Open("/health/live")).Is(HttpStatusCode.OK);
        (await visitor.Open("/health/ready")).Is(HttpStatusCode.ServiceUnavailable);

        outage.End();
        (await visitor.Open("/networks/after")).Is(HttpStatusCode.NotFound);
        (await member.Open("/me")).Is(HttpStatusCode.OK);
        (await visitor.Open("/health/ready")).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_first_pages_wait_until_the_database_is_prepared()
    {
        await using var house = await House.Open(new Plan { Ready = false });
        using var reader = house.Reader();
        (await reader.Open("/health/live")).Is(HttpStatusCode.OK);
        (await reader.Open("/health/ready")).Is(HttpStatusCode.ServiceUnavailable);
        var page = reader.Open("/networks");
        Assert.False(page.IsCompleted);
        await global::Kosmopolit.Commands.Serve.Prepare(house.App, Until.Stopped);
        (await page).Is(HttpStatusCode.OK);
        (await reader.Open("/health/ready")).Is(HttpStatusCode.OK);
    }
}
