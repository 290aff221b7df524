using System.Diagnostics;
using Kosmopolit.Bench.Running;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Bench.Writes;

/// <summary>Each writer saves one row with its event at a time, through a context of its own, and begins again at once.</summary>
internal sealed class WriteRun(int writers, TimeSpan window)
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    public async Task Against(IServiceProvider services, string name, Report report, CancellationToken ct)
    {
        await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(() => Write(services, WarmUp, ct), ct)));
        var start = Stopwatch.GetTimestamp();
        var waits = await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(() => Write(services, window, ct), ct)));
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var sorted = waits.SelectMany(w => w).Order().ToList();
        var details = new Dictionary<string, double>
        {
            ["writers"] = writers,
            ["p50Ms"] = sorted[sorted.Count / 2],
            ["p99Ms"] = sorted[(int)(sorted.Count * 0.99)],
            ["longestMs"] = sorted[^1],
            // A fair gate lets everybody write equally often.
            ["leastOfOneWriter"] = waits.Min(w => w.Count),
            ["mostOfOneWriter"] = waits.Max(w => w.Count),
        };
        report.Add(new($"writes on {name}", sorted.Count / seconds, "/s", null, details));
        report.Add(new($"writes on {name}, 99 % wait at most", details["p99Ms"], "ms"));
    }

    /// <returns>Milliseconds that each write took.</returns>
    private static async Task<List<double>> Write(IServiceProvider services, TimeSpan time, CancellationToken ct)
    {
        var took = new List<double>();
        for (var begun = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begun) < time; )
        {
            var start = Stopwatch.GetTimestamp();
            await using (var scope = services.CreateAsyncScope())
            {
                var db = scope.ServiceProvider.GetRequiredService<KosmopolitDb>();
                db.Add(new Network($"bench-{Guid.NewGuid():N}", "Bench", ["2480"], DateTimeOffset.UtcNow, null));
                await db.SaveChangesAsync(ct);
            }
            took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return took;
    }
}
