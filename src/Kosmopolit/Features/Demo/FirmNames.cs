namespace Kosmopolit.Features.Demo;

/// <summary>Names of firms that do not exist: invented words before the word of the trade.</summary>
internal sealed class FirmNames(RootSource roots)
{
    private static readonly string[] PartnersTrades = ["knowledge", "engineering"];

    public string Draw(FirmPlan plan, Life life, Dice dice)
    {
        var trade = dice.Pick(plan.Trade.Names);
        var root = Root(dice);
        if (plan.Sole)
            return dice.Chance(45) ? $"{life.Name.Latin.Split(' ')[0]} {root} {trade}" : $"{root} {trade}";
        if (PartnersTrades.Contains(plan.Trade.Kind) && dice.Chance(20))
            return $"{life.Name.Latin.Split(' ')[^1]} & {root} {trade}";
        return dice.Chance(62) ? $"{root} {trade} AB" : $"{root} {trade}";
    }

    private string Root(Dice dice)
    {
        var first = dice.Pick(roots.First);
        return first.TrimEnd('a', 'i', 'o') + dice.Pick(roots.Second);
    }
}
