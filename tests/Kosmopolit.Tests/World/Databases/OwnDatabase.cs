using Npgsql;

namespace Kosmopolit.Tests.World.Databases;

/// <summary>A database and data folder that belong to one house, gone when it is closed.</summary>
public sealed class OwnDatabase(string folder, string? postgres) : IAsyncDisposable
{
    /// <summary>The data folder, as an operator gives it with <c>--data</c>.</summary>
    public string Folder { get; } = folder;

    /// <summary>Connection string; null when the database is the file in <see cref="Folder"/>.</summary>
    public string? Postgres { get; } = postgres;

    public bool IsPostgres => Postgres is not null;

    /// <summary>What the product's configuration must say to live here.</summary>
    public Dictionary<string, string?> Configuration => new() { ["Kosmopolit:Data"] = Folder, ["ConnectionStrings:Postgres"] = Postgres };

    public async ValueTask DisposeAsync()
    {
        if (Postgres is not null)
            await PostgresServer.Drop(new NpgsqlConnectionStringBuilder(Postgres).Database!);
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }
}
