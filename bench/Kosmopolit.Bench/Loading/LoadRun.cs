using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Kosmopolit.Bench.Running;

namespace Kosmopolit.Bench.Loading;

/// <summary>Starts the load generator and waits for what it found.</summary>
internal static class LoadRun
{
    /// <param name="cores">Cores for the generator; null for all.</param>
    /// <exception cref="InvalidOperationException">An answer was wrong; the generator's words say which.</exception>
    public static async Task<Load> Against(LoadPlan plan, int connections, TimeSpan window, string? cores)
    {
        List<string> arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "Kosmopolit.Bench.dll"),
            "load",
            "--port",
            Text(plan.Port),
            "--path",
            plan.Path,
            "--length",
            Text(plan.Length),
            "--connections",
            Text(connections),
            "--seconds",
            window.TotalSeconds.ToString(CultureInfo.InvariantCulture),
        ];
        if (plan.Cookie is { } cookie)
            arguments.AddRange(["--cookie", cookie]);
        var start = cores is null
            ? new ProcessStartInfo("dotnet", arguments)
            : new ProcessStartInfo("taskset", ["-c", cores, "dotnet", .. arguments]);
        start.RedirectStandardOutput = true;
        // Answers are read on the thread that the kernel woke: half the cost, so the generator is not what is measured.
        start.Environment["DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS"] = "1";
        start.Environment["DOTNET_TieredPGO"] = "0";
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? JsonSerializer.Deserialize<Load>(said)! : throw new InvalidOperationException(said);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
