using Kosmopolit.Bench.Loading;
using Kosmopolit.Bench.Running;
using Kosmopolit.Platform.Ui;

namespace Kosmopolit.Bench.Pages;

/// <summary>
/// Resident memory of a process that has served every country in every language, and then the loads of visitors and
/// members on all cores: at once, and when the load has ended and what it needed has been given back.
/// </summary>
internal sealed class Memory(Server server, PagesPlan plan)
{
    // As many questions as one reader may ask in a minute, nearly.
    private const int Questions = UiRoom.Questions - 20;

    // The product looks every ten seconds whether it is quiet.
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(25);

    private static readonly string[] Paths = [PagesBench.Country, "/", "/countries", "/networks"];

    public async Task Run(string cookie, Report report)
    {
        foreach (var path in Paths)
        {
            await Press(path, null);
            await Press(path, cookie);
        }
        foreach (var who in new[] { null, cookie })
            for (var i = 0; i < Questions; i++)
                await RawAnswer.Get(server.Port, "/search?q=Iran", who);
        var atOnce = server.Memory.Now;
        await Task.Delay(Quiet);
        var (now, peak) = server.Memory;
        report.Add(
            new(
                "resident memory after load",
                now / 1e6,
                "MB",
                Goal.NoMore(220),
                new Dictionary<string, double> { ["atOnceMegabytes"] = atOnce / 1e6, ["peakMegabytes"] = peak / 1e6 }
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
