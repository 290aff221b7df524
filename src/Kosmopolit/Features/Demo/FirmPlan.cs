using Kosmopolit.Features.Members.Firms;

namespace Kosmopolit.Features.Demo;

/// <summary>What a firm is going to be, decided before its people, who write about its trade.</summary>
internal sealed record FirmPlan(NetworkSource Network, TradeSource Trade, MunicipalitySource Home, SizeClass Size, ExportStatus Export)
{
    public bool Sole => Size == SizeClass.Sole;

    /// <summary>A network's firms, two in five of them exporting: those whose trade makes it most likely.</summary>
    public static IReadOnlyList<FirmPlan> ForNetwork(DemoSource source, NetworkSource network, Dice dice)
    {
        var plans = Enumerable.Range(0, network.Firms).Select(_ => Draw(source, network, dice)).ToList();
        var exporting = plans
            .Select((plan, i) => (i, Score: plan.Trade.Export + dice.Below(50)))
            .OrderByDescending(p => p.Score)
            .Take((network.Firms * 2 + 2) / 5)
            .Select(p => p.i)
            .ToHashSet();
        return [.. plans.Select((plan, i) => exporting.Contains(i) ? plan with { Export = ExportStatus.Exporting } : plan)];
    }

    private static FirmPlan Draw(DemoSource source, NetworkSource network, Dice dice)
    {
        var trade = dice.Pick(source.Trades, t => t.Weight);
        var home = dice.Pick(network.Municipalities, m => m.Weight);
        var status = dice.Below(100) switch
        {
            < 36 => ExportStatus.Preparing,
            < 92 => ExportStatus.NotYet,
            _ => ExportStatus.Unknown,
        };
        return new FirmPlan(network, trade, home, SizeOf(trade, dice), status);
    }

    private static SizeClass SizeOf(TradeSource trade, Dice dice) =>
        dice.Chance(trade.Solo)
            ? SizeClass.Sole
            : dice.Below(100) switch
            {
                < 76 => SizeClass.UpTo9,
                < 96 => SizeClass.UpTo49,
                _ => SizeClass.UpTo249,
            };
}
