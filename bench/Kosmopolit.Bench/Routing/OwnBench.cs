using Kosmopolit.Bench.Running;
using Kosmopolit.Commands;
using Kosmopolit.Features.Demo;
using Kosmopolit.Features.Search.Experts;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Bench.Routing;

/// <summary>
/// The own set over the demo world: 360 questions in twenty languages, judged twice. Half of it is sealed: it is measured and
/// told apart, and no weight was chosen by it.
/// </summary>
internal static class OwnBench
{
    public static async Task Run(bool judge, FileInfo? file, CancellationToken ct)
    {
        var questions = OwnQuestion.All();
        if (judge)
            await JudgeAnew(questions, ct);
        var (first, second) = (await Judged("judged-first.tsv", ct), await Judged("judged-second.tsv", ct));
        var right = Agreed(first, second);
        using var folder = Workplace.Temporary();
        var clock = new BenchClock(DemoWorld.Today);
        await using var app = Site.Build(
            ["--applicationName=Kosmopolit", $"--Kosmopolit:Data={folder.Path}", "--Kosmopolit:Demo=true"],
            builder => builder.Services.AddSingleton<TimeProvider>(clock)
        );
        app.Services.GetRequiredService<DataFolder>().Prepare();
        await Serve.Prepare(app, ct);
        var run = new Dictionary<string, RankedRun>
        {
            ["own"] = new(),
            ["own, tuning half"] = new(),
            ["own, sealed half"] = new(),
        };
        var silent = await Rank(app, questions, right, run, ct);
        foreach (var (name, ranked) in run)
            RankedRun.Print(name, ranked.Measure(right));
        RankedRun.Print("own, nobody knows", silent);
        RankedRun.Print("own, asks", await new AskingRace(app, clock).Run(questions, ct));
        if (file is not null)
            await run["own"].Write(file.FullName, ct);
    }

    /// <summary>Looks for everybody as a member of every network, who sees what members show to their own.</summary>
    private static async Task<Dictionary<string, double>> Rank(
        WebApplication app,
        IReadOnlyList<OwnQuestion> questions,
        Dictionary<string, IReadOnlyDictionary<string, int>> right,
        Dictionary<string, RankedRun> runs,
        CancellationToken ct
    )
    {
        var networks = DemoWorld.Build(DemoWorld.Today).Networks.Select(n => n.Id).ToList();
        var me = new Me { AccountId = Guid.Empty, Networks = networks };
        var (wrongly, answerable, rightly, unanswerable) = (0, 0, 0, 0);
        foreach (var question in questions)
        {
            await using var scope = app.Services.CreateAsyncScope();
            var found = await scope.ServiceProvider.GetRequiredService<ExpertFinder>().Find(question.Text, question.Language, me, ct);
            List<(string, double)> ranked = [.. found.Take(100).Select(f => (f.Facts.Person.Slug, f.Score))];
            runs["own"].Add(question.Id, ranked);
            runs[$"own, {question.Half} half"].Add(question.Id, ranked);
            if (question.Kind == "nobody")
                (unanswerable, rightly) = (unanswerable + 1, rightly + (ranked.Count == 0 ? 1 : 0));
            else if (right.ContainsKey(question.Id))
                (answerable, wrongly) = (answerable + 1, wrongly + (ranked.Count == 0 ? 1 : 0));
        }
        return new()
        {
            ["false nobody knows"] = (double)wrongly / answerable,
            ["answerable"] = answerable,
            ["true nobody knows"] = (double)rightly / unanswerable,
            ["unanswerable"] = unanswerable,
        };
    }

    private static async Task JudgeAnew(IReadOnlyList<OwnQuestion> questions, CancellationToken ct)
    {
        var people = DemoWorld.Build(DemoWorld.Today).Members;
        var judges = new Judges(DemoWorld.Today.Year);
        var pairs = questions
            .SelectMany(q => people.Where(p => Judges.HasTie(q, p)).Select(p => (q, p)))
            .Select(x => (Key: $"{x.q.Id}\t{x.p.Slug}", First: judges.First(x.q, x.p), Second: judges.Second(x.q, x.p)))
            .ToList();
        await Write("judged-first.tsv", pairs.Select(p => (p.Key, p.First)), ct);
        // The other read them the other way round.
        await Write("judged-second.tsv", pairs.AsEnumerable().Reverse().Select(p => (p.Key, p.Second)), ct);
        var both = pairs.Select(p => (p.First, p.Second)).ToList();
        RankedRun.Print(
            "own, agreement",
            new()
            {
                ["pairs"] = both.Count,
                ["kappa, right or not"] = Agreement.Kappa([.. both.Select(b => (Math.Min(b.First, 1), Math.Min(b.Second, 1)))], 2),
                ["kappa, three grades"] = Agreement.Kappa(both, 3),
            }
        );
    }

    private static Task Write(string name, IEnumerable<(string Key, int Grade)> rows, CancellationToken ct) =>
        File.WriteAllLinesAsync(Path.Combine(OwnQuestion.Folder, name), rows.Select(r => $"{r.Key}\t{r.Grade}"), ct);

    private static async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>>> Judged(string name, CancellationToken ct) =>
        TextSet.Read(await File.ReadAllLinesAsync(Path.Combine(OwnQuestion.Folder, name), ct));

    /// <summary>Right is whom both call right, as right as the stricter says.</summary>
    private static Dictionary<string, IReadOnlyDictionary<string, int>> Agreed(
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> first,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> second
    ) =>
        first
            .Select(q =>
                (
                    q.Key,
                    Right: q.Value.Select(p => (p.Key, Grade: Math.Min(p.Value, second[q.Key][p.Key])))
                        .Where(p => p.Grade > 0)
                        .ToDictionary(p => p.Key, p => p.Grade)
                )
            )
            .Where(q => q.Right.Count > 0)
            .ToDictionary(q => q.Key, q => (IReadOnlyDictionary<string, int>)q.Right);
}

/// <summary>A clock that stands until it is moved.</summary>
internal sealed class BenchClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
