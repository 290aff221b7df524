using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Tests.Features.Members.Audiences;

/// <summary>
/// Whoever narrows an audience is forgotten within two seconds by every page, count, map and search that was kept, and
/// whoever did not is still there.
/// </summary>
[UsesDatabase]
public sealed partial class FreshnessTests : IAsyncLifetime
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    private House _house = null!;
    private Member _hides = null!;
    private Member _stays = null!;

    public async ValueTask InitializeAsync()
    {
        _house = await House.Open();
        var now = _house.Clock.GetUtcNow();
        var network = new Network("nord", "Nord", ["2480"], now, null);
        network.Enter(Stage.Independent, now, null, "");
        await _house.Store(network);
        _hides = Somebody("Quillifer", network.Id);
        _stays = Somebody("Brumhilda", network.Id);
        await _house.Store(_hides, _stays);
        await Words.Ready(_house);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Somebody_who_hides_is_forgotten_everywhere_and_the_other_stays()
    {
        using var visitor = _house.Reader();
        await Known(visitor, 2, "Quillifer", "Brumhilda");
        await Change(m => m.ShowTo(Audience.OnlyMe));
        await Forgotten(visitor, async () => await Tell(visitor) is { Count: 1, Page: HttpStatusCode.NotFound } told && Only(told));
    }

    [Fact]
    public async Task A_name_and_a_sentence_that_are_narrowed_are_forgotten_and_the_rest_stays()
    {
        using var visitor = _house.Reader();
        await Known(visitor, 2, "Quillifer", "Brumhilda");
        Assert.Contains("Quillifers råd", (await visitor.Open($"/people/{_hides.Slug}")).Text, StringComparison.Ordinal);
        await Change(m => m.Give(m.Offer.For(Audience.MyNetwork), "sv"));
        await Forgotten(
            visitor,
            async () =>
                !(await visitor.Open($"/people/{_hides.Slug}"))
                    .Is(HttpStatusCode.OK)
                    .Text.Contains("Quillifers råd", StringComparison.Ordinal)
                && !(await visitor.Open("/search?q=Quillifers+r%C3%A5d"))
                    .Html.QuerySelector(".results")!
                    .TextContent.Contains("Quillifers råd", StringComparison.Ordinal)
        );
        await Known(visitor, 2, "Quillifer", "Brumhilda");
    }

    private static bool Only(Told told) =>
        told.Names.Contains("Brumhilda", StringComparison.Ordinal) && !told.Names.Contains("Quillifer", StringComparison.Ordinal);

    private async Task Known(Reader reader, int people, params string[] names)
    {
        await Words.Settle(_house);
        Told? told = null;
        await Words.Come(async () => (told = await Tell(reader)).Count == people, TimeSpan.FromSeconds(20), $"All counts, {told}");
        Assert.All(names, n => Assert.Contains(n, told!.Names, StringComparison.Ordinal));
        // Twice, so that whatever can be kept is kept.
        Assert.Equal(told, await Tell(reader));
    }

    private async Task Change(Action<Member> change)
    {
        await _house.Do(async db =>
        {
            change(await db.Members.SingleAsync(m => m.Id == _hides.Id));
            await db.SaveChangesAsync();
        });
        await Words.Settle(_house);
    }

    private static Task Forgotten(Reader reader, Func<Task<bool>> isForgotten) =>
        Words.Come(isForgotten, Soon, $"Forgetting, by {reader.Language},");

    /// <summary>All that the site says about the two; the count is −1 while its pages disagree.</summary>
    private async Task<Told> Tell(Reader reader)
    {
        var front = await reader.Open("/");
        var country = await reader.Open("/countries/km");
        var search = await reader.Open("/search?kind=people&country=km");
        var words = await reader.Open("/search?kind=people&q=Comoros");
        var people = await reader.Open("/people?country=km");
        var network = await reader.Open("/networks/nord");
        var list = await reader.Open("/countries");
        var page = await reader.Open($"/people/{_hides.Slug}");
        int[] counts =
        [
            First(front.Html.QuerySelector("a[href='/countries/km'] title")?.TextContent),
            First(list.Html.QuerySelector("a[href='/countries/km'] title")?.TextContent),
            First(country.Html.QuerySelector(".country .words > p:not(.crumb):not(.names)")?.TextContent),
            country.Html.QuerySelectorAll("#people .person").Length,
            First(search.Html.QuerySelector("#hits")?.TextContent),
            search.Html.QuerySelectorAll(".hit").Length,
            First(words.Html.QuerySelector("#hits")?.TextContent),
            First(people.Html.QuerySelector("#hits")?.TextContent),
            people.Html.QuerySelectorAll(".hit").Length,
            network.Html.QuerySelectorAll("main .person").Length,
            First(network.Html.QuerySelector("a[href='/countries/km'] .count")?.TextContent),
        ];
        var names = string.Join(
            '|',
            new[] { front, country, search, words, network }.SelectMany(p =>
                new[] { "Quillifer", "Brumhilda" }.Where(n => p.Text.Contains(n, StringComparison.Ordinal))
            )
        );
        return new Told(counts.Distinct().Count() == 1 ? counts[0] : -1, names, page.Status) { All = string.Join(' ', counts) };
    }

    private static int First(string? text) =>
        Number().Match(text ?? "") is { Success: true } number ? int.Parse(number.Value, CultureInfo.InvariantCulture) : 0;

    private Member Somebody(string name, Guid network)
    {
        var member = new Member($"p-{name.ToLowerInvariant()}", null, new(name, Audience.Public), _house.Clock.GetUtcNow());
        member.ShowTo(Audience.Public);
        member.Join(network, _house.Clock.GetUtcNow(), Audience.Public);
        member.LiveIn(new("2480", Audience.Public));
        member.Give(new($"{name}s råd om krydda", Audience.Public), "sv");
        member.Declare(
            new MarketKnowledge(member.Id, new("KM", Basis.Traded, 2001, null, "", null), Audience.Public).About(
                Topics.None,
                $"{name} säljer vanilj",
                "sv"
            )
        );
        return member;
    }

    private sealed record Told(int Count, string Names, HttpStatusCode Page)
    {
        public string All { get; init; } = "";
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
