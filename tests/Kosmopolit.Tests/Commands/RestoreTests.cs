using System.Text;
using Kosmopolit.Commands.Archives;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Commands;

/// <summary>A backup that is not what it says is refused, and the folder stays as it was.</summary>
public sealed class RestoreTests
{
    private readonly string _archive = Path.Combine(TemporaryFolders.New("backup"), "b.tar.gz");
    private readonly string _target = TemporaryFolders.New("restore");

    [Fact]
    public async Task A_sound_archive_is_restored()
    {
        await Make(m => m);
        (await Typed.In(_target, "restore", _archive)).Succeeded();
        Assert.Equal("content", await File.ReadAllTextAsync(Path.Combine(_target, "files", "a.txt"), Until.Stopped));
        Assert.Single(Directory.EnumerateFileSystemEntries(_target));
    }

    [Fact]
    public async Task Only_an_empty_folder_is_restored_into()
    {
        await Make(m => m);
        await File.WriteAllTextAsync(Path.Combine(_target, "mine.txt"), "mine", Until.Stopped);
        (await Typed.In(_target, "restore", _archive)).Refused("not empty");
        Assert.Single(Directory.EnumerateFileSystemEntries(_target));
    }

    [Theory]
    [InlineData("99.0.0", Manifest.CurrentFormat, false)]
    [InlineData("?", Manifest.CurrentFormat, false)]
    [InlineData(null, Manifest.CurrentFormat + 1, false)]
    [InlineData(null, Manifest.CurrentFormat, true)]
    public async Task A_backup_of_a_newer_version_waits_for_that_version(string? version, int format, bool unknownMigration)
    {
        await Make(m =>
            m with
            {
                Version = version ?? m.Version,
                Format = format,
                Migrations = unknownMigration ? ["29990101000000_Later"] : [],
            }
        );
        await Refuses("newer");
    }

    [Fact]
    public async Task A_changed_file_is_noticed()
    {
        await Make(m => m with { Files = [.. m.Files.Select(f => f with { Sha256 = new string('0', 64) })] });
        await Refuses("checksum");
    }

    [Fact]
    public async Task A_file_that_the_manifest_does_not_name_is_noticed()
    {
        // Under another name in the manifest, the very file becomes a stranger.
        await Make(m => m, [("files/a.txt", "content"), ("files/b.txt", "more")], named: 1);
        await Refuses("does not name");
    }

    [Theory]
    [InlineData("../escaped.txt")]
    [InlineData("/tmp/kosmopolit-escaped.txt")]
    public async Task A_path_out_of_the_folder_is_noticed(string path)
    {
        await MakeWithPath(path);
        await Refuses("damaged");
        Assert.False(File.Exists(Path.GetFullPath(Path.Combine(_target, path))));
    }

    [Fact]
    public async Task An_archive_that_was_cut_short_is_noticed()
    {
        await Make(m => m, [("files/a.txt", Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(50_000)))]);
        var bytes = await File.ReadAllBytesAsync(_archive, Until.Stopped);
        await File.WriteAllBytesAsync(_archive, bytes[..(bytes.Length / 2)], Until.Stopped);
        await Refuses("damaged");
    }

    [Theory]
    [InlineData("")]
    [InlineData("this is a letter, not an archive")]
    public async Task What_is_no_archive_is_refused(string content)
    {
        await File.WriteAllTextAsync(_archive, content, Until.Stopped);
        await Refuses("not a backup");
    }

    [Fact]
    public async Task A_missing_file_is_named() => await Refuses(_archive);

    [Fact]
    public async Task A_database_file_is_not_put_beside_PostgreSQL()
    {
        await Make(m => m with { Database = Manifest.Sqlite });
        (await Typed.In(_target, "restore", _archive, "--ConnectionStrings:Postgres=Host=127.0.0.1;Port=1")).Refused(
            "ConnectionStrings__Postgres"
        );
    }

    private async Task Refuses(string mentions)
    {
        (await Typed.In(_target, "restore", _archive)).Refused(mentions);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_target));
    }

    private Task Make(Func<Manifest, Manifest> change) => Make(change, [("files/a.txt", "content")]);

    /// <param name="named">How many of the files the manifest in the archive names; all of them by default.</param>
    private async Task Make(Func<Manifest, Manifest> change, (string Path, string Text)[] files, int? named = null)
    {
        var content = TemporaryFolders.New("content");
        foreach (var (path, text) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(content, path))!);
            await File.WriteAllTextAsync(Path.Combine(content, path), text, Until.Stopped);
        }
        var counted = await Packing.Count(content, Until.Stopped);
        var manifest = change(
            new Manifest(Manifest.CurrentFormat, Manifest.OwnVersion, MovableClock.Morning, Manifest.Sqlite, [], null, counted)
        );
        await ForgedArchive.Write(
            _archive,
            manifest with
            {
                Files = [.. manifest.Files.Take(named ?? files.Length)],
            },
            files.Select(f => (f.Path, Encoding.UTF8.GetBytes(f.Text)))
        );
    }

    private Task MakeWithPath(string path)
    {
        var bytes = Encoding.UTF8.GetBytes("content");
        var sum = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        var manifest = new Manifest(
            Manifest.CurrentFormat,
            Manifest.OwnVersion,
            MovableClock.Morning,
            Manifest.Sqlite,
            [],
            null,
            [new ArchivedFile(path, bytes.Length, sum)]
        );
        return ForgedArchive.Write(_archive, manifest, [(path, bytes)]);
    }
}
