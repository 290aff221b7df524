using System.CommandLine;
using Kosmopolit.Bench.Bank;
using Kosmopolit.Bench.Running;
using Kosmopolit.Features.Demo;

namespace Kosmopolit.Bench.Pages;

/// <summary><c>pages</c>: how fast, how light and how frugal the published product is beside a bare ASP.NET application.</summary>
internal static class PagesBench
{
    /// <summary>The page that is measured under load: many people know the country, so it is one of the fullest.</summary>
    public const string Country = "/countries/vn";

    private static readonly RacedPage Front = new(Country, "country page", 0.75, 0.10);

    /// <summary>Lists of twenty networks with 150 firms each.</summary>
    private static readonly RacedPage[] Lists =
    [
        new("/networks", "list of 20 networks", 0.75, 0.10),
        new("/networks/skane/members", "members of a network of 150 firms", 0.75, 0.10),
        new("/people", "people of 20 networks", 0.75, 0.10),
    ];

    /// <summary>The bank with this many texts.</summary>
    private const int Texts = 5000;

    private static readonly RacedPage[] Bank =
    [
        new($"/knowledge/{MadeTexts.Slug(17)}", "text among 5,000", 0.75, 0.10),
        new("/knowledge?country=VN", "list of a country among 5,000 texts", 0.75, 0.10),
    ];

    public static Command Command()
    {
        var rounds = new Option<int>("--rounds") { Description = "Rounds of each load; the median counts", DefaultValueFactory = _ => 7 };
        var seconds = new Option<double>("--seconds") { Description = "Seconds of each load", DefaultValueFactory = _ => 3 };
        var connections = new Option<int>("--connections") { Description = "Connections kept open", DefaultValueFactory = _ => 16 };
        var port = new Option<int>("--port") { Description = "First of four free loopback ports", DefaultValueFactory = _ => 5151 };
        var only = new Option<string?>("--only")
        {
            Description = "One part alone: start, load, lists (of the grown country), bank (with 5,000 texts) or home (weight and memory)",
        };
        only.AcceptOnlyFromAmong("start", "load", "lists", "bank", "home");
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
            await new PageRace(product, bare, home, plan).Run(report, Front);
        if (only is null or "home")
            await AtHome(product, home, plan, report);
        if (only is null or "lists")
            await Grown(product, bare, plan, report);
        if (only is null or "bank")
            await Filled(product, bare, plan, report);
        report.Table();
    }

    // In a folder of its own: what is measured of the demonstration stays what it was.
    private static async Task Grown(string product, string bare, PagesPlan plan, Report report)
    {
        using var folder = Workplace.Temporary();
        var home = new DemoHome(folder.Path);
        await home.Furnish(product, plan.Port);
        await home.Grow(product, plan.Port);
        foreach (var list in Lists)
            await new PageRace(product, bare, home, plan).Run(report, list);
    }

    private static async Task Filled(string product, string bare, PagesPlan plan, Report report)
    {
        using var folder = Workplace.Temporary();
        var home = new DemoHome(folder.Path);
        await home.Furnish(product, plan.Port);
        await home.Bring(MadeTexts.Lines(Texts), product, plan.Port);
        foreach (var page in Bank)
            await new PageRace(product, bare, home, plan).Run(report, page);
        await using var server = Server.Start(product, plan.Port, home.Settings);
        await server.Answers("/");
        await new Weight(server).Of(report, "first view of a text", "/knowledge/iq-culture-sv", 28);
    }

    private static async Task AtHome(string product, DemoHome home, PagesPlan plan, Report report)
    {
        await using var server = Server.Start(product, plan.Port, home.Settings);
        await server.Answers("/");
        await new Weight(server).Run(report);
        await new Memory(server, plan).Run(await home.SessionOf(Personas.MemberInUmea), report);
    }
}

/// <param name="Name">Words for the report.</param>
/// <param name="Visitor">Least share of a bare endpoint's answers that a visitor's page must reach.</param>
/// <param name="Member">The same for somebody who is signed in.</param>
internal sealed record RacedPage(string Path, string Name, double Visitor, double Member);

/// <param name="Port">First of four free loopback ports.</param>
internal sealed record PagesPlan(int Rounds, TimeSpan Window, int Connections, int Port);
