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
}
