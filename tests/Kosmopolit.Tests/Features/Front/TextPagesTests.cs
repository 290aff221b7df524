using System.Net;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Features.Front;

[UsesDatabase]
public sealed class TextPagesTests
{
    private const string Address = "hello@example.org";

    public static TheoryData<string> Pages => ["/about", "/privacy", "/accessibility", "/about/search"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_visitor_reads_it_and_finds_whom_to_write_to(string page)
    {
        await using var house = await House.Open(
            new Plan { Settings = new Dictionary<string, string?> { ["Kosmopolit:Contact"] = Address } }
        );
        using var reader = house.Reader();
        var text = (await reader.Open(page)).Is(HttpStatusCode.OK);
        text.One("h1");
        Assert.Equal($"mailto:{Address}", text.One("main a[href^=mailto]").GetAttribute("href"));
        Assert.Empty(reader.Cookies);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Without_a_contact_it_says_so_instead_of_linking_nowhere(string page)
    {
        await using var house = await House.Open(
            new Plan { Settings = new Dictionary<string, string?> { ["Kosmopolit:Contact"] = "not an address" } }
        );
        using var reader = house.Reader();
        var text = (await reader.Open(page)).Is(HttpStatusCode.OK);
        Assert.Empty(text.Html.QuerySelectorAll("a[href^=mailto]"));
        Assert.Contains("have not named an address", text.Text, StringComparison.Ordinal);
    }
}
