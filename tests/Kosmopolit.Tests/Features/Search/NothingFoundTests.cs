using Kosmopolit.Features.Knowledge.Gaps;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Search;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kosmopolit.Tests.Features.Search;

/// <summary>Nobody found: the nearest thing is offered, and the gap is remembered without the person.</summary>
[UsesDatabase]
public sealed class NothingFoundTests : IAsyncLifetime
{
    private readonly SearchHouse _house = new();

    public async ValueTask InitializeAsync()
    {
        await _house.InitializeAsync();
        await _house.Store(
            SearchHouse.Person("One", Audience.Public).Knows("TR", Audience.Public, topics: Topics.Culture),
            SearchHouse.Person("Two", Audience.Public).Knows("TR", Audience.Public).Knows("AM", Audience.Public),
            SearchHouse.Person("Zephyrine Quorlander", Audience.MyNetwork, Audience.MyNetwork).Knows("AZ", Audience.MyNetwork),
            SearchHouse.Person("Hidden", Audience.OnlyMe).Knows("GE", Audience.OnlyMe).Knows("IQ", Audience.OnlyMe)
        );
        await _house.CatchUp();
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task The_least_important_filter_is_taken_away_first()
    {
        var answer = await _house.Find(new SearchQuestion("", Kinds.Person, "TR", "customs"));
        Assert.Empty(answer.Hits);
        Assert.Equal(LeadKind.Topic, answer.Nearest!.Dropped!.Kind);
        Assert.Equal(2, answer.Nearest.Total);
        Assert.Equal(2, (await _house.Find(answer.Nearest.Wider!)).Total);
    }

    [Fact]
    public async Task A_word_for_a_place_that_stands_in_the_way_is_taken_away_too()
    {
        var answer = await _house.Find("vem kan Turkiet i Kiruna");
        Assert.Empty(answer.People());
        Assert.Equal(LeadKind.Region, answer.Nearest!.Dropped!.Kind);
        Assert.Equal(2, (await _house.Find(answer.Nearest.Wider!)).TotalsByKind[Kinds.Person]);
    }

    [Fact]
    public async Task Neighbours_that_visible_people_know_are_offered_and_no_others()
    {
        var nearest = (await _house.Find("vem kan Iran")).Nearest!;
        Assert.Equal([new Neighbour("TR", 2), new Neighbour("AM", 1)], nearest.Neighbours);
    }

    [Fact]
    public async Task A_slip_of_the_finger_is_met_with_the_name_that_was_meant()
    {
        var nearest = (await _house.Find(new SearchQuestion("Turkeit", Kinds.Person))).Nearest;
        Assert.Contains(nearest!.DidYouMean, m => m.Code == "TR");
    }

    [Fact]
    public async Task What_was_meant_is_never_taken_from_what_somebody_hid()
    {
        // A name, and a country that only people unseen know: neither the spelling nor the neighbours give them away.
        foreach (var slip in new[] { "Zephyrina Quorlandr", "Quorlandre", "zephirine" })
        {
            var answer = await _house.Find(new SearchQuestion(slip, Kinds.Person));
            Assert.Equal(0, answer.Total);
            Assert.All(answer.Nearest?.DidYouMean ?? [], m => Assert.True(m.Kind is LeadKind.Country or LeadKind.Language));
            Assert.Empty(await _house.Complete(slip[..6]));
        }
        var near = (await _house.Find("vem kan Iran")).Nearest!;
        Assert.DoesNotContain(near.Neighbours, n => n.Country is "AZ" or "IQ");
        Assert.DoesNotContain(await _house.Complete("Quorl"), c => c.Kind is not Kinds.Country);
    }

    [Fact]
    public async Task A_gap_keeps_codes_and_day_and_never_the_words()
    {
        await _house.Find("min hemliga fråga om tullen i Eritrea");
        var gap = Assert.Single(await Gaps());
        Assert.Equal(("ER", "customs", ""), (gap.Country, gap.Topic, gap.Language));
        Assert.Equal(new DateOnly(2026, 11, 23), gap.Day);
        // A key with the time of its making would bring the hour back in.
        Assert.Equal(4, gap.Id.Version);
        Assert.Equal(
            ["Country", "Day", "Id", "Language", "Topic"],
            typeof(Gap).GetProperties().Where(p => p.Name != "Events").Select(p => p.Name).Order()
        );
    }

    [Fact]
    public async Task No_gap_is_remembered_when_somebody_was_found_or_no_code_was_meant()
    {
        await _house.Find("vem kan Turkiet");
        await _house.Find("alldeles obegripligt");
        await _house.Find(new SearchQuestion("Eritrea", Kinds.Country));
        Assert.Empty(await Gaps());
    }

    private Task<List<Gap>> Gaps() => _house.In(db => db.Set<Gap>().AsNoTracking().ToListAsync());
}
