using Kosmopolit.Features.Demo;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Events;
using Kosmopolit.Tests.World;
using Kosmopolit.Tests.World.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kosmopolit.Tests.Features.Demo;

[UsesDatabase]
public sealed class DemoLoadTests
{
    [Fact]
    public async Task The_world_is_stored_once_and_heard_of_once()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var database = await Templates.Copy(Content.Nothing);
        await using var node = database.AnotherNode(TimeProvider.System);
        await node.InScope(db => LoadTwice(db, ct));
        if (!database.IsPostgres)
            SqliteConnection.ClearAllPools();
    }

    private static async Task LoadTwice(KosmopolitDb db, CancellationToken ct)
    {
        Assert.False(await DemoWorld.IsLoaded(db, ct));
        Assert.True(await DemoWorld.Load(db, ct));
        Assert.True(await DemoWorld.IsLoaded(db, ct));
        Assert.False(await DemoWorld.Load(db, ct));

        var world = DemoWorld.Build(DemoWorld.Today);
        Assert.Equal(world.Members.Select(m => m.Id).ToHashSet(), (await db.Members.Select(m => m.Id).ToListAsync(ct)).ToHashSet());
        Assert.Equal(world.Firms.Count, await db.Firms.CountAsync(ct));
        Assert.Equal(world.Members.Sum(m => m.Markets.Count), await db.MarketKnowledge.CountAsync(ct));
        var kinds = await db.Set<LoggedEvent>()
            .GroupBy(e => e.Kind)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        Assert.Equal(world.Members.Count, kinds[nameof(MemberChanged)]);
        Assert.Equal(world.Firms.Count, kinds[nameof(FirmChanged)]);
    }
}
