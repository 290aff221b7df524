using Npgsql;

namespace Kosmopolit.Bench.Writes;

/// <summary>A database of the run's own on somebody's server, dropped afterwards.</summary>
internal sealed class OwnPostgres(string server, string name) : IAsyncDisposable
{
    public string ConnectionString { get; } = new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;

    /// <param name="server">Connection string of a role that may create databases.</param>
    public static async Task<OwnPostgres> Create(string server, CancellationToken ct)
    {
        var name = $"kosmopolit_bench_{Guid.NewGuid():N}";
        await Do(server, $"CREATE DATABASE {name}", ct);
        return new OwnPostgres(server, name);
    }

    public async ValueTask DisposeAsync() => await Do(server, $"DROP DATABASE {name} WITH (FORCE)", CancellationToken.None);

    private static async Task Do(string server, string sql, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(server);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(ct);
    }
}
