using System.Globalization;
using Kosmopolit.Features.Members.People;

namespace Kosmopolit.Features.Demo;

/// <summary>Sentence patterns of one language: what people know of a market by topic, by trade, and what they offer.</summary>
internal sealed record Voice(
    string Language,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Topics,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Kinds,
    IReadOnlyList<string>? Former,
    IReadOnlyList<string> Offers,
    IReadOnlyList<string> ShortOffers
)
{
    /// <summary>A sentence for the first topic named, often with a second one from another topic or the trade.</summary>
    public string Note(IReadOnlyList<Topics> topics, string kind, Scene scene, Dice dice)
    {
        var known = topics.Where(t => Topics.ContainsKey(t.ToString())).ToList();
        var first = dice.Pick(Topics[known.Count > 0 ? known[0].ToString() : "Culture"]);
        var more = known.Skip(1).SelectMany(t => Topics[t.ToString()]).Concat(Kinds.GetValueOrDefault(kind) ?? []).ToList();
        return scene.Fill(more.Count > 0 && dice.Chance(55) ? $"{first} {dice.Pick(more)}" : first);
    }

    /// <summary>About a state that is gone: what is left of it, and no advice on doing business there; may be empty.</summary>
    public string Memory(Scene scene, Dice dice) => Former is null ? "" : scene.Fill(dice.Pick(Former));

    public string Offer(Scene scene, Dice dice)
    {
        var offer = dice.Pick(Offers);
        return scene.Fill(dice.Chance(35) ? $"{offer} {dice.Pick(ShortOffers)}" : offer);
    }
}

/// <summary>What the gaps of a pattern are filled with, already in the pattern's language.</summary>
/// <param name="Goods">What the firm sells, be it haircuts.</param>
/// <param name="Wares">Something that can be put into a container.</param>
internal sealed record Scene(string Town, string Land, string InLand, string Gate, string Tongue, string Goods, string Wares, int Years)
{
    private static readonly string[] OtherScripts = ["ar", "fa", "zh", "th", "ru", "uk", "sr", "ti", "am"];

    public static Scene Of(
        DemoSource source,
        MarketSource market,
        string town,
        string tongue,
        TradeSource trade,
        int years,
        string language
    )
    {
        var (sv, native) = (town.Split('|')[0], town.Split('|')[^1]);
        // A French sentence names Algiers in Latin letters, an Arabic one in Arabic.
        var fits = char.IsAscii(native[0]) || native[0] is >= 'À' and < 'ɐ' || OtherScripts.Contains(language);
        var swedish = language == "sv";
        return new Scene(
            swedish ? sv
                : language == "en" ? source.TownsInEnglish.GetValueOrDefault(sv, sv)
                : fits ? native
                : sv,
            swedish ? market.Sv : market.En,
            swedish ? market.In ?? $"i {market.Sv}" : $"in {market.En}",
            market.Gate[swedish ? 0 : 1],
            source.Tongues[tongue][swedish ? 0 : 1],
            trade.Goods[swedish ? 0 : 1],
            (trade.Wares ?? trade.Goods)[swedish ? 0 : 1],
            years
        );
    }

    public string Fill(string pattern)
    {
        var text = pattern
            .Replace("{town}", Town, StringComparison.Ordinal)
            .Replace("{iland}", InLand, StringComparison.Ordinal)
            .Replace("{land}", Land, StringComparison.Ordinal)
            .Replace("{gate}", Gate, StringComparison.Ordinal)
            .Replace("{tongue}", Tongue, StringComparison.Ordinal)
            .Replace("{goods}", Goods, StringComparison.Ordinal)
            .Replace("{wares}", Wares, StringComparison.Ordinal)
            .Replace("{years}", Years.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..];
    }
}
