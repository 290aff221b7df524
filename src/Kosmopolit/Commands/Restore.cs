using System.CommandLine;
using Kosmopolit.Commands.Archives;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Commands;

/// <summary><c>kosmopolit restore</c>: puts a backup into an empty data folder, all of it or nothing.</summary>
internal static class Restore
{
    public static Command Command()
    {
        var file = new Argument<string>("FILE") { Description = "An archive that backup made" };
        var command = new Command("restore", "Put a backup into an empty data folder") { file };
        command.SetAction(
            async (typed, ct) =>
            {
                await using var bench = Workbench.Open(typed);
                var manifest = await Run(bench, Path.GetFullPath(typed.GetRequiredValue(file)), ct);
                var output = typed.InvocationConfiguration.Output;
                await output.WriteLineAsync(
                    $"Restored {manifest.Files.Count} files of {manifest.MadeAt:yyyy-MM-dd HH:mm} UTC into {bench.Folder.Path}. Start the server; it makes the search index."
                );
                if (manifest.Database == Manifest.Postgres)
                    await output.WriteLineAsync(
                        "The database was not in it. Restore it with PostgreSQL’s own tool: pg_restore --dbname=DATABASE kosmopolit.dump"
                    );
                return 0;
            }
        );
        return command;
    }

    private static async Task<Manifest> Run(Workbench bench, string archive, CancellationToken ct)
    {
        var folder = bench.Folder;
        if (Directory.Exists(folder.Path) && Directory.EnumerateFileSystemEntries(folder.Path).Any())
            throw new CommandRefusedException(
                $"{folder.Path} is not empty. Restore into a new folder with --data DIR; nothing is ever overwritten."
            );
        await using var backup = await Unpacking.Open(archive, ct);
        Judge(backup.Manifest, bench, await bench.Ask(db => Task.FromResult(db.Database.GetMigrations().ToList())));
        folder.Prepare();
        // Inside the folder, because the folder itself may be a mounted disk that cannot be renamed.
        var scratch = Path.Combine(folder.Path, ".restoring");
        PrivateFile.MakeFolder(scratch);
        try
        {
            await backup.Into(scratch, ct);
            foreach (var entry in Directory.GetFileSystemEntries(scratch))
                Directory.Move(entry, Path.Combine(folder.Path, Path.GetFileName(entry)));
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
        return backup.Manifest;
    }

    private static void Judge(Manifest manifest, Workbench bench, IReadOnlyList<string> known)
    {
        if (manifest.Database == Manifest.Sqlite && bench.IsOnPostgres)
            throw new CommandRefusedException(
                "The backup holds an SQLite database, but ConnectionStrings__Postgres is set. Unset it, or restore with pg_restore."
            );
        // The two databases name their migrations apart.
        var comparable = manifest.Database == Manifest.Postgres && !bench.IsOnPostgres ? manifest with { Migrations = [] } : manifest;
        if (comparable.IsNewerThanThis(known))
            throw new CommandRefusedException(
                $"The backup was made by version {manifest.Version}, which is newer than this one ({Manifest.OwnVersion}). Install that version first."
            );
    }
}
