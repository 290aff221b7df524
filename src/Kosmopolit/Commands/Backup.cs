using System.CommandLine;
using Kosmopolit.Commands.Archives;
using Kosmopolit.Platform.Install;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Commands;

/// <summary><c>kosmopolit backup</c>: everything an installation must keep in one file, taken while the server runs.</summary>
internal static class Backup
{
    public static Command Command()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "The archive to make, for instance kosmopolit-2026-11-23.tar.gz; it must not exist",
        };
        var command = new Command("backup", "Save database, files and keys in one archive; the server may go on running") { file };
        command.SetAction(
            async (typed, ct) =>
            {
                await using var bench = await Workbench.WithDatabase(typed, ct);
                var manifest = await Run(bench, Path.GetFullPath(typed.GetRequiredValue(file)), ct);
                var output = typed.InvocationConfiguration.Output;
                await output.WriteLineAsync(
                    $"Saved {manifest.Files.Count} files in {typed.GetRequiredValue(file)}. Keep it safe: it holds people’s data and the keys of their sessions."
                );
                if (bench.IsOnPostgres)
                    await output.WriteLineAsync(
                        "The database is not in it. Save it with PostgreSQL’s own tool: pg_dump --format=custom --file=kosmopolit.dump DATABASE"
                    );
                return 0;
            }
        );
        return command;
    }

    private static async Task<Manifest> Run(Workbench bench, string target, CancellationToken ct)
    {
        if (File.Exists(target) || Directory.Exists(target))
            throw new CommandRefusedException($"{target} exists already. Choose another name.");
        // Beside the target, so that the finished archive only needs to be renamed.
        var scratch = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}-{Environment.ProcessId}");
        PrivateFile.MakeFolder(scratch);
        try
        {
            var content = Path.Combine(scratch, "content");
            CopyFiles(bench, content);
            if (!bench.IsOnPostgres)
                await CopyDatabase(bench, Path.Combine(content, Path.GetFileName(bench.Folder.Database)), ct);
            var manifest = await Describe(bench, content, ct);
            var archive = Path.Combine(scratch, "archive");
            await Packing.Write(archive, content, manifest, ct);
            File.Move(archive, target);
            return manifest;
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    // The index is derived, changes under our hands and is made anew; names with a dot are somebody's scratch.
    private static void CopyFiles(Workbench bench, string content)
    {
        PrivateFile.MakeFolder(content);
        var (folder, database) = (new DirectoryInfo(bench.Folder.Path), Path.GetFileName(bench.Folder.Database));
        foreach (var entry in folder.Exists ? folder.EnumerateFileSystemInfos() : [])
            if (
                entry.FullName != bench.Folder.Index
                && !entry.Name.StartsWith('.')
                && !entry.Name.StartsWith(database, StringComparison.Ordinal)
            )
                Copy(entry, Path.Combine(content, entry.Name));
    }

    private static void Copy(FileSystemInfo from, string to)
    {
        if (from is FileInfo file)
        {
            file.CopyTo(to);
            return;
        }
        PrivateFile.MakeFolder(to);
        foreach (var entry in ((DirectoryInfo)from).EnumerateFileSystemInfos())
            Copy(entry, Path.Combine(to, entry.Name));
    }

    /// <summary>Copies what is committed at this moment; writers go on meanwhile.</summary>
    private static async Task CopyDatabase(Workbench bench, string copy, CancellationToken ct)
    {
        PrivateFile.Create(copy).Dispose();
        await bench.Ask(db => db.Database.ExecuteSqlAsync($"VACUUM INTO {copy}", ct));
        // The copy forgets how the journal is kept, and the server sets it only for a new file.
        await using var connection = new SqliteConnection($"Data Source={copy};Pooling=False");
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL";
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task<Manifest> Describe(Workbench bench, string content, CancellationToken ct)
    {
        var installation = await bench.Ask(db => db.Set<Installation>().AsNoTracking().SingleOrDefaultAsync(ct));
        var migrations = await bench.Ask(db => db.Database.GetAppliedMigrationsAsync(ct));
        return new Manifest(
            Manifest.CurrentFormat,
            Manifest.OwnVersion,
            bench.Now,
            bench.IsOnPostgres ? Manifest.Postgres : Manifest.Sqlite,
            [.. migrations],
            installation is null ? null : new InstallationFacts(installation.Name, installation.IsDemo, installation.SetUpAt),
            await Packing.Count(content, ct)
        );
    }
}
