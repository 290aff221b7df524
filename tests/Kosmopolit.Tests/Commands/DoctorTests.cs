using System.Net;
using System.Net.Sockets;
using Kosmopolit.Platform.Events;
using Kosmopolit.Platform.Mail;
using Kosmopolit.Tests.World;
using Kosmopolit.Tests.World.Databases;

namespace Kosmopolit.Tests.Commands;

[UsesDatabase]
public sealed class DoctorTests
{
    [Fact]
    public async Task A_sound_house_fails_in_nothing()
    {
        await using var house = await House.Open();
        var report = (await Typed.At(house, "doctor")).Succeeded();
        Assert.All(report.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Matches("^(OK|WARN)  ?", line));
        foreach (
            var subject in new[] { "data folder", "reference tables", "database", "migrations", "installation", "mails", "skipped events" }
        )
            Assert.Contains($"OK    {subject}: ", report.Out, StringComparison.Ordinal);
        Assert.Contains("WARN  operators: none", report.Out, StringComparison.Ordinal);
        Assert.Contains("WARN  mail server: none is named", report.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_house_is_told_to_be_set_up()
    {
        await using var house = await House.Open(new Plan { Content = Content.Nothing });
        Assert.Contains("WARN  installation: not set up", (await Typed.At(house, "doctor")).Succeeded().Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_index_is_missing_then_made_then_behind()
    {
        await using var house = await House.Open(new Plan { Ready = false });
        Directory.Delete(Path.Combine(house.Database.Folder, "index"), recursive: true);
        Assert.Contains("WARN  search index: there is none", await Report(house), StringComparison.Ordinal);
        Assert.Contains("made anew", (await Typed.At(house, "reindex")).Succeeded().Out, StringComparison.Ordinal);
        Assert.Contains("OK    search index: ", await Report(house), StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(house.Database.Folder, "index"), "*", SearchOption.AllDirectories))
            await File.WriteAllTextAsync(file, "rubbish", Until.Stopped);
        Assert.Contains("WARN  search index: ", await Report(house), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lost_mails_and_skipped_events_are_counted()
    {
        await using var house = await House.Open(new Plan { Ready = false });
        var lost = new OutgoingMail("a@example.org", "s", "t", "h", "sv", DateTimeOffset.UnixEpoch);
        lost.Failed(TimeProvider.System.GetUtcNow(), "550 no", forever: true);
        var waiting = new OutgoingMail("b@example.org", "s", "t", "h", "sv", DateTimeOffset.UnixEpoch);
        await house.Store(
            lost,
            waiting,
            new SkippedEvent
            {
                Subscriber = "somebody",
                Position = 7,
                Error = "Boom\nat X",
                At = DateTimeOffset.UnixEpoch,
            }
        );
        var report = await Report(house);
        Assert.Contains("WARN  mails: 1 waiting, 1 given up", report, StringComparison.Ordinal);
        Assert.Contains("WARN  skipped events: 1, last 7 by somebody: Boom", report, StringComparison.Ordinal);
        Assert.DoesNotContain("example.org", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_server_that_is_not_there_fails()
    {
        await using var house = await House.Open();
        var report = await Typed.At(house, "doctor", "--Kosmopolit:Mail:Host=127.0.0.1", $"--Kosmopolit:Mail:Port={FreePort()}");
        Assert.Equal(1, report.Code);
        Assert.Contains("FAIL  mail server: 127.0.0.1:", report.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_fails_and_is_not_made()
    {
        var folder = Path.Combine(TemporaryFolders.New("doctor"), "missing");
        var report = await Typed.In(folder, "doctor");
        Assert.Equal(1, report.Code);
        Assert.Contains("FAIL  data folder: ", report.Out, StringComparison.Ordinal);
        Assert.Contains("FAIL  database: ", report.Out, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task A_server_that_is_down_fails_without_telling_the_password()
    {
        var report = await Typed.In(
            TemporaryFolders.New("doctor"),
            "doctor",
            $"--ConnectionStrings:Postgres=Host=127.0.0.1;Port={FreePort()};Username=a;Password=secret-word;Database=a"
        );
        Assert.Equal(1, report.Code);
        Assert.Contains("FAIL  database: PostgreSQL does not answer", report.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-word", report.Out + report.Error, StringComparison.Ordinal);
    }

    private static async Task<string> Report(House house) => (await Typed.At(house, "doctor")).Succeeded().Out;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
