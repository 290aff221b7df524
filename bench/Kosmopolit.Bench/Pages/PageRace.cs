using System.Text.Json;
using Kosmopolit.Bench.Loading;
using Kosmopolit.Bench.Running;
using Kosmopolit.Features.Demo;

namespace Kosmopolit.Bench.Pages;

/// <summary>
/// A page for visitors and for a member, in turn with the bare application that answers with the very same
/// headers and compressed bytes. Each pair of loads makes one ratio; the median of the ratios counts.
/// </summary>
internal sealed class PageRace(string product, string bare, DemoHome home, PagesPlan plan)
{
    // These belong to the connection or the moment; both servers set them themselves.
    private static readonly HashSet<string> Own = new(StringComparer.OrdinalIgnoreCase)
    {
        "Date",
        "Transfer-Encoding",
        "Content-Length",
        "Age",
    };

    // A browser takes a renewed session every few minutes; here each round begins with a new one.
    private static readonly Persona Who = Personas.MemberInUmea;

    public async Task Run(Report report, RacedPage raced)
    {
        await using var site = Server.Start(product, plan.Port, home.Settings, Cores.Servers);
        await site.Answers("/health/live");
        // Until the index is open a list of people is a shorter page.
        while (await DemoHome.People(site) == 0)
            await Task.Delay(200);
        var visitor = await Page(site, raced.Path, null);
        var member = await Page(site, raced.Path, await home.SessionOf(Who));
        using var folder = Workplace.Temporary();
        var answers = Path.Combine(folder.Path, "answers.json");
        await File.WriteAllTextAsync(
            answers,
            JsonSerializer.Serialize(new Dictionary<string, object> { ["/"] = Same(visitor), ["/member"] = Same(member) })
        );
        await using var yardstick = Server.Start(
            bare,
            plan.Port + 1,
            new Dictionary<string, string> { ["answers"] = answers },
            Cores.Servers
        );
        await yardstick.Answers("/");
        List<Pair> visitors = [],
            members = [];
        // One round more than asked for: in the first the just-in-time compiler is still at work.
        for (var round = 0; round <= plan.Rounds; round++)
        {
            visitors.Add(new(await Race(yardstick, "/", null, visitor), await Race(site, raced.Path, null, visitor)));
            members.Add(
                new(await Race(yardstick, "/member", null, member), await Race(site, raced.Path, await home.SessionOf(Who), member))
            );
        }
        Add($"anonymous {raced.Name} / bare endpoint", raced.Visitor, visitor, visitors[1..], report);
        Add($"signed-in {raced.Name} / bare endpoint", raced.Member, member, members[1..], report);
    }

    private static void Add(string measure, double goal, RawAnswer page, List<Pair> pairs, Report report)
    {
        var details = new Dictionary<string, double>
        {
            ["bytes"] = page.Body.Length,
            ["perSecond"] = pairs.Select(p => p.Site.Load.PerSecond).Median(),
            ["barePerSecond"] = pairs.Select(p => p.Bare.Load.PerSecond).Median(),
            ["p99Micros"] = pairs.Select(p => p.Site.Load.P99).Median(),
            ["processorMicros"] = pairs.Select(p => p.Site.ProcessorMicros).Median(),
            ["bareProcessorMicros"] = pairs.Select(p => p.Bare.ProcessorMicros).Median(),
            ["processorRatio"] = pairs.Select(p => p.Bare.ProcessorMicros / p.Site.ProcessorMicros).Median(),
            ["generatorBusyOnBare"] = pairs.Select(p => p.Bare.Load.Busy).Median(),
        };
        report.Add(
            new(measure, pairs.Select(p => p.Site.Load.PerSecond / p.Bare.Load.PerSecond).Median(), "×", Goal.NoLess(goal), details)
        );
    }

    private async Task<Lap> Race(Server server, string path, string? cookie, RawAnswer page)
    {
        var before = server.Processor;
        var load = await LoadRun.Against(
            new LoadPlan(server.Port, path, cookie, page.Body.Length),
            plan.Connections,
            plan.Window,
            Cores.Load
        );
        return new Lap(load, (server.Processor - before).TotalMicroseconds / load.All);
    }

    // The second answer: the first may have come past an empty cache.
    private static async Task<RawAnswer> Page(Server site, string path, string? cookie)
    {
        await RawAnswer.Get(site.Port, path, cookie);
        var answer = await RawAnswer.Get(site.Port, path, cookie);
        return answer.Status == 200 ? answer : throw new InvalidOperationException($"{path} answered {answer.Status}.");
    }

    private static object Same(RawAnswer page) => new { Headers = page.Headers.Where(h => !Own.Contains(h.Key)), page.Body };

    private sealed record Lap(Load Load, double ProcessorMicros);

    private sealed record Pair(Lap Bare, Lap Site);
}
