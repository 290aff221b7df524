namespace Kosmopolit.Bench.Routing;

/// <summary>How good an order is, by what was judged of it. Grades: 0 wrong, 1 right, 2 just right.</summary>
internal static class RankMeasures
{
    public const int Depth = 10;

    /// <summary>Discounted gain of the first ten beside the best order's; the gain of a grade is 2^grade − 1.</summary>
    public static double Ndcg(IReadOnlyList<string> ranked, IReadOnlyDictionary<string, int> judged)
    {
        var best = Gain(judged.Values.OrderDescending());
        return best == 0 ? 0 : Gain(ranked.Select(r => judged.GetValueOrDefault(r))) / best;
    }

    /// <summary>One over the place of the first right one among the first ten; 0 when there is none.</summary>
    public static double ReciprocalRank(IReadOnlyList<string> ranked, IReadOnlyDictionary<string, int> judged)
    {
        for (var i = 0; i < Math.Min(Depth, ranked.Count); i++)
            if (judged.GetValueOrDefault(ranked[i]) > 0)
                return 1.0 / (i + 1);
        return 0;
    }

    /// <summary>1 when a right one is among the first few, else 0.</summary>
    public static double Success(IReadOnlyList<string> ranked, IReadOnlyDictionary<string, int> judged, int few) =>
        ranked.Take(few).Any(r => judged.GetValueOrDefault(r) > 0) ? 1 : 0;

    private static double Gain(IEnumerable<int> grades) =>
        grades.Take(Depth).Select((grade, i) => (Math.Pow(2, grade) - 1) / Math.Log2(i + 2)).Sum();
}
