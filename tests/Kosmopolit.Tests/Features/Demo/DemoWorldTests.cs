using Kosmopolit.Features.Demo;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Networks;
using Xunit;

namespace Kosmopolit.Tests.Features.Demo;

public sealed class DemoWorldTests
{
    private static readonly DemoWorld World = DemoWorld.Build(DemoWorld.Today);

    [Fact]
    public void Seven_networks_stand_in_the_seeds_order_and_stages()
    {
        Assert.Equal("ovre-norrland", World.Networks[0].Slug);
        Assert.Equal(5, World.Networks.Count(n => n.Stage == Stage.Independent));
        Assert.Equal(Stage.StartUp, World.Networks[0].Stage);
        Assert.Equal(Stage.Interest, World.Networks.Single(n => n.Slug == "jamtland-vasternorrland").Stage);
        Assert.All(World.Networks, n => Assert.All(n.History, h => Assert.NotEmpty(h.Why)));
        Assert.All(
            World.Networks,
            n => Assert.Equal(n.History.OrderBy(h => h.At).Select(h => h.Stage), n.History.Select(h => h.Stage).Order())
        );
    }

    [Fact]
    public void Each_network_has_between_50_and_150_firms()
    {
        foreach (var network in World.Networks)
        {
            var members = World.Members.Where(m => m.Memberships.Any(s => s.NetworkId == network.Id)).Select(m => m.Id).ToHashSet();
            Assert.InRange(World.Firms.Count(f => f.People.Any(p => members.Contains(p.MemberId))), 50, 150);
        }
    }

    [Fact]
    public void Some_600_members_know_more_than_60_countries_and_some_states_that_are_gone()
    {
        var countries = World.Members.SelectMany(m => m.Markets).Select(k => k.Country).Distinct().ToList();
        Assert.InRange(World.Members.Count, 590, 630);
        Assert.True(countries.Count > 60, $"only {countries.Count} countries");
        Assert.Contains("YUCS", countries);
        Assert.Contains("SUHH", countries);
        Assert.All(World.Members, m => Assert.InRange(m.Markets.Count, 1, 4));
    }

    [Fact]
    public void Forty_per_cent_of_firms_export_and_only_they_have_markets()
    {
        var share = 100.0 * World.Firms.Count(f => f.Export.Value == ExportStatus.Exporting) / World.Firms.Count;
        Assert.InRange(share, 39.0, 41.0);
        Assert.All(World.Firms, f => Assert.Equal(f.Export.Value == ExportStatus.Exporting, f.Exports.Count > 0));
    }

    [Fact]
    public void Some_members_are_in_two_networks_some_have_no_firm_and_some_firms_several_people()
    {
        var employed = World.Firms.SelectMany(f => f.People).Select(p => p.MemberId).ToHashSet();
        Assert.InRange(World.Members.Count(m => m.Memberships.Count == 2), 15, 30);
        Assert.InRange(World.Members.Count(m => !employed.Contains(m.Id)), 8, 20);
        Assert.InRange(World.Firms.Count(f => f.People.Count > 1), 30, 80);
    }

    [Fact]
    public void Umea_and_its_neighbours_lead_the_north()
    {
        var north = World.Networks[0].Municipalities.Select(m => m.Code).ToHashSet();
        var firms = World.Firms.Where(f => north.Contains(f.Municipality.Value)).ToList();
        var around = firms.Count(f => f.Municipality.Value is "2480" or "2460" or "2404" or "2401" or "2409" or "2403");
        Assert.Equal(29, north.Count);
        Assert.True(around * 2 > firms.Count * 0.9, $"{around} of {firms.Count}");
        Assert.True(firms.Select(f => f.Municipality.Value).Distinct().Count() >= 10);
    }

    [Fact]
    public void Two_builds_are_equal_to_the_last_key_and_event()
    {
        var again = DemoWorld.Build(DemoWorld.Today);
        Assert.Equal(Spoken(World), Spoken(again));
    }

    [Fact]
    public void Keys_are_version_7_and_unique()
    {
        var keys = World.Members.SelectMany(m => m.Markets.Select(k => k.Id).Concat(m.Languages.Select(s => s.Id)).Append(m.Id)).ToList();
        Assert.Equal(keys.Count, keys.Distinct().Count());
        Assert.All(keys, k => Assert.Equal(7, k.Version));
    }

    private static string Spoken(DemoWorld world) => System.Text.Json.JsonSerializer.Serialize(world);
}
