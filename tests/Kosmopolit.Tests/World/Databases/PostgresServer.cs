using Npgsql;

namespace Kosmopolit.Tests.World.Databases;

/// <summary>The server that <c>bin/test</c> started for this run.</summary>
public static class PostgresServer
{
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    private static string Server =>
        Environment.GetEnvironmentVariable("KOSMOPOLIT_TEST_POSTGRES")
        ?? throw new InvalidOperationException(
            "KOSMOPOLIT_TEST_POSTGRES must hold the connection string of a server; bin/test starts one."
        );

    public static int Port => new NpgsqlConnectionStringBuilder(Server).Port;

    /// <summary>The same database by way of another port.</summary>
    public static string Through(string connection, int port) =>
        new NpgsqlConnectionStringBuilder(connection) { Port = port }.ConnectionString;

    /// <summary>Makes an empty database and tells how to reach it.</summary>
    public static Task<string> Create(string name) => Run($"CREATE DATABASE {name}", name);

    /// <summary>Makes a copy of a database to which nobody is connected.</summary>
    public static Task<string> Copy(string template, string name) =>
        Run($"CREATE DATABASE {name} TEMPLATE {new NpgsqlConnectionStringBuilder(template).Database} STRATEGY FILE_COPY", name);

    public static Task Drop(string name) => Run($"DROP DATABASE IF EXISTS {name} WITH (FORCE)", name);

    // Copies lock their template, so they queue here instead of failing there.
    private static async Task<string> Run(string statement, string database)
    {
        await OneAtATime.WaitAsync();
        try
        {
            await using var connection = new NpgsqlConnection(Server + ";Pooling=false");
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = statement;
            await command.ExecuteNonQueryAsync();
        }
        finally
        {
            OneAtATime.Release();
        }
        return new NpgsqlConnectionStringBuilder(Server) { Database = database, MaxPoolSize = 20 }.ConnectionString;
    }
}
