using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace Kosmopolit.Bench.Running;

/// <summary>A published program that listens on a loopback port, in a process of its own that ends with this value.</summary>
internal sealed class Server : IAsyncDisposable
{
    // Ticks of /proc/PID/stat; the kernel reports hundredths whatever its own clock.
    private const double TicksPerSecond = 100;

    private readonly Process _process;
    private readonly Stopwatch _sinceStart;

    private Server(Process process, int port, Stopwatch sinceStart) => (_process, Port, _sinceStart) = (process, port, sinceStart);

    public int Port { get; }

    public Uri Address => new($"http://127.0.0.1:{Port}");

    /// <param name="cores">Cores that the program may use, as <c>taskset</c> writes them; null for all.</param>
    public static Server Start(string program, int port, IReadOnlyDictionary<string, string> settings, string? cores = null)
    {
        var start = cores is null ? new ProcessStartInfo(program) : new ProcessStartInfo("taskset", ["-c", cores, program]);
        start.RedirectStandardOutput = true;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        foreach (var (key, value) in settings)
            start.Environment[key] = value;
        var watch = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        // Nobody reads what it says; a full pipe would stop it.
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return new Server(process, port, watch);
    }

    /// <summary>Time from the start of the process to the end of the first answer 200.</summary>
    /// <exception cref="InvalidOperationException">It ended, or did not answer within a minute.</exception>
    public async Task<TimeSpan> Answers(string path)
    {
        while (_sinceStart.Elapsed < TimeSpan.FromMinutes(1) && !_process.HasExited)
        {
            try
            {
                if (await RawAnswer.Get(Port, path) is { Status: 200 })
                    return _sinceStart.Elapsed;
            }
            catch (Exception e) when (e is SocketException or IOException)
            {
                // Not listening yet.
            }
            await Task.Delay(2);
        }
        throw new InvalidOperationException($"{_process.StartInfo.FileName} did not answer {path} on port {Port}.");
    }

    /// <summary>Processor time used so far, by all threads, in and for the process.</summary>
    public TimeSpan Processor
    {
        get
        {
            var stat = File.ReadAllText($"/proc/{_process.Id}/stat");
            // The second field is the name in brackets and may contain spaces.
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return TimeSpan.FromSeconds(
                (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture))
                    / TicksPerSecond
            );
        }
    }

    /// <summary>Resident memory in bytes, shared pages included: now, and at its highest.</summary>
    public (long Now, long Peak) Memory
    {
        get
        {
            var lines = File.ReadAllLines($"/proc/{_process.Id}/status");
            return (Kilobytes(lines, "VmRSS:") * 1024, Kilobytes(lines, "VmHWM:") * 1024);
        }
    }

    /// <summary>Ends the process as an operator would, by the signal to terminate.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using var signal = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
    }

    private static long Kilobytes(string[] lines, string name) =>
        long.Parse(
            lines.First(l => l.StartsWith(name, StringComparison.Ordinal))[name.Length..].Replace("kB", "", StringComparison.Ordinal),
            CultureInfo.InvariantCulture
        );
}
