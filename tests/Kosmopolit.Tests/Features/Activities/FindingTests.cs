using System.Net;
using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Activities.Organising;
using Kosmopolit.Features.Search;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Activities;

/// <summary>The finder and programs get the activities that the reader's pages show, and count no others.</summary>
[UsesDatabase]
public sealed class FindingTests : IAsyncLifetime
{
    private readonly Village _village = new();

    public ValueTask InitializeAsync() => _village.InitializeAsync();

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task What_the_reader_may_read_is_found_and_counted_and_listed_for_programs()
    {
        var berit = await _village.Settle("berit@example.org", "Berit", _village.Home);
        var near = await _village.Planned(berit, ActivityState.Open, a => a.Word(new("A zebra for the network", "", "en")));
        var idea = await _village.Planned(berit, ActivityState.Idea, Everyone("A zebra of an idea"));
        var open = await _village.Planned(berit, ActivityState.Open, Everyone("A zebra for everyone"));
        var (member, away) = (Of(_village.Home.Id), Of(_village.Away.Id));
        await Words.Come(async () => (await Find(member)).Total == 3, TimeSpan.FromSeconds(20));
        foreach (var reader in new[] { Me.Visitor, away })
        {
            var found = await Find(reader);
            Assert.Equal(open.Id, Assert.Single(found.Hits).Id);
            Assert.Equal(1, found.TotalsByKind[Kinds.Activity]);
        }
        using var visitor = _village.House.Reader();
        var page = await visitor.Open("/search?q=zebra&kind=activities");
        Assert.Contains($"/activities/{open.Id}", page.Links());
        var list = (await visitor.Open("/api/v1/activities?country=iq")).Is(HttpStatusCode.OK).Body;
        Assert.Contains(open.Id.ToString(), list, StringComparison.Ordinal);
        Assert.DoesNotContain(near.Id.ToString(), list, StringComparison.Ordinal);
        Assert.DoesNotContain(idea.Id.ToString(), list, StringComparison.Ordinal);
        Assert.DoesNotContain(open.Id.ToString(), (await visitor.Open("/api/v1/activities?network=soder")).Body, StringComparison.Ordinal);
        (await visitor.Open($"/api/v1/activities/{near.Id}")).Is(HttpStatusCode.NotFound);
        Assert.Contains("zebra for everyone", (await visitor.Open($"/api/v1/activities/{open.Id}")).Body, StringComparison.Ordinal);
        // Called off, it is found no more.
        Assert.Null(
            await _village.House.By(
                "berit@example.org",
                s => s.GetRequiredService<TurnActivity>().Run(open.Id, new TurnInput { To = ActivityState.CalledOff, Why = "Snow." })
            )
        );
        await Words.Come(async () => (await Find(Me.Visitor)).Total == 0, TimeSpan.FromSeconds(20));
    }

    private static Action<Activity> Everyone(string title) =>
        a =>
        {
            a.Word(new(title, "", "en"));
            a.Show(toEveryone: true, "");
        };

    private static Me Of(Guid network) =>
        new()
        {
            AccountId = Guid.NewGuid(),
            MemberId = Guid.NewGuid(),
            Networks = [network],
        };

    private async Task<SearchAnswer> Find(Me reader)
    {
        await using var scope = _village.House.App.Services.CreateAsyncScope();
        var question = new SearchQuestion("zebra", Kinds.Activity, ReaderLanguage: "en");
        return await scope.ServiceProvider.GetRequiredService<Finder>().Find(question, reader, Until.Stopped);
    }
}
