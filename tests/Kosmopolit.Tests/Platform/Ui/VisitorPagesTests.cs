using System.Net;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Platform.Ui;

/// <summary>What visitors share and what they must not.</summary>
[UsesDatabase]
public sealed class VisitorPagesTests
{
    [Fact]
    public async Task A_page_is_made_once_for_all_visitors_of_a_language()
    {
        await using var house = await House.Open();
        using var first = house.Reader();
        using var second = house.Reader();
        await first.Open("/countries/se");
        var shared = await second.Open("/countries/se");
        Assert.NotNull(shared.Is(HttpStatusCode.OK).Headers.Age);
        second.Language = "ar";
        Assert.Equal("ar", (await second.Open("/countries/se")).Html.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_form_is_made_for_one_browser_alone()
    {
        await using var house = await House.Open();
        using var first = house.Reader();
        using var second = house.Reader();
        await first.Open("/sign-in");
        // With the form's cookie at hand nothing needs to be set; the page is no less this browser's own.
        await first.Open("/sign-in");
        var page = await second.Open("/sign-in");
        var answer = await second.Submit(page.Form("main form", ("Input.Email", "somebody@example.org")));
        Assert.Equal("/sign-in/code", answer.Is(HttpStatusCode.OK).Address.AbsolutePath);
    }
}
