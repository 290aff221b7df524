namespace Kosmopolit.Bench.Retrieval;

/// <summary>How well ranked lists answer their questions, averaged over the questions that have an answer.</summary>
/// <param name="Ndcg10">Gain is the grade itself, halved by the logarithm of the place.</param>
internal sealed record Measures(double Ndcg10, double Mrr10, double Success5, double Recall100, int Questions)
{
    /// <param name="ranked">Question to texts, best first.</param>
    public static Measures Of(
        IEnumerable<(string Question, IReadOnlyList<string> Texts)> ranked,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> grades
    )
    {
        var each = ranked
            .Where(r => grades.TryGetValue(r.Question, out var known) && known.Values.Any(g => g > 0))
            .Select(r => One([.. r.Texts.Select(t => Math.Max(0, grades[r.Question].GetValueOrDefault(t)))], grades[r.Question]))
            .ToList();
        return each.Count == 0
            ? new(0, 0, 0, 0, 0)
            : new(
                each.Average(m => m.Ndcg10),
                each.Average(m => m.Mrr10),
                each.Average(m => m.Success5),
                each.Average(m => m.Recall100),
                each.Count
            );
    }

    private static Measures One(List<int> found, IReadOnlyDictionary<string, int> known)
    {
        var ideal = Gain(known.Values.Where(g => g > 0).OrderDescending());
        var first = found.FindIndex(g => g > 0);
        return new(
            Gain(found) / ideal,
            first is >= 0 and < 10 ? 1.0 / (first + 1) : 0,
            first is >= 0 and < 5 ? 1 : 0,
            found.Take(100).Count(g => g > 0) / (double)known.Values.Count(g => g > 0),
            1
        );
    }

    private static double Gain(IEnumerable<int> grades) => grades.Take(10).Select((grade, place) => grade / Math.Log2(place + 2)).Sum();
}
