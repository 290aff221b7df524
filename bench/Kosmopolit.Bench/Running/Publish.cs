using System.Diagnostics;

namespace Kosmopolit.Bench.Running;

/// <summary>Publishes as an operator would: <c>dotnet publish -c Release</c>, nothing else.</summary>
internal static class Publish
{
    /// <returns>The program that was published.</returns>
    /// <exception cref="InvalidOperationException">It does not build.</exception>
    public static async Task<string> Project(string project, string name)
    {
        var to = Workplace.Published(name);
        string[] arguments = ["publish", Path.Combine(Workplace.Repository, project), "-c", "Release", "-o", to, "-v", "q", "--nologo"];
        // The measure must not compete with a compiler that stays behind.
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardOutput = true,
            Environment = { ["UseSharedCompilation"] = "false", ["MSBUILDDISABLENODEREUSE"] = "1" },
        };
        using var publish = Process.Start(start)!;
        var said = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0
            ? Path.Combine(to, Path.GetFileName(project))
            : throw new InvalidOperationException($"{project} does not publish:\n{said}");
    }
}
