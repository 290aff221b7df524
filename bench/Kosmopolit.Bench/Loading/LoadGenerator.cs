using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;

namespace Kosmopolit.Bench.Loading;

/// <summary>What a load run found; latencies in microseconds.</summary>
/// <param name="PerSecond">Answers per second inside the measured window.</param>
/// <param name="All">Answers in all, the warming-up included.</param>
/// <param name="Busy">Share of the window in which the generator itself was computing, in cores.</param>
internal sealed record Load(double PerSecond, long All, double P50, double P99, double Busy);

/// <summary>
/// Asks the same page again and again over connections kept open. It runs in a process and on a core of its own, so that
/// it slows neither the product nor the yardstick more than the other.
/// </summary>
internal static class LoadGenerator
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(0.7);

    public static Command Command()
    {
        var port = new Option<int>("--port");
        var path = new Option<string>("--path") { DefaultValueFactory = _ => "/" };
        var cookie = new Option<string?>("--cookie");
        var length = new Option<int>("--length");
        var connections = new Option<int>("--connections");
        var seconds = new Option<double>("--seconds");
        var command = new Command("load", "Used by the other commands") { port, path, cookie, length, connections, seconds };
        command.Hidden = true;
        command.SetAction(
            async (r, _) =>
            {
                var plan = new LoadPlan(r.GetValue(port), r.GetValue(path)!, r.GetValue(cookie), r.GetValue(length));
                Console.WriteLine(
                    JsonSerializer.Serialize(await Run(plan, r.GetValue(connections), TimeSpan.FromSeconds(r.GetValue(seconds))))
                );
            }
        );
        return command;
    }

    private static async Task<Load> Run(LoadPlan plan, int connections, TimeSpan window)
    {
        var gate = new LoadWindow(WarmUp, window);
        var runs = Enumerable.Range(0, connections).Select(_ => Task.Run(() => new LoadConnection(plan, gate).Run())).ToList();
        await Task.Delay(WarmUp);
        var before = Environment.CpuUsage.TotalTime;
        await Task.Delay(window);
        var busy = (Environment.CpuUsage.TotalTime - before) / window;
        var done = await Task.WhenAll(runs);
        var latencies = done.SelectMany(d => d.Latencies).Order().ToList();
        return new Load(
            latencies.Count / window.TotalSeconds,
            done.Sum(d => d.All),
            Micros(latencies[latencies.Count / 2]),
            Micros(latencies[(int)(latencies.Count * 0.99)]),
            busy
        );
    }

    private static double Micros(long ticks) => ticks * 1e6 / Stopwatch.Frequency;
}

/// <param name="Length">What every body must measure, in bytes as sent.</param>
internal sealed record LoadPlan(int Port, string Path, string? Cookie, int Length);

/// <summary>Answers count when they come between the end of the warming-up and the end of the window.</summary>
internal sealed class LoadWindow(TimeSpan warmUp, TimeSpan window)
{
    private readonly long _from = Stopwatch.GetTimestamp() + (long)(warmUp.TotalSeconds * Stopwatch.Frequency);
    private readonly long _until = Stopwatch.GetTimestamp() + (long)((warmUp + window).TotalSeconds * Stopwatch.Frequency);

    public bool IsOver(long now) => now >= _until;

    public bool Counts(long now) => now >= _from && now < _until;
}
