using Kosmopolit.Commands.Archives;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Install;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Tests.Commands;

[UsesDatabase]
public sealed class BackupTests
{
    [Fact]
    public async Task A_backup_taken_while_the_house_is_open_comes_back_whole()
    {
        await using var house = await House.Open();
        await Fill(house);
        var (archive, target) = (NewArchive(), Path.Combine(TemporaryFolders.New("restore"), "data"));
        var saved = (await Typed.At(house, "backup", archive)).Succeeded();
        (await Typed.In(target, "restore", archive)).Succeeded();
        Assert.Equal("kept", await File.ReadAllTextAsync(Path.Combine(target, "files", "ä", "note.txt"), Until.Stopped));
        Assert.False(Directory.Exists(Path.Combine(target, "index")));
        Assert.Equal(house.Database.IsPostgres, saved.Out.Contains("pg_dump", StringComparison.Ordinal));
        if (!house.Database.IsPostgres)
            await AssertSame(house, target);
    }

    [Fact]
    public async Task Only_its_owner_may_read_a_backup_and_nothing_else_is_left_beside_it()
    {
        await using var house = await House.Open();
        var archive = NewArchive();
        (await Typed.At(house, "backup", archive)).Succeeded();
        Assert.Equal([archive], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(archive)!));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(archive));
    }

    [Fact]
    public async Task A_backup_never_overwrites()
    {
        await using var house = await House.Open();
        var archive = NewArchive();
        await File.WriteAllTextAsync(archive, "precious", Until.Stopped);
        (await Typed.At(house, "backup", archive)).Refused("exists already");
        Assert.Equal("precious", await File.ReadAllTextAsync(archive, Until.Stopped));
    }

    [Fact]
    public async Task A_folder_that_cannot_hold_the_backup_is_named()
    {
        await using var house = await House.Open();
        (await Typed.At(house, "backup", "/proc/nowhere/b.tar.gz")).Refused("/proc/nowhere");
    }

    [Fact]
    public async Task A_backup_says_what_it_is_of()
    {
        await using var house = await House.Open();
        var archive = NewArchive();
        (await Typed.At(house, "backup", archive)).Succeeded();
        await using var opened = await Unpacking.Open(archive, Until.Stopped);
        Assert.Equal("Kosmopolit", opened.Manifest.Installation!.Name);
        Assert.Equal(Manifest.OwnVersion, opened.Manifest.Version);
        Assert.NotEmpty(opened.Manifest.Migrations);
        Assert.Equal(house.Database.IsPostgres ? Manifest.Postgres : Manifest.Sqlite, opened.Manifest.Database);
    }

    private static string NewArchive() => Path.Combine(TemporaryFolders.New("backup"), "b.tar.gz");

    private static async Task Fill(House house)
    {
        await house.Store(new Account("a@example.org", "sv", house.Clock.GetUtcNow()));
        foreach (var (name, text) in new[] { ("files/ä/note.txt", "kept"), ("index/index-1/segments", "derived") })
        {
            var path = Path.Combine(house.Database.Folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, text, Until.Stopped);
        }
    }

    private static async Task AssertSame(House house, string folder)
    {
        var options = DataRoom.Sqlite(new DbContextOptionsBuilder<SqliteDb>(), Path.Combine(folder, "kosmopolit.db"));
        await using var restored = new SqliteDb((DbContextOptions<SqliteDb>)options.Options, house.Clock, new WriteGate());
        var before = (await house.All<Installation>()).Single();
        var after = await restored.Set<Installation>().SingleAsync(Until.Stopped);
        Assert.Equal((before.Name, before.SetUpAt), (after.Name, after.SetUpAt));
        Assert.Equal("a@example.org", (await restored.Users.SingleAsync(Until.Stopped)).Email);
        var journal = await restored
            .Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode")
            .SingleAsync(Until.Stopped);
        Assert.Equal("wal", journal);
    }
}
