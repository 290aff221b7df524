using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Platform.Data;

/// <summary>Brings the database to this version's shape.</summary>
public static class PrepareDatabase
{
    /// <exception cref="StartRefusedException">The database cannot be reached or changed; the message says what to do.</exception>
    public static async Task Run(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KosmopolitDb>();
        try
        {
            if (db is SqliteDb)
                await PrepareFile(scope.ServiceProvider.GetRequiredService<DataFolder>(), db, ct);
            if ((await db.Database.GetPendingMigrationsAsync(ct)).Any())
                await db.Database.MigrateAsync(ct);
        }
        catch (DbException e)
        {
            throw new StartRefusedException(Advice(db, e));
        }
    }

    private static async Task PrepareFile(DataFolder folder, KosmopolitDb db, CancellationToken ct)
    {
        var isNew = !File.Exists(folder.Database);
        if (isNew)
            // Readers and the writer work side by side; the setting stays with the file.
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", ct);
    }

    private static string Advice(KosmopolitDb db, DbException e)
    {
        var reason = e.GetBaseException().Message.ReplaceLineEndings(" ");
        return db is SqliteDb
            ? $"The database file cannot be opened or changed ({reason}). Check the data folder's rights and free space."
            : $"PostgreSQL does not answer as it should ({reason}). Check that it runs and that ConnectionStrings__Postgres is right.";
    }
}
