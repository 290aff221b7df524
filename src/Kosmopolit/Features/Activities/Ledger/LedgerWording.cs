using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Activities.Ledger;

/// <summary>How what came of things is named to people.</summary>
public static class LedgerWording
{
    public static readonly IReadOnlyList<DealStage> Stages = [DealStage.Contact, DealStage.Offer, DealStage.Contract];

    public static readonly IReadOnlyList<DealStage> Answers = [DealStage.Nothing, .. Stages];

    public static readonly IReadOnlyList<ValueBand> Bands =
    [
        ValueBand.Untold,
        ValueBand.UpTo50000,
        ValueBand.UpTo250000,
        ValueBand.UpToOneMillion,
        ValueBand.UpToFiveMillion,
        ValueBand.More,
    ];

    public static readonly IReadOnlyList<Evidence> Levels = [Evidence.Said, Evidence.OtherSide, Evidence.Paper];

    public static string Name(DealStage stage, Texts t) =>
        stage switch
        {
            DealStage.Contact => t["a contact"],
            DealStage.Offer => t["an offer"],
            DealStage.Contract => t["a contract"],
            _ => t["nothing yet"],
        };

    public static string Many(DealStage stage, Texts t) =>
        stage switch
        {
            DealStage.Contact => t["contacts"],
            DealStage.Offer => t["offers"],
            _ => t["contracts"],
        };

    public static string Name(ValueBand band, Texts t) =>
        band switch
        {
            ValueBand.UpTo50000 => t["up to {0} kronor", Number(50_000, t)],
            ValueBand.UpTo250000 => t["up to {0} kronor", Number(250_000, t)],
            ValueBand.UpToOneMillion => t["up to {0} kronor", Number(1_000_000, t)],
            ValueBand.UpToFiveMillion => t["up to {0} kronor", Number(5_000_000, t)],
            ValueBand.More => t["more than {0} kronor", Number(5_000_000, t)],
            _ => t["not told"],
        };

    public static string Name(Evidence evidence, Texts t) =>
        evidence switch
        {
            Evidence.OtherSide => t["the other side says so, too"],
            Evidence.Paper => t["somebody outside the firm has seen the paper"],
            _ => t["the firm says so"],
        };

    public static string Country(string code, Atlas atlas, Texts t) =>
        code.Length == 0 ? t["country not told"] : atlas.PlaceName(code, t.Language.Tag);

    /// <summary>"A contract · Iraq · 3 March 2027".</summary>
    public static string Line(Deal deal, Atlas atlas, Texts t) =>
        $"{Capital(Name(deal.Stage, t))} · {Country(deal.Country, atlas, t)} · {deal.On.ToString("d MMMM yyyy", t.Language.Culture)}";

    public static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    private static string Number(int kronor, Texts t) => kronor.ToString("N0", t.Language.Culture);
}
