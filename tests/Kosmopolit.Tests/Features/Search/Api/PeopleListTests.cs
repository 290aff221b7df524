using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kosmopolit.Features.Demo;
using Kosmopolit.Tests.World;
using Kosmopolit.Tests.World.Databases;

namespace Kosmopolit.Tests.Features.Search.Api;

/// <summary>
/// Lists of people per country, topic, language, trade and region: the page and the API agree, the number beside a choice is
/// the number that comes, and walking the pages by their keys meets everybody once.
/// </summary>
[UsesDatabase]
[Slow]
public sealed partial class PeopleListTests(DemoHouse demo)
{
    [Theory]
    [InlineData("country")]
    [InlineData("topic")]
    [InlineData("language")]
    [InlineData("sector")]
    [InlineData("region")]
    public async Task A_filter_finds_as_many_as_it_promises_on_the_page_and_in_the_API(string filter)
    {
        await Words.Ready(await demo.Open());
        using var visitor = await demo.Visitor();
        using var member = await demo.SignedIn(Personas.MemberInUmea);
        var totals = new List<int>();
        foreach (var reader in new[] { visitor, member })
        {
            var (code, promised) = Middling((await Json(reader, "/api/v1/people?count=1")).GetProperty("facets").GetProperty(filter));
            var people = await Walk(reader, $"/api/v1/people?{filter}={Uri.EscapeDataString(code)}&count=9");
            Assert.Equal(promised, people.Count);
            Assert.Equal(people.Count, people.Select(p => p.GetProperty("slug").GetString()).Distinct().Count());
            Assert.All(people, p => Assert.True(Fits(filter, code, p), $"{code}: {p}"));
            var page = (await reader.Open($"/people?{filter}={Uri.EscapeDataString(code)}")).Is(HttpStatusCode.OK);
            Assert.Equal(promised, int.Parse(Number().Match(Page.Fold(page.One("#hits"))).Value, CultureInfo.InvariantCulture));
            totals.Add((await Json(reader, "/api/v1/people?count=1")).GetProperty("total").GetInt32());
        }
        Assert.True(totals[0] < totals[1], "A visitor finds as many as a member.");
    }

    [Fact]
    public async Task The_first_page_in_the_API_is_the_first_page_on_the_site_in_the_same_order()
    {
        await Words.Ready(await demo.Open());
        using var visitor = await demo.Visitor();
        const string filter = "country=VN&topic=customs";
        var page = (await visitor.Open($"/people?{filter}")).Html.QuerySelectorAll(".hit h3 a").Select(a => a.GetAttribute("href")![8..]);
        var list = (await Json(visitor, $"/api/v1/people?{filter}")).GetProperty("people").EnumerateArray();
        Assert.Equal(page, list.Select(p => p.GetProperty("slug").GetString()));
    }

    // Enough people to need several pages, and not everybody.
    private static (string Code, int Count) Middling(JsonElement facet)
    {
        var codes = facet
            .EnumerateObject()
            .Select(c => (c.Name, Count: c.Value.GetInt32()))
            .OrderBy(c => c.Count)
            .ThenBy(c => c.Name)
            .ToList();
        Assert.True(codes.Count > 2, "The demonstration has too few.");
        return codes[codes.Count * 3 / 4];
    }

    private static bool Fits(string filter, string code, JsonElement person) =>
        filter switch
        {
            "topic" => Each(person, "markets").SelectMany(m => m.GetProperty("topics").EnumerateArray()).Any(t => t.GetString() == code),
            "language" => Each(person, "languages").Any(l => l.GetProperty("language").GetString() == code),
            "region" => person.GetProperty("municipality").GetString()!.StartsWith(code, StringComparison.Ordinal),
            "country" => Each(person, "markets")
                .Any(m => m.GetProperty("country").GetString() == code || m.GetProperty("country").GetString()!.Length > 2),
            // A trade may be that of a firm, which stands on the person's own address.
            _ => true,
        };

    private static JsonElement.ArrayEnumerator Each(JsonElement person, string list) => person.GetProperty(list).EnumerateArray();

    private static async Task<List<JsonElement>> Walk(Reader reader, string address)
    {
        var people = new List<JsonElement>();
        string? after = null;
        do
        {
            var page = await Json(reader, after is null ? address : $"{address}&after={Uri.EscapeDataString(after)}");
            people.AddRange(page.GetProperty("people").EnumerateArray());
            after = page.GetProperty("after").GetString();
        } while (after is not null && people.Count < 2000);
        return people;
    }

    private static async Task<JsonElement> Json(Reader reader, string address) =>
        JsonDocument.Parse((await reader.Open(address)).Is(HttpStatusCode.OK).Bytes).RootElement;

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
