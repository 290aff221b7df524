using System.Net;
using System.Net.Sockets;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Commands;

/// <summary>A start that cannot succeed ends at once with one line that says what is wrong and what to do.</summary>
[Slow]
public sealed class StartTests
{
    private static readonly string[] AnyPort = ["--urls", "http://127.0.0.1:0"];

    [Fact]
    public async Task A_data_folder_that_cannot_be_made() => AssertOneLine("--data", await Serve("--data", "/proc/kosmopolit/data"));

    [Fact]
    public async Task A_data_folder_that_is_a_file()
    {
        var file = Path.Combine(TemporaryFolders.New("start"), "data");
        await File.WriteAllTextAsync(file, "not a folder", Until.Stopped);
        AssertOneLine(file, await Serve("--data", file));
    }

    [Fact]
    public async Task A_database_that_is_none()
    {
        var folder = TemporaryFolders.New("start");
        await File.WriteAllTextAsync(
            Path.Combine(folder, "kosmopolit.db"),
            string.Concat(Enumerable.Repeat("not a database ", 400)),
            Until.Stopped
        );
        AssertOneLine("database file", await Serve("--data", folder));
    }

    [Fact]
    public async Task A_database_that_cannot_be_opened()
    {
        var folder = TemporaryFolders.New("start");
        Directory.CreateDirectory(Path.Combine(folder, "kosmopolit.db"));
        AssertOneLine("database file", await Serve("--data", folder));
    }

    [Fact]
    public async Task A_server_that_does_not_answer()
    {
        var nobody = $"Host=127.0.0.1;Port={FreePort()};Username=a;Password=secret-word;Database=a;Timeout=5";
        var ended = await Started.ToItsEnd(
            ["serve", .. AnyPort, "--data", TemporaryFolders.New("start")],
            ("ConnectionStrings__Postgres", nobody)
        );
        AssertOneLine("ConnectionStrings__Postgres", ended);
        Assert.DoesNotContain("secret-word", ended.Out + ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var urls = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";
        AssertOneLine("--urls", await Started.ToItsEnd(["serve", "--urls", urls, "--data", TemporaryFolders.New("start")]));
    }

    [Fact]
    public async Task A_command_that_does_not_exist()
    {
        var (code, _, error) = await Started.ToItsEnd(["sevre"]);
        Assert.NotEqual(0, code);
        Assert.Contains("sevre", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("serve", "--help")]
    public async Task Help_is_given(params string[] arguments)
    {
        var (code, output, _) = await Started.ToItsEnd(arguments);
        Assert.Equal(0, code);
        Assert.Contains("--data", output, StringComparison.Ordinal);
    }

    private static Task<(int, string, string)> Serve(params string[] arguments) => Started.ToItsEnd(["serve", .. AnyPort, .. arguments]);

    private static void AssertOneLine(string mentions, (int Code, string Out, string Error) ended)
    {
        Assert.Equal(1, ended.Code);
        var line = Assert.Single(ended.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(mentions, line, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Out, StringComparison.Ordinal);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
