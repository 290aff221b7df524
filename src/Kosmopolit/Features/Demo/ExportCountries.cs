namespace Kosmopolit.Features.Demo;

/// <summary>Where a firm sells: mostly where its owner knows the way, then to the neighbours.</summary>
internal static class ExportCountries
{
    // Trade with these stopped in 2022; a demo world should not suggest it.
    private static readonly string[] Closed = ["RU", "BY"];

    private static readonly string[] Neighbours = ["NO", "NO", "FI", "FI", "DK", "DE", "DE", "PL", "EE", "LV", "GB", "NL", "FR"];

    public static IReadOnlyList<string> Draw(Life life, Dice dice)
    {
        var wanted = dice.Pick([1, 1, 1, 2, 2, 2, 3, 4]);
        var known = new List<string> { life.Market.Code };
        known.AddRange((life.Market.Also ?? []).Where(c => c.Length == 2));
        var countries = dice.Shuffle(known.Skip(1)).Prepend(known[0]).Take(dice.Chance(68) ? wanted : 0).ToList();
        countries.AddRange(dice.Shuffle(Neighbours));
        return [.. countries.Where(c => !Closed.Contains(c)).Distinct().Take(wanted)];
    }
}
