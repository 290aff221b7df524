using Kosmopolit.Features.Search;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.World;
using Xunit;

namespace Kosmopolit.Tests.Features.Search;

/// <summary>A figure beside a filter is what the filter leaves.</summary>
[UsesDatabase]
public sealed class FacetTests : IAsyncLifetime
{
    private readonly SearchHouse _house = new();

    public async ValueTask InitializeAsync()
    {
        await _house.InitializeAsync();
        await _house.Store(
            SearchHouse.Person("Then", Audience.Public).Knows("YUCS", Audience.Public),
            SearchHouse.Person("Both", Audience.Public).Knows("YUCS", Audience.Public).Knows("BA", Audience.Public),
            SearchHouse.Person("Now", Audience.Public).Knows("BA", Audience.Public).Knows("RS", Audience.Public),
            SearchHouse.Person("Elsewhere", Audience.Public).Knows("AM", Audience.Public)
        );
        await _house.CatchUp();
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task A_country_counts_whom_its_filter_finds_those_who_knew_a_former_state_there_too()
    {
        var all = await _house.Find(new SearchQuestion("", Kinds.Person));
        Assert.Equal((3, 3, 3, 1), (Of(all, "BA"), Of(all, "RS"), Of(all, "YUCS"), Of(all, "AM")));
        foreach (var (code, count) in all.Facets.Country)
            Assert.Equal(count, (await _house.Find(new SearchQuestion("", Kinds.Person, Country: code))).Total);
        // Nobody knows it by this name: it is not offered.
        Assert.DoesNotContain("HR", all.Facets.Country.Keys);
    }

    private static int Of(SearchAnswer answer, string country) => answer.Facets.Country.GetValueOrDefault(country);
}
