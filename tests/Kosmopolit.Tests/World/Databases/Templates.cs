using System.Collections.Concurrent;
using Kosmopolit.Features.Search.Index;
using Kosmopolit.Platform.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kosmopolit.Tests.World.Databases;

/// <summary>
/// Databases with real migrations and known content, made once in a run and copied for whoever needs one: SQLite by
/// copying the file, PostgreSQL by <c>CREATE DATABASE … TEMPLATE</c>. <c>KOSMOPOLIT_TEST_DATABASE</c> says which
/// (<c>sqlite</c>, the default, or <c>postgres</c>, whose server <c>KOSMOPOLIT_TEST_POSTGRES</c> names).
/// </summary>
public static class Templates
{
    public static readonly bool OnPostgres = Environment.GetEnvironmentVariable("KOSMOPOLIT_TEST_DATABASE") == "postgres";

    private static readonly ConcurrentDictionary<Content, Lazy<Task<OwnDatabase>>> Made = new();

    private static int _copies;

    /// <summary>A database of one's own with this content.</summary>
    public static async Task<OwnDatabase> Copy(Content content)
    {
        var template = await Made.GetOrAdd(content, c => new Lazy<Task<OwnDatabase>>(() => Make(c))).Value;
        var number = Interlocked.Increment(ref _copies);
        var folder = TemporaryFolders.New("house");
        CopyFiles(template.Folder, folder);
        if (!OnPostgres)
            return new OwnDatabase(folder, null);
        return new OwnDatabase(folder, await PostgresServer.Copy(template.Postgres!, $"house_{Environment.ProcessId}_{number}"));
    }

    /// <summary>Databases of this very run go away with it; temporary folders do so by themselves.</summary>
    public static async Task Remove()
    {
        foreach (var made in Made.Values)
            await (await made.Value).DisposeAsync();
        Made.Clear();
    }

    private static async Task<OwnDatabase> Make(Content content)
    {
        var postgres = OnPostgres ? await PostgresServer.Create($"template_{Environment.ProcessId}_{content}".ToLowerInvariant()) : null;
        var template = new OwnDatabase(TemporaryFolders.New("template"), postgres);
        await using (var provider = template.AnotherNode(new MovableClock()))
        {
            await PrepareDatabase.Run(provider, CancellationToken.None);
            await using var scope = provider.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<KosmopolitDb>();
            await content.Write(db);
            if (db is SqliteDb)
                await Close(db);
        }
        if (content != Content.Nothing)
            await Index(template);
        return template;
    }

    // Copies find their search index made, as a house does that is opened again.
    private static async Task Index(OwnDatabase template)
    {
        await using var site = Site.Build(
            ["--applicationName=Kosmopolit"],
            builder =>
            {
                builder.Configuration.AddInMemoryCollection(template.Configuration);
                builder.Logging.ClearProviders();
            }
        );
        await site.Services.GetRequiredService<IndexUpkeep>().Open(CancellationToken.None);
        site.Services.GetRequiredService<SearchIndex>().Current?.Dispose();
        SqliteConnection.ClearAllPools();
    }

    // Whatever still stands in the write-ahead log must be in the file before it is copied.
    private static async Task Close(KosmopolitDb db)
    {
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
    }

    private static void CopyFiles(string from, string to)
    {
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories))
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
    }
}
