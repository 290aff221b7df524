using System.Diagnostics;
using Kosmopolit.Bench.Running;
using Kosmopolit.Bench.Writes;
using Kosmopolit.Features.Search;
using Kosmopolit.Features.Search.Asking;
using Kosmopolit.Features.Search.Index;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Geography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Bench.Search;

/// <summary>
/// Many texts: how long the product takes to index and to find them beside others that index and find the same texts in the
/// same run. The product's time holds reading the question, counting kinds and codes, and the closer look.
/// </summary>
internal sealed class CrowdRace(int count, int asked, Report report)
{
    private const string PostgresVariable = "KOSMOPOLIT_BENCH_POSTGRES";

    /// <summary>Texts that are indexed before the clock runs.</summary>
    private const int Before = 20_000;

    public async Task Run(CancellationToken ct)
    {
        using var folder = Workplace.Temporary();
        await using var services = Furnish(folder.Path);
        var crowd = new Crowd(count, services.GetRequiredService<Atlas>());
        var questions = crowd.Questions(asked);
        var heap = GC.GetTotalMemory(forceFullCollection: true);
        await WarmUp(folder.Path);
        var (place, index) = (Path.Combine(folder.Path, "product"), new Effort());
        Fill(services, crowd, place);
        var product = new Track("Kosmopolit", index.Taken(), Ask(questions, q => Find(services, q)), Size(place));
        var details = product.Details();
        details["heapMegabytes"] = (GC.GetTotalMemory(forceFullCollection: true) - heap) / 1e6;
        details["residentMegabytes"] = Environment.WorkingSet / 1e6;
        details["editFindableMilliseconds"] = Edit(services);
        report.Add(new($"Kosmopolit, {count} texts, p95", product.P95, "ms", Details: details));
        foreach (var rival in await Rivals(folder.Path, ct))
            using (rival)
                Compare(product, Measure(rival, crowd, questions, folder.Path));
    }

    /// <summary>The compiler makes quick what has run often; whoever came first would pay for what both use.</summary>
    private static async Task WarmUp(string folder)
    {
        await using var services = Furnish(Path.Combine(folder, "before"));
        var some = new Crowd(Before, services.GetRequiredService<Atlas>());
        Fill(services, some, Path.Combine(folder, "before", "product"));
        using var bare = new BareLucene(Directory.CreateDirectory(Path.Combine(folder, "before", "bare")).FullName);
        bare.Add(some.Texts());
    }

    private void Compare(Track product, Track rival)
    {
        report.Add(new($"{rival.Name}, {count} texts, p95", rival.P95, "ms", Details: rival.Details()));
        var goal =
            rival.Name.StartsWith("bare", StringComparison.Ordinal) ? Goal.NoMore(1.5)
            : rival.Name.StartsWith("Postgre", StringComparison.Ordinal) ? Goal.NoMore(0.1)
            : null;
        report.Add(new($"p95 beside {rival.Name}", product.P95 / rival.P95, "×", goal));
        if (rival.IsHere)
            report.Add(new($"p95 beside {rival.Name}, processor", product.P95Processor / rival.P95Processor, "×"));
        if (rival.Name.StartsWith("bare", StringComparison.Ordinal))
            report.Add(new("texts a second beside bare Lucene", rival.Indexing.Time / product.Indexing.Time, "×", Goal.NoLess(0.35)));
        if (rival.IsHere)
            report.Add(new($"texts a processor second beside {rival.Name}", rival.Indexing.Processor / product.Indexing.Processor, "×"));
    }

    private static ServiceProvider Furnish(string folder)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddSingleton(new DataFolder(folder));
        services.AddGeography();
        services.AddSearch();
        return services.BuildServiceProvider();
    }

    private static void Fill(ServiceProvider services, Crowd crowd, string folder)
    {
        var index = OpenIndex.Create(folder);
        index.Add(crowd.Entries());
        index.Pack();
        index.Show(new IndexPlace(default, Guid.Empty, EntryDocument.Version));
        index.Commit();
        services.GetRequiredService<SearchIndex>().Swap(index);
    }

    private static int Find(ServiceProvider services, string text)
    {
        var (meant, reading, _) = services.GetRequiredService<Asked>().By(new SearchQuestion(text));
        return services.GetRequiredService<Look>().For(reading, meant, Me.Visitor)!.Page.Count;
    }

    /// <summary>From the row being read to the first search that finds it; the worker's half second comes on top.</summary>
    private static double Edit(ServiceProvider services)
    {
        var index = services.GetRequiredService<SearchIndex>().Current!;
        var start = Stopwatch.GetTimestamp();
        var one = new Platform.Search.SearchEntry(Kinds.Article, Guid.CreateVersion7(), "edit", Audience.Public)
        {
            ForEveryone = true,
            Title = "zyxwvutsrq",
        };
        index.Replace(one.Kind, [one.Id!.Value], [one]);
        index.Show(index.Place!);
        return Find(services, one.Title) == 1
            ? Stopwatch.GetElapsedTime(start).TotalMilliseconds
            : throw new InvalidOperationException("The edit was not found.");
    }

    private static async Task<List<IRival>> Rivals(string folder, CancellationToken ct)
    {
        List<IRival> rivals = [new BareLucene(Directory.CreateDirectory(Path.Combine(folder, "bare")).FullName)];
        rivals.Add(new SqliteFullText(Directory.CreateDirectory(Path.Combine(folder, "fts")).FullName));
        if (Environment.GetEnvironmentVariable(PostgresVariable) is { Length: > 0 } server)
            rivals.Add(new PostgresFullText((await OwnPostgres.Create(server, ct)).ConnectionString));
        return rivals;
    }

    private static Track Measure(IRival rival, Crowd crowd, IReadOnlyList<string> questions, string folder)
    {
        var effort = new Effort();
        rival.Add(crowd.Texts());
        var took = effort.Taken();
        var times = Ask(questions, q => rival.Find(q.Split(' ')), before: rival is BareLucene ? 3 : 1);
        var own = Path.Combine(folder, rival is BareLucene ? "bare" : "fts");
        return new Track(rival.Name, took, times, rival is PostgresFullText ? 0 : Size(own)) { IsHere = rival is not PostgresFullText };
    }

    private static List<(double Time, double Processor)> Ask(IReadOnlyList<string> questions, Func<string, int> find, int before = 3)
    {
        // First for the caches and the compiler, which makes quick what has run often; the last round counts.
        for (var round = 0; round < before; round++)
            foreach (var question in questions)
                find(question);
        return
        [
            .. questions.Select(question =>
            {
                var effort = new Effort();
                GC.KeepAlive(find(question));
                var (time, processor) = effort.Taken();
                return (time.TotalMilliseconds, processor.TotalMilliseconds);
            }),
        ];
    }

    private static double Size(string folder) => new DirectoryInfo(folder).EnumerateFiles().Sum(f => f.Length) / 1e6;

    /// <summary>
    /// Time on the clock, and of processors: on a machine that others use as well, the second says how much work it was.
    /// </summary>
    private sealed class Effort
    {
        private readonly long _start = Stopwatch.GetTimestamp();
        private readonly TimeSpan _processor = Environment.CpuUsage.TotalTime;

        public (TimeSpan Time, TimeSpan Processor) Taken() =>
            (Stopwatch.GetElapsedTime(_start), Environment.CpuUsage.TotalTime - _processor);
    }

    /// <param name="Times">Milliseconds of each question.</param>
    private sealed record Track(
        string Name,
        (TimeSpan Time, TimeSpan Processor) Indexing,
        List<(double Time, double Processor)> Times,
        double Megabytes
    )
    {
        /// <summary>Whether its work is done in this process, so that it can be told.</summary>
        public bool IsHere { get; init; } = true;

        public double P95 => At(t => t.Time, 0.95);

        public double P95Processor => At(t => t.Processor, 0.95);

        public Dictionary<string, double> Details()
        {
            var details = new Dictionary<string, double>
            {
                ["p50"] = At(t => t.Time, 0.5),
                ["p95"] = P95,
                ["p99"] = At(t => t.Time, 0.99),
                ["indexSeconds"] = Indexing.Time.TotalSeconds,
                ["megabytesOnDisk"] = Megabytes,
            };
            if (IsHere)
            {
                details["p50Processor"] = At(t => t.Processor, 0.5);
                details["p95Processor"] = P95Processor;
                details["indexProcessorSeconds"] = Indexing.Processor.TotalSeconds;
            }
            return details;
        }

        private double At(Func<(double Time, double Processor), double> of, double share) =>
            Times.Select(of).Order().ElementAt((int)(share * (Times.Count - 1)));
    }
}
