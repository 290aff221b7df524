using Kosmopolit.Bench.Running;

namespace Kosmopolit.Bench.Pages;

/// <summary>
/// From the start of the process to the first answer 200, over a database that is already up to date, in turn with the
/// bare application. All cores are free for both, as on the day somebody restarts the site.
/// </summary>
internal sealed class StartRace(string product, string bare, DemoHome home, PagesPlan plan)
{
    private static readonly Dictionary<string, string> Nothing = [];

    public async Task Run(Report report)
    {
        // The first start of each reads its files from the disk.
        await Once(bare, Nothing, "/");
        await Once(product, home.Settings, "/");
        List<double> yardstick = [],
            front = [],
            live = [];
        for (var round = 0; round < plan.Rounds; round++)
        {
            yardstick.Add(await Once(bare, Nothing, "/"));
            front.Add(await Once(product, home.Settings, "/"));
            live.Add(await Once(product, home.Settings, "/health/live"));
        }
        var details = new Dictionary<string, double>
        {
            ["bareMs"] = yardstick.Median(),
            ["frontPageMs"] = front.Median(),
            ["liveMs"] = live.Median(),
        };
        report.Add(new("first 200 on the front page / bare start", front.Median() / yardstick.Median(), "×", Goal.NoMore(1.6), details));
        report.Add(new("first 200 on /health/live / bare start", live.Median() / yardstick.Median(), "×"));
    }

    private async Task<double> Once(string program, IReadOnlyDictionary<string, string> settings, string path)
    {
        await using var server = Server.Start(program, plan.Port, settings);
        return (await server.Answers(path)).TotalMilliseconds;
    }
}
