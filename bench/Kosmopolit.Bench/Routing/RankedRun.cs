using System.Globalization;
using System.Text.Json;

namespace Kosmopolit.Bench.Routing;

/// <summary>Orders for many questions, measured together and written down the way TREC tools read them.</summary>
internal sealed class RankedRun
{
    private readonly List<(string Question, IReadOnlyList<(string Who, double Score)> Ranked)> _orders = [];

    public void Add(string question, IReadOnlyList<(string Who, double Score)> ranked) => _orders.Add((question, ranked));

    /// <summary>Means over the questions of which something right is known.</summary>
    public Dictionary<string, double> Measure(IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> judged)
    {
        var asked = _orders.Where(o => judged.GetValueOrDefault(o.Question)?.Values.Any(g => g > 0) == true).ToList();
        double Mean(Func<IReadOnlyList<string>, IReadOnlyDictionary<string, int>, double> measure) =>
            asked.Count == 0 ? 0 : asked.Average(o => measure([.. o.Ranked.Select(r => r.Who)], judged[o.Question]));
        return new()
        {
            ["questions"] = asked.Count,
            ["nDCG@10"] = Mean(RankMeasures.Ndcg),
            ["MRR@10"] = Mean(RankMeasures.ReciprocalRank),
            ["success@3"] = Mean((r, j) => RankMeasures.Success(r, j, 3)),
            ["success@5"] = Mean((r, j) => RankMeasures.Success(r, j, 5)),
        };
    }

    public async Task Write(string file, CancellationToken ct)
    {
        var lines = _orders.SelectMany(o =>
            o.Ranked.Select(
                (r, i) => string.Create(CultureInfo.InvariantCulture, $"{o.Question} Q0 {r.Who} {i + 1} {r.Score:0.######} kosmopolit")
            )
        );
        await File.WriteAllLinesAsync(file, lines, ct);
    }

    /// <summary>One line of JSON.</summary>
    public static void Print(string set, Dictionary<string, double> measures) =>
        Console.WriteLine(
            JsonSerializer.Serialize(
                new Dictionary<string, object> { ["set"] = set }
                    .Concat(measures.Select(m => KeyValuePair.Create(m.Key, (object)Math.Round(m.Value, 4))))
                    .ToDictionary(p => p.Key, p => p.Value)
            )
        );
}
