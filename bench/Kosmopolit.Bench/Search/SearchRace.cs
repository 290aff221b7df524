using System.Diagnostics;
using Kosmopolit.Bench.Running;
using Kosmopolit.Features.Search;
using Kosmopolit.Features.Search.Asking;
using Kosmopolit.Features.Search.Index;
using Kosmopolit.Features.Search.Matching;
using Kosmopolit.Platform.Auth;
using Lucene.Net.Search;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Bench.Search;

/// <summary>
/// Asks every question in turn of the product and of Lucene alone, which gets the finished query and the same filter and
/// returns the best twenty. The product reads the text, writes the query, counts kinds and codes and names the page's
/// holders; reading their rows from the database is told apart.
/// </summary>
internal sealed class SearchRace(IServiceProvider services, int times)
{
    private const int Top = 20;

    private readonly Asked _asked = services.GetRequiredService<Asked>();
    private readonly Look _look = services.GetRequiredService<Look>();
    private readonly QueryWriter _writer = services.GetRequiredService<QueryWriter>();
    private readonly AudienceFilter _audience = services.GetRequiredService<AudienceFilter>();
    private readonly SearchIndex _index = services.GetRequiredService<SearchIndex>();

    public async Task Run(string reader, Me me, Report report)
    {
        List<double> bare = [],
            found = [],
            answered = [];
        foreach (var question in Questions.All)
        {
            // The compiler optimises what has run often; the first half is for that.
            for (var round = 0; round < times / 2; round++)
                await Once(question, me);
            var laps = new List<(double Bare, double Found, double Answered)>();
            for (var round = 0; round < times; round++)
                laps.Add(await Once(question, me));
            bare.Add(laps.Select(l => l.Bare).Median());
            found.Add(laps.Select(l => l.Found).Median());
            answered.Add(laps.Select(l => l.Answered).Median());
        }
        var ratios = found.Zip(bare, (f, b) => f / b).ToList();
        var details = new Dictionary<string, double>
        {
            ["bareMicros"] = bare.Average(),
            ["productMicros"] = found.Average(),
            ["withRowsMicros"] = answered.Average(),
            ["medianOfRatios"] = ratios.Median(),
            ["worstRatio"] = ratios.Max(),
            ["questions"] = bare.Count,
        };
        report.Add(new($"search as {reader} / bare query", found.Sum() / bare.Sum(), "×", Goal.NoMore(1.5), details));
    }

    /// <returns>Microseconds of the bare query, of the product's search, and of the whole answer with rows.</returns>
    private async Task<(double Bare, double Found, double Answered)> Once(SearchQuestion question, Me me)
    {
        var (meant, reading, _) = _asked.By(question);
        _index.TrySearch(
            searcher => (searcher, query: _writer.Write(reading, meant, new TermBook(searcher.IndexReader)).Query),
            out var plan
        );
        var bare = Time(() => plan.searcher.Search(plan.query, _audience.For(me), Top));
        var found = Time(() =>
        {
            var (again, understood, _) = _asked.By(question);
            return _look.For(understood, again, me) ?? throw new InvalidOperationException("There is no index.");
        });
        await using var scope = services.CreateAsyncScope();
        var finder = scope.ServiceProvider.GetRequiredService<Finder>();
        var start = Stopwatch.GetTimestamp();
        await finder.Find(question, me);
        return (bare, found, Stopwatch.GetElapsedTime(start).TotalMicroseconds);
    }

    private static double Time<T>(Func<T> work)
    {
        var start = Stopwatch.GetTimestamp();
        var result = work();
        var took = Stopwatch.GetElapsedTime(start);
        GC.KeepAlive(result);
        return took.TotalMicroseconds;
    }
}
