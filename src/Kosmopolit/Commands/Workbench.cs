using System.CommandLine;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Commands;

/// <summary>The installation as its server sees it, without serving: the same settings, database and rooms.</summary>
internal sealed class Workbench : IAsyncDisposable
{
    private readonly WebApplication _site;

    // What rooms keep for one piece of work belongs to no piece of work when the site itself is asked for it.
    private readonly AsyncServiceScope _work;

    private Workbench(WebApplication site) => (_site, _work) = (site, site.Services.CreateAsyncScope());

    public DataFolder Folder => Get<DataFolder>();

    public DateTimeOffset Now => Get<TimeProvider>().GetUtcNow();

    public IConfiguration Configuration => _site.Configuration;

    public bool IsOnPostgres => Configuration.GetConnectionString("Postgres") is { Length: > 0 };

    /// <summary>What was typed decides the settings. A command tells in its own words: nothing is logged.</summary>
    public static Workbench Open(ParseResult typed) =>
        new(
            Site.Build(
                [.. CommandLine.SettingsOf(typed), $"--applicationName={nameof(Kosmopolit)}"],
                builder => builder.Logging.ClearProviders()
            )
        );

    /// <summary>The same, for commands that need a database of this version's shape.</summary>
    /// <exception cref="CommandRefusedException">There is none: opening a missing file would make an empty one.</exception>
    public static async Task<Workbench> WithDatabase(ParseResult typed, CancellationToken ct)
    {
        var bench = Open(typed);
        if (!bench.IsOnPostgres && !File.Exists(bench.Folder.Database))
            throw new CommandRefusedException(
                $"There is no database in {bench.Folder.Path}. Name the right folder with --data DIR, or start the server once."
            );
        if ((await bench.Ask(db => db.Database.GetPendingMigrationsAsync(ct))).Any())
            throw new CommandRefusedException(
                "The database has the shape of an older version. Start the server once; it brings the database up to date."
            );
        return bench;
    }

    public T Get<T>()
        where T : notnull => _work.ServiceProvider.GetRequiredService<T>();

    /// <summary>Works on the database in a unit of work of its own.</summary>
    public async Task<T> Ask<T>(Func<KosmopolitDb, Task<T>> work)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<KosmopolitDb>());
    }

    /// <summary>Works with a verb in a unit of work of its own.</summary>
    public async Task<T> With<TVerb, T>(Func<TVerb, Task<T>> work)
        where TVerb : notnull
    {
        await using var scope = _site.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TVerb>());
    }

    public async ValueTask DisposeAsync()
    {
        await _work.DisposeAsync();
        await _site.DisposeAsync();
    }
}
