using System.Text.Json;
using Kosmopolit.Features.Search;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Kosmopolit.Tests.Features.Search;

/// <summary>With a machine that knows meanings, other words for the same thing are found; without it, words do.</summary>
[UsesDatabase]
public sealed class MeaningTests : IAsyncLifetime
{
    /// <summary>The machine knows three things.</summary>
    private static readonly string[][] Things =
    [
        ["bil", "fordon", "car"],
        ["båt", "fartyg", "boat"],
        ["bröd", "limpa", "bread"],
    ];

    private readonly List<string> _told = [];
    private WebApplication _machine = null!;
    private bool _isBroken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        _machine = builder.Build();
        _machine.UseRouting();
        _machine.MapPost("/v1/embeddings", Answer);
        await _machine.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync() => await _machine.DisposeAsync();

    [Fact]
    public async Task Other_words_for_the_same_thing_are_found_and_rank_below_the_words_themselves()
    {
        await using var house = await House(on: true);
        var (says, means, other) = await Somebody(house);
        var answer = await house.Find(new SearchQuestion("laga min bil", Kinds.Person));
        Assert.Equal([says, means], answer.People());
        Assert.Equal(2, answer.Total);
        Assert.False(answer.OnlyWords);
        Assert.DoesNotContain(other, answer.People());
    }

    [Fact]
    public async Task Without_a_machine_there_are_only_words_and_nothing_is_sent()
    {
        await using var house = await House(on: false);
        var (says, _, _) = await Somebody(house);
        var answer = await house.Find(new SearchQuestion("laga min bil", Kinds.Person));
        Assert.Equal([says], answer.People());
        Assert.True(answer.OnlyWords);
        Assert.Empty(_told);
    }

    [Fact]
    public async Task A_machine_that_fails_costs_nothing_but_meaning()
    {
        await using var house = await House(on: true);
        var (says, _, _) = await Somebody(house);
        _isBroken = true;
        var answer = await house.Find(new SearchQuestion("laga min bil", Kinds.Person));
        Assert.Equal([says], answer.People());
        Assert.True(answer.OnlyWords);
    }

    [Fact]
    public async Task What_not_everyone_may_see_is_never_sent()
    {
        await using var house = await House(on: true);
        var network = SearchHouse.Network("nord", "Nord");
        await house.Store(network);
        await house.Store(
            SearchHouse
                .Person("Ada", Audience.Public, Audience.Public, network.Id)
                .Offers("Hemlig limpa", audience: Audience.MyNetwork)
                .Knows("PE", Audience.Public, note: "Säljer fartyg")
        );
        await house.CatchUp();
        Assert.Contains(_told, t => t.Contains("fartyg", StringComparison.Ordinal));
        Assert.DoesNotContain(_told, t => t.Contains("limpa", StringComparison.Ordinal));
        Assert.Empty((await house.Find("baka gott bröd")).People());
    }

    private async Task<SearchHouse> House(bool on)
    {
        var address = _machine.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        var house = new SearchHouse
        {
            Settings = on ? new() { ["Kosmopolit:Meaning:Address"] = $"{address}/v1", ["Kosmopolit:Meaning:Model"] = "three-things" } : [],
        };
        await house.InitializeAsync();
        return house;
    }

    private static async Task<(Guid Says, Guid Means, Guid Other)> Somebody(SearchHouse house)
    {
        var says = SearchHouse.Person("One", Audience.Public).Offers("Säljer bil");
        var means = SearchHouse.Person("Two", Audience.Public).Offers("Reparerar fordon");
        var other = SearchHouse.Person("Three", Audience.Public).Offers("Bygger fartyg");
        await house.Store(says, means, other);
        await house.CatchUp();
        return (says.Id, means.Id, other.Id);
    }

    private async Task<IResult> Answer(HttpRequest request)
    {
        if (_isBroken)
            return Results.StatusCode(500);
        using var asked = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
        var texts = asked.RootElement.GetProperty("input").EnumerateArray().Select(t => t.GetString()!).ToList();
        _told.AddRange(texts);
        return Results.Json(new { data = texts.Select((t, i) => new { index = i, embedding = Vector(t) }) });
    }

    private static float[] Vector(string text) =>
        [.. Things.Select(words => words.Any(w => text.Contains(w, StringComparison.OrdinalIgnoreCase)) ? 1f : 0f)];
}
