using System.Diagnostics;
using Kosmopolit.Tests.Architecture.Source;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Commands;

/// <summary><c>bin/run</c> on machines that others have: programs that it calls are put in its way by name.</summary>
public sealed class RunScriptTests
{
    private readonly string _home = Path.Combine(TemporaryFolders.New("a home"), "of mine");
    private readonly string _programs = TemporaryFolders.New("programs");

    public RunScriptTests()
    {
        Directory.CreateDirectory(_home);
        foreach (var program in new[] { "bash", "dirname", "uname", "mktemp", "rm", "mkdir", "cat", "chmod" })
            File.CreateSymbolicLink(
                Path.Combine(_programs, program),
                new[] { "/bin", "/usr/bin" }.Select(f => Path.Combine(f, program)).First(File.Exists)
            );
    }

    [Fact]
    public async Task Without_the_SDK_the_way_to_it_is_named()
    {
        var (code, output, error) = await Run();
        Assert.Equal((1, ""), (code, output));
        Assert.Contains("dotnet-", error, StringComparison.Ordinal);
        Assert.Contains("bin/run --install-sdk", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_SDK_is_installed_into_the_home_when_asked_and_the_start_goes_on()
    {
        // The official script, as far as this one can see.
        Program(
            "curl",
            """
            while [ "$1" != -o ]; do shift; done
            cat > "$2" <<'END'
            while [ "$1" != --install-dir ]; do shift; done
            mkdir -p "$2"
            printf '#!/usr/bin/env bash\necho "dotnet $*"\n' > "$2/dotnet"
            chmod +x "$2/dotnet"
            END
            """
        );
        var (code, output, _) = await Run("--install-sdk", "--urls", "http://127.0.0.1:9");
        Assert.Equal(0, code);
        Assert.True(File.Exists(Path.Combine(_home, ".dotnet", "dotnet")));
        Assert.Contains(
            $"Kosmopolit.dll serve --urls http://127.0.0.1:9 --data {SourceTree.Root}/.data\n",
            output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_download_that_fails_says_so()
    {
        Program("curl", "exit 6");
        var (code, output, error) = await Run("--install-sdk");
        Assert.Equal((1, ""), (code, output));
        Assert.Contains("could not be installed", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_build_that_fails_starts_nothing()
    {
        Program("dotnet", """[ "$1" != build ] || exit 1; echo "dotnet $*" """);
        var (code, output, error) = await Run();
        Assert.Equal(1, code);
        Assert.DoesNotContain("Kosmopolit.dll", output, StringComparison.Ordinal);
        Assert.Contains("build failed", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "serve --data {root}/.data")]
    [InlineData("--data|/tmp/with space", "serve --data /tmp/with space")]
    [InlineData("doctor", "doctor --data {root}/.data")]
    [InlineData("account|list-operators|--data=x", "account list-operators --data=x")]
    public async Task What_is_typed_is_passed_on(string typed, string passedOn)
    {
        Program("dotnet", """echo "dotnet $*" """);
        var (code, output, _) = await Run(typed.Split('|', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(0, code);
        Assert.EndsWith(
            $"Kosmopolit.dll {passedOn.Replace("{root}", SourceTree.Root, StringComparison.Ordinal)}\n",
            output,
            StringComparison.Ordinal
        );
    }

    private void Program(string name, string script)
    {
        var path = Path.Combine(_programs, name);
        File.WriteAllText(path, "#!/usr/bin/env bash\n" + script + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    private async Task<(int Code, string Out, string Error)> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("/usr/bin/env", ["bash", Path.Combine(SourceTree.Root, "bin", "run"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _home,
        };
        (start.Environment["PATH"], start.Environment["HOME"]) = (_programs, _home);
        start.Environment.Remove("DOTNET_INSTALL_DIR");
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Until.Stopped), process.StandardError.ReadToEndAsync(Until.Stopped));
        await process.WaitForExitAsync(Until.Stopped);
        return (process.ExitCode, await output, await error);
    }
}
