using Microsoft.Data.Sqlite;
using Npgsql;

namespace Kosmopolit.Tests.World.Databases;

/// <summary>Takes a house's database away and gives it back: a file that cannot be opened, or a server out of reach.</summary>
public sealed class Outage : IAsyncDisposable
{
    private readonly BreakableLine? _line;

    private Outage(House house, BreakableLine? line) => (House, _line) = (house, line);

    public House House { get; }

    public static async Task<Outage> Prepare(Plan plan)
    {
        if (!Templates.OnPostgres)
            return new Outage(await House.Open(plan), null);
        var line = new BreakableLine(PostgresServer.Port);
        line.Mend();
        return new Outage(await House.Open(plan with { PostgresPort = line.Port }), line);
    }

    public Task Begin()
    {
        if (_line is not null)
            return _line.Cut();
        // Rights do not stop root, and tests may run as root: a folder cannot be opened as a file by anybody.
        Directory.Move(House.Database.Folder, Away);
        Directory.CreateDirectory(Path.Combine(House.Database.Folder, "kosmopolit.db"));
        // Only now: a worker that opens the file a moment before the move would leave an open line in a fresh pool.
        SqliteConnection.ClearAllPools();
        return Task.CompletedTask;
    }

    public void End()
    {
        NpgsqlConnection.ClearAllPools();
        _line?.Mend();
        if (_line is not null)
            return;
        // Put aside instead of deleted: a worker may be writing into it at this moment.
        Directory.Move(House.Database.Folder, House.Database.Folder + ".broken");
        Directory.Move(Away, House.Database.Folder);
    }

    public async ValueTask DisposeAsync()
    {
        await House.DisposeAsync();
        if (_line is not null)
            await _line.DisposeAsync();
    }

    private string Away => House.Database.Folder + ".away";
}
