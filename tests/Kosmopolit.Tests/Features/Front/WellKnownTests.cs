using System.Globalization;
using System.Net;
using System.Text.Json;
using Kosmopolit.Tests.World;
using Kosmopolit.Tests.World.Databases;

namespace Kosmopolit.Tests.Features.Front;

[UsesDatabase]
public sealed class WellKnownTests
{
    [Theory]
    [InlineData("security@example.org", "mailto:security@example.org")]
    [InlineData("https://example.org/report", "https://example.org/report")]
    public async Task Researchers_find_the_contact_that_the_operator_named(string named, string shown)
    {
        await using var house = await House.Open(
            new Plan { Settings = new Dictionary<string, string?> { ["Kosmopolit:SecurityContact"] = named } }
        );
        using var reader = house.Reader();
        var text = (await reader.Open("/.well-known/security.txt")).Is(HttpStatusCode.OK).Body;
        Assert.Contains($"Contact: {shown}\n", text, StringComparison.Ordinal);
        var expires = DateTimeOffset.Parse(text.Split("Expires: ")[1].Split('\n')[0], CultureInfo.InvariantCulture);
        Assert.InRange(expires - house.Clock.GetUtcNow(), TimeSpan.FromDays(30), TimeSpan.FromDays(365));
    }

    [Fact]
    public async Task Without_a_contact_there_is_no_security_text()
    {
        await using var house = await House.Open();
        using var reader = house.Reader();
        (await reader.Open("/.well-known/security.txt")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_password_keeper_is_led_to_the_password_and_a_visitor_on_to_signing_in()
    {
        await using var house = await House.Open();
        using var reader = house.Reader();
        var answer = await reader.Once(new HttpRequestMessage(HttpMethod.Get, "/.well-known/change-password"));
        Assert.Equal((HttpStatusCode.Found, "/me/sign-in/password"), (answer.Status, answer.Headers.Location!.ToString()));
        Assert.Equal("/sign-in", (await reader.Open("/.well-known/change-password")).Address.AbsolutePath);
    }

    [Theory]
    [InlineData(Content.SetUp, "Disallow: /people\n")]
    [InlineData(Content.Demo, "Disallow: /\n")]
    public async Task Crawlers_are_asked_to_leave_people_alone_and_invented_ones_altogether(Content content, string line)
    {
        await using var house = await House.Open(new Plan { Content = content });
        using var reader = house.Reader();
        Assert.Contains(line, (await reader.Open("/robots.txt")).Is(HttpStatusCode.OK).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_manifest_names_things_that_are_there()
    {
        await using var house = await House.Open();
        using var reader = house.Reader();
        using var manifest = JsonDocument.Parse((await reader.Open("/app.webmanifest")).Is(HttpStatusCode.OK).Body);
        var icon = manifest.RootElement.GetProperty("icons")[0].GetProperty("src").GetString()!;
        (await reader.Open(icon)).Is(HttpStatusCode.OK);
        (await reader.Open(manifest.RootElement.GetProperty("start_url").GetString()!)).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_offline_worker_and_all_it_keeps_are_there()
    {
        await using var house = await House.Open();
        using var reader = house.Reader();
        var worker = (await reader.Open("/offline.js")).Is(HttpStatusCode.OK);
        Assert.Contains("worker-src 'self'", worker.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        (await reader.Open("/js/offline.js")).Is(HttpStatusCode.OK);
        var page = (await reader.Open("/offline")).Is(HttpStatusCode.OK);
        Assert.Equal(["en", "sv", "ar"], page.Html.QuerySelectorAll("main section").Select(s => s.GetAttribute("lang")));
        Assert.Empty(page.Links());
        var looks = page.Html.QuerySelectorAll("link[rel=stylesheet], link[rel=icon]").Select(l => l.GetAttribute("href")!).ToList();
        Assert.True(looks.Count >= 5, string.Join(' ', looks));
        foreach (var look in looks)
            (await reader.Open(look)).Is(HttpStatusCode.OK);
    }
}
