using Kosmopolit.Features.Demo;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Events;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kosmopolit.Tests.Features.Demo;

public sealed class DemoLoadTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"kosmopolit-demo-{Guid.NewGuid():N}.db");
    private readonly WriteGate _gate = new();

    [Fact]
    public async Task The_world_is_stored_once_and_heard_of_once()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var db = Open();
        await db.Database.MigrateAsync(ct);
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

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        File.Delete(_file);
        _gate.Dispose();
    }

    private SqliteDb Open()
    {
        var options = new DbContextOptionsBuilder<SqliteDb>();
        DataRoom.Sqlite(options, _file);
        return new SqliteDb(options.Options, TimeProvider.System, _gate);
    }
}
