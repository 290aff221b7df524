using Kosmopolit.Bench.Loading;
using Kosmopolit.Bench.Running;

namespace Kosmopolit.Bench.Pages;

/// <summary>
/// Resident memory of a process that has served every country in every language, and then the loads of visitors and
/// members on all cores.
/// </summary>
internal sealed class Memory(Server server, PagesPlan plan)
{
    private static readonly string[] Paths = [PagesBench.Country, "/", "/countries", "/networks", "/search?q=Iran"];

    public async Task Run(string cookie, Report report)
    {
        foreach (var path in Paths)
        {
            await Press(path, null);
            await Press(path, cookie);
        }
        var (now, peak) = server.Memory;
        report.Add(
            new(
                "resident memory after load",
                now / 1e6,
                "MB",
                Goal.NoMore(220),
                new Dictionary<string, double> { ["peakMegabytes"] = peak / 1e6 }
            )
        );
    }

    private async Task Press(string path, string? who)
    {
        await RawAnswer.Get(server.Port, path, who);
        var length = (await RawAnswer.Get(server.Port, path, who)).Body.Length;
        await LoadRun.Against(new LoadPlan(server.Port, path, who, length), plan.Connections, TimeSpan.FromSeconds(1), null);
    }
}
