using AngleSharp.Dom;
using Kosmopolit.Features.Knowledge.Gaps;
using Kosmopolit.Features.Knowledge.Questions;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Features.Knowledge;

/// <summary>The map of what is missing counts everything that is asked for, where texts about it would stand.</summary>
[UsesDatabase]
public sealed class GapMapTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task Searches_for_a_part_of_business_stand_under_business()
    {
        var today = DateOnly.FromDateTime(village.House.Clock.GetUtcNow().UtcDateTime);
        await village.House.Store(
            new Gap(today, "LR", "customs", ""),
            new Gap(today, "LR", "payment", ""),
            new Gap(today, "LR", "etiquette", "")
        );
        // A search is no event: the map is drawn anew with the next thing that happens.
        await village.House.Store(new Question(null, new("TG", "", "en"), new(Reach.Public), village.House.Clock.GetUtcNow()));
        using var visitor = village.House.Reader();
        await Shows("2", visitor, "LR", "Doing business", "Searches without an answer");
        await Shows("1", visitor, "LR", "Business culture", "Searches without an answer");
    }

    [Fact]
    public async Task A_question_that_waits_is_asked_for_by_those_who_may_read_it()
    {
        var now = village.House.Clock.GetUtcNow();
        var open = new Question(null, new("GW", "religion", "en"), new(Reach.Public), now);
        var inside = new Question(null, new("GW", "religion", "en"), new(Reach.Network, village.Home.Id), now);
        await village.House.Store(open, inside);
        using var visitor = village.House.Reader();
        await Shows("1", visitor, "GW", "Religion", "Open questions");
        using var anna = await village.As(village.Coordinator);
        await Shows("2", anna, "GW", "Religion", "Open questions");
    }

    [Fact]
    public async Task Firms_that_sell_there_and_people_who_look_there_count_and_those_who_left_do_not()
    {
        var now = village.House.Clock.GetUtcNow();
        await village.Settle("vera@example.org", "Vera", village.Home, m => m.Seek(new("An agent in Suriname", Audience.MyNetwork), "en"));
        var firm = new Firm($"f-{Guid.NewGuid():N}", new("Tidsnord", Audience.Public), now);
        firm.ShowTo(Audience.Public);
        firm.SellTo(new ExportMarket(firm.Id, "SR", 2020, Audience.Public));
        var former = new Firm($"f-{Guid.NewGuid():N}", new("Fornnord", Audience.Public), now);
        former.ShowTo(Audience.Public);
        var market = new ExportMarket(former.Id, "SR", 2001, Audience.Public);
        market.Correct("SR", 2001, 2009, Audience.Public);
        former.SellTo(market);
        await village.House.Store(firm, former);
        using var visitor = village.House.Reader();
        await Shows("1", visitor, "SR", "Doing business", "Sell or look for something there");
        using var anna = await village.As(village.Coordinator);
        await Shows("2", anna, "SR", "Doing business", "Sell or look for something there");
    }

    [Fact]
    public async Task Whoever_looks_again_and_again_or_narrows_down_misses_one_thing()
    {
        await Words.Ready(village.House);
        using var anna = await village.As(village.Coordinator);
        for (var i = 0; i < 3; i++)
            await anna.Open("/search?q=Palau");
        await anna.Open("/search?q=Palau&topic=customs");
        Assert.Single(await village.House.All<Gap>(), g => g.Country == "PW");
        using var nils = await village.As(village.Neighbour);
        await nils.Open("/search?q=Palau");
        Assert.Equal(2, (await village.House.All<Gap>()).Count(g => g.Country == "PW"));
    }

    // What is drawn for a company is kept until a node has seen what happened, within a second.
    private static Task Shows(string figure, Reader reader, string country, string topic, string column) =>
        Words.Come(
            async () => await Cell(reader, country, topic, column) == figure,
            TimeSpan.FromSeconds(30),
            $"{figure} in {country}, {topic}, {column}"
        );

    private static async Task<string?> Cell(Reader reader, string country, string topic, string column)
    {
        var page = await reader.Open("/gaps");
        var row = page
            .Html.QuerySelectorAll("tbody tr")
            .SingleOrDefault(r =>
                r.QuerySelector("th a")!.GetAttribute("href")!.EndsWith($"/{country.ToLowerInvariant()}", StringComparison.Ordinal)
                && r.QuerySelector("td")!.TextContent == topic
            );
        return row?.QuerySelectorAll("td").SingleOrDefault(c => c.GetAttribute("data-label") == column)?.TextContent;
    }
}
