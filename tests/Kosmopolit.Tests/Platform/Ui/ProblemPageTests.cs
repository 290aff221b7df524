using System.Net;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Platform.Ui;

[UsesDatabase]
public sealed class ProblemPageTests
{
    [Fact]
    public async Task An_unknown_address_gets_a_page_in_the_readers_language()
    {
        await using var house = await House.Open();
        using var reader = house.Reader();
        var page = await reader.Open("/no/such/page?lang=ar");
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal("rtl", page.Html.DocumentElement.GetAttribute("dir"));
        Assert.NotEmpty(page.One("h1").TextContent);
    }

    [Fact]
    public async Task Only_the_hosts_that_were_named_are_answered_when_some_were()
    {
        var named = new Dictionary<string, string?> { ["AllowedHosts"] = "ours.example.org" };
        await using var house = await House.Open(new Plan { Settings = named });
        using var reader = house.Reader();
        Assert.Equal(HttpStatusCode.BadRequest, (await reader.Open("/health/live")).Status);
        await using var open = await House.Open();
        using var anybody = open.Reader();
        Assert.Equal(HttpStatusCode.OK, (await anybody.Open("/health/live")).Status);
    }
}
