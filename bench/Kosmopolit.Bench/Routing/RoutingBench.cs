using System.CommandLine;
using Kosmopolit.Bench.Running;
using Kosmopolit.Features.Search.Experts;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Bench.Routing;

/// <summary><c>routing</c>: does a question reach somebody who knows? Over the demo world's own judged set, or over a folder.</summary>
internal static class RoutingBench
{
    public static Command Command()
    {
        var set = new Option<DirectoryInfo?>("--set")
        {
            Description = "Folder with docs.jsonl, queries.jsonl, qrels.tsv; else the own set",
        };
        var run = new Option<FileInfo?>("--run") { Description = "Where to write the TREC run" };
        var language = new Option<string>("--language") { Description = "BCP 47 tag of the questions", DefaultValueFactory = _ => "en" };
        var judge = new Option<bool>("--judge") { Description = "Judge the own set anew and write both judgements down" };
        var command = new Command("routing", "Questions brought to people, by the product's own ranking") { set, run, language, judge };
        command.SetAction(
            async (r, ct) =>
            {
                if (r.GetValue(set) is { } folder)
                    await Texts(folder, r.GetValue(language)!, r.GetValue(run), ct);
                else
                    await OwnBench.Run(r.GetValue(judge), r.GetValue(run), ct);
            }
        );
        return command;
    }

    private static async Task Texts(DirectoryInfo folder, string language, FileInfo? file, CancellationToken ct)
    {
        using var home = Workplace.Temporary();
        await using var app = new DemoHome(home.Path).Services();
        var set = new TextSet(folder.FullName);
        var run = await set.Rank(app.Services.GetRequiredService<ExpertRanking>(), language, ct);
        RankedRun.Print(folder.Name, run.Measure(await set.Judged(ct)));
        if (file is not null)
            await run.Write(file.FullName, ct);
    }
}
