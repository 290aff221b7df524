using System.CommandLine;
using Kosmopolit.Bench.Running;
using Kosmopolit.Features.Demo;

namespace Kosmopolit.Bench.Pages;

/// <summary><c>pages</c>: how fast, how light and how frugal the published product is beside a bare ASP.NET application.</summary>
internal static class PagesBench
{
    /// <summary>The page that is measured under load: many people know the country, so it is one of the fullest.</summary>
    public const string Country = "/countries/vn";

    public static Command Command()
    {
        var rounds = new Option<int>("--rounds") { Description = "Rounds of each load; the median counts", DefaultValueFactory = _ => 7 };
        var seconds = new Option<double>("--seconds") { Description = "Seconds of each load", DefaultValueFactory = _ => 3 };
        var connections = new Option<int>("--connections") { Description = "Connections kept open", DefaultValueFactory = _ => 16 };
        var port = new Option<int>("--port") { Description = "First of four free loopback ports", DefaultValueFactory = _ => 5151 };
        var only = new Option<string?>("--only") { Description = "One part alone: start, load or home (weight and memory)" };
        only.AcceptOnlyFromAmong("start", "load", "home");
        var command = new Command("pages", "First answer, pages under load, weight and memory")
        {
            rounds,
            seconds,
            connections,
            port,
            only,
        };
        command.SetAction(
            (r, _) =>
                Run(
                    new PagesPlan(r.GetValue(rounds), TimeSpan.FromSeconds(r.GetValue(seconds)), r.GetValue(connections), r.GetValue(port)),
                    r.GetValue(only)
                )
        );
        return command;
    }

    private static async Task Run(PagesPlan plan, string? only)
    {
        var product = await Publish.Project("src/Kosmopolit", "Kosmopolit");
        var bare = await Publish.Project("bench/Kosmopolit.Bare", "Kosmopolit.Bare");
        using var folder = Workplace.Temporary();
        var home = new DemoHome(folder.Path);
        await home.Furnish(product, plan.Port);
        var report = new Report();
        if (only is null or "start")
            await new StartRace(product, bare, home, plan).Run(report);
        if (only is null or "load")
            await new PageRace(product, bare, home, plan).Run(report);
        if (only is null or "home")
            await AtHome(product, home, plan, report);
        report.Table();
    }

    private static async Task AtHome(string product, DemoHome home, PagesPlan plan, Report report)
    {
        await using var server = Server.Start(product, plan.Port, home.Settings);
        await server.Answers("/");
        await new Weight(server).Run(report);
        await new Memory(server, plan).Run(await home.SessionOf(Personas.MemberInUmea), report);
    }
}

/// <param name="Port">First of four free loopback ports.</param>
internal sealed record PagesPlan(int Rounds, TimeSpan Window, int Connections, int Port);
