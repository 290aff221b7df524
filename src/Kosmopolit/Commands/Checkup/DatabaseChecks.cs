using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Commands.Checkup;

internal static class DatabaseChecks
{
    public static async Task<Finding> Reach(Workbench bench, CancellationToken ct)
    {
        const string subject = "database";
        var where = bench.IsOnPostgres ? "PostgreSQL" : bench.Folder.Database;
        if (!bench.IsOnPostgres && !File.Exists(bench.Folder.Database))
            return Finding.Fail(subject, $"{where} does not exist; the first start of the server makes it");
        try
        {
            await bench.Ask(async db =>
            {
                await db.Database.OpenConnectionAsync(ct);
                return await db.Database.GetAppliedMigrationsAsync(ct);
            });
            return Finding.Ok(subject, $"{where} answers");
        }
        // What may pass by itself comes wrapped in advice to try again.
        catch (Exception e) when ((e.InnerException ?? e) is DbException or TimeoutException or System.Net.Sockets.SocketException)
        {
            return Finding.Fail(subject, $"{where} does not answer ({e.GetBaseException().Message})");
        }
    }

    /// <summary>Whether the tables are this version's.</summary>
    public static async Task<Finding> Shape(Workbench bench, CancellationToken ct)
    {
        const string subject = "migrations";
        var known = await bench.Ask(db => Task.FromResult(db.Database.GetMigrations().ToList()));
        var applied = (await bench.Ask(db => db.Database.GetAppliedMigrationsAsync(ct))).ToList();
        if (applied.Except(known).LastOrDefault() is { } newer)
            return Finding.Fail(subject, $"the database belongs to a newer version ({newer}); install that one");
        var missing = known.Except(applied).Count();
        return missing == 0
            ? Finding.Ok(subject, $"all {known.Count} applied")
            : Finding.Warn(subject, $"{missing} of {known.Count} wait; the next start of the server applies them");
    }
}
