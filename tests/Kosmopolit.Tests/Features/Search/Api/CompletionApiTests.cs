using System.Net;
using System.Text.Json;
using Kosmopolit.Features.Demo;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Features.Search.Api;

/// <summary>What the search box asks for while somebody types.</summary>
[UsesDatabase]
[Slow]
public sealed class CompletionApiTests(DemoHouse demo)
{
    [Theory]
    [InlineData("sv", "vem kan tull i pol", "vem kan tull i Polen", "Land")]
    [InlineData("en", "who knows customs in pol", "who knows customs in Poland", "Country")]
    [InlineData("ar", "من يعرف الجمارك في بولن", "من يعرف الجمارك في بولندا", "البلد")]
    public async Task A_word_comes_with_the_whole_question_in_the_readers_language(string language, string typed, string text, string label)
    {
        using var visitor = await demo.Visitor(language);
        var offers = await Offers(visitor, typed);
        var poland = offers.Single(o => Text(o, "kind") == "country" && Text(o, "key") == "PL");
        Assert.Equal((text, label, null), (Text(poland, "text"), Text(poland, "label"), Text(poland, "address")));
        Assert.InRange(offers.Count, 1, 8);
    }

    [Fact]
    public async Task A_network_comes_with_its_page_which_is_there()
    {
        await Words.Ready(await demo.Open());
        using var visitor = await demo.Visitor();
        var name = (await (await demo.Open()).All<Network>()).First(n => n.Slug == "skane").Name;
        var offer = (await Offers(visitor, $"who can help in {name}")).Single(o => Text(o, "key") == "skane");
        Assert.Equal(("network", "/networks/skane"), (Text(offer, "kind"), Text(offer, "address")));
        (await visitor.Open(Text(offer, "address")!)).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_member_of_the_network_is_offered_a_name_that_a_visitor_and_a_stranger_are_not()
    {
        var house = await demo.Open();
        await Words.Ready(house);
        using var member = await demo.SignedIn(Personas.MemberInUmea);
        using var stranger = await demo.SignedIn(Personas.MemberInSkane);
        using var visitor = await demo.Visitor();
        var home = (await house.All<Network>()).Single(n => n.Slug == "ovre-norrland").Id;
        var inside = (await house.All<Membership>())
            .Where(m => m.NetworkId == home && m.EndedAt == null)
            .Select(m => m.MemberId)
            .ToHashSet();
        var near = (await house.All<Member>()).First(m =>
            inside.Contains(m.Id)
            && Math.Min((int)m.Presence, (int)m.Name.Audience) == (int)Audience.MyNetwork
            && m.Name.Value.Contains(' ', StringComparison.Ordinal)
        );
        Assert.Contains(await Offers(member, near.Name.Value), o => Text(o, "address") == $"/people/{near.Slug}");
        Assert.DoesNotContain(await Offers(stranger, near.Name.Value), o => Text(o, "key") == near.Slug);
        Assert.DoesNotContain(await Offers(visitor, near.Name.Value), o => Text(o, "key") == near.Slug);
    }

    [Fact]
    public async Task No_answer_is_kept_anywhere_and_none_holds_a_figure()
    {
        using var visitor = await demo.Visitor("sv");
        var page = (await visitor.Open("/api/v1/completions?q=pol")).Is(HttpStatusCode.OK);
        Assert.Equal("no-store", page.Headers.CacheControl?.ToString());
        Assert.All(
            JsonDocument.Parse(page.Bytes).RootElement.EnumerateArray(),
            o => Assert.All(o.EnumerateObject(), p => Assert.NotEqual(JsonValueKind.Number, p.Value.ValueKind))
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=")]
    [InlineData("?q=%00%01pol%1f")]
    [InlineData("?q=%ED%A0%80")]
    [InlineData("?q=pol&q=ira")]
    public async Task Odd_requests_are_answered(string query)
    {
        using var visitor = await demo.Visitor();
        (await visitor.Open($"/api/v1/completions{query}")).Is(HttpStatusCode.OK);
    }

    private static async Task<IReadOnlyList<JsonElement>> Offers(Reader reader, string typed) =>
        [
            .. JsonDocument
                .Parse((await reader.Open($"/api/v1/completions?q={Uri.EscapeDataString(typed)}")).Is(HttpStatusCode.OK).Bytes)
                .RootElement.EnumerateArray(),
        ];

    private static string? Text(JsonElement offer, string name) => offer.GetProperty(name).GetString();
}
