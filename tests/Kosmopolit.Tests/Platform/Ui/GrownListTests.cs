using System.Net;
using System.Text.Json;
using Kosmopolit.Features.Demo;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Ui.Caching;
using Kosmopolit.Tests.World;
using Kosmopolit.Tests.World.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Platform.Ui;

/// <summary>Lists of a country with twenty networks of 150 firms ask the database as often as those of the demonstration.</summary>
[UsesDatabase]
[Slow]
public sealed class GrownListTests : IAsyncLifetime
{
    // With the question who the reader is; nothing of a page is remembered.
    private static readonly (string Path, int Budget)[] Lists =
    [
        ("/networks", 7),
        ("/networks/skane", 17),
        ("/networks/skane/members", 11),
        ("/networks/skane/members?page=4", 11),
        ("/networks/skane/memberships", 5),
        ("/people", 9),
        ("/people?country=VN", 9),
        ("/firms", 9),
    ];

    private readonly CommandCount _commands = new();
    private House _house = null!;
    private int _fresh;

    public async ValueTask InitializeAsync()
    {
        _house = await House.Open(new Plan { Content = Content.Demo, Services = _commands.Watch });
        await Words.Ready(_house);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Lists_ask_as_little_of_three_thousand_firms_as_of_six_hundred()
    {
        using var coordinator = _house.Reader();
        await coordinator.SignIn(Personas.Coordinators["skane"].Email);
        var (few, shown) = (await Counts(coordinator), await Found(coordinator));
        await _house.Do(db => Growth.Grow(db, DemoWorld.Today));
        await _house.Do(async db =>
        {
            var networks = await db.Set<Network>().Select(n => n.Id).ToListAsync();
            Assert.Equal(Growth.Networks, networks.Count);
            foreach (var network in networks)
                Assert.True(await Growth.FirmsOf(db, network).CountAsync() >= Growth.Firms);
        });
        await Words.Come(async () => await Found(coordinator) > shown + 800, TimeSpan.FromMinutes(2));
        var many = await Counts(coordinator);
        Kosmopolit.Tests.World.Found.Nothing(
            Lists
                .Where(l => many[l.Path] > l.Budget || few[l.Path] > l.Budget || many[l.Path] > few[l.Path])
                .Select(l => $"{l.Path}: {few[l.Path]} commands in the demonstration, {many[l.Path]} in the grown country, of {l.Budget}")
        );
    }

    /// <summary>How many people the finder knows of, as far as this reader may.</summary>
    private async Task<int> Found(Reader reader)
    {
        var answer = (await reader.Open($"/api/v1/people?count=1&again={_fresh++}")).Is(HttpStatusCode.OK);
        return JsonDocument.Parse(answer.Bytes).RootElement.GetProperty("total").GetInt32();
    }

    private async Task<Dictionary<string, int>> Counts(Reader reader)
    {
        var counts = new Dictionary<string, int>();
        foreach (var (path, _) in Lists)
        {
            _house.App.Services.GetRequiredService<Freshness>().StepForward();
            var cold = $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}cold={_fresh++}";
            counts[path] = await _commands.Of(async () => (await reader.Open(cold)).Is(HttpStatusCode.OK));
        }
        return counts;
    }
}
