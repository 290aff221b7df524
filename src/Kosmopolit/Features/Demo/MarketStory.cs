using Kosmopolit.Features.Members.People;
using Known = Kosmopolit.Features.Members.People.Topics;

namespace Kosmopolit.Features.Demo;

/// <summary>One market a fictional person knows, before it is written down for them.</summary>
/// <param name="Topics">The first is what the note is about.</param>
internal sealed record MarketStory(
    MarketSource Market,
    string Town,
    Basis Basis,
    int? From,
    int? Until,
    int? LastContact,
    IReadOnlyList<Topics> Topics
)
{
    private static readonly Topics[] Lived =
    [
        Known.Culture,
        Known.Politics,
        Known.Language,
        Known.Religion,
        Known.Etiquette,
        Known.Business,
        Known.Procurement,
    ];

    private static readonly Topics[] Remembered = [Known.Culture, Known.Language, Known.Politics, Known.Religion];

    private static readonly Topics[] Traded =
    [
        Known.Business,
        Known.Customs,
        Known.Procurement,
        Known.Contracts,
        Known.Logistics,
        Known.Payment,
        Known.Agents,
        Known.Etiquette,
    ];

    /// <summary>One to four markets, as a life leaves them behind: the country lived in, the trade since, places on the way.</summary>
    public static IReadOnlyList<MarketStory> Of(DemoSource source, Life life, int thisYear, Dice dice)
    {
        var stories = new List<MarketStory> { Home(life, thisYear, dice) };
        if (FormerState(source, life, dice) is { } former)
            stories.Add(former);
        if (dice.Chance(42))
            stories.Add(Trade(life.Market, life.Town, life, thisYear, dice));
        var also = dice.Shuffle((life.Market.Also ?? []).Select(source.Market).Where(m => m.Ended is null));
        foreach (var market in also.Take(dice.Chance(34) ? dice.Between(1, 2) : 0))
            stories.Add(Elsewhere(market, life, thisYear, dice));
        return [.. stories.Take(4)];
    }

    private static MarketStory Home(Life life, int thisYear, Dice dice)
    {
        var basis = dice.Below(100) switch
        {
            < 70 => Basis.Lived,
            < 84 => Basis.Worked,
            < 94 => Basis.FamilyTies,
            _ => Basis.Studied,
        };
        var told = dice.Chance(88);
        var contact = dice.Chance(78) ? Recent(thisYear, dice) : (int?)null;
        var until = basis == Basis.Studied ? Math.Min(life.Arrived, life.From + dice.Between(2, 6)) : life.Arrived;
        return basis == Basis.FamilyTies
            ? new(life.Market, life.Town, basis, null, null, contact, Draw(Lived, dice))
            : new(life.Market, life.Town, basis, told ? life.From : null, told ? until : null, contact, Draw(Lived, dice));
    }

    private static MarketStory? FormerState(DemoSource source, Life life, Dice dice)
    {
        var state = (life.Market.Also ?? []).Select(source.Market).FirstOrDefault(m => m.Ended > life.From + 4);
        if (state is null || !dice.Chance(60))
            return null;
        return new(
            state,
            dice.Pick(state.Towns),
            Basis.Lived,
            life.From,
            Math.Min(state.Ended!.Value, life.Arrived),
            null,
            Draw(Remembered, dice)
        );
    }

    private static MarketStory Trade(MarketSource market, string town, Life life, int thisYear, Dice dice)
    {
        var from = dice.Between(Math.Min(life.Arrived + 1, thisYear - 1), thisYear - 1);
        var until = dice.Chance(22) && from < thisYear - 3 ? dice.Between(from + 1, thisYear - 2) : (int?)null;
        return new(market, town, Basis.Traded, from, until, until ?? Recent(thisYear, dice, from), Draw(Traded, dice));
    }

    private static MarketStory Elsewhere(MarketSource market, Life life, int thisYear, Dice dice)
    {
        var town = dice.Pick(market.Towns);
        if (dice.Chance(50))
            return Trade(market, town, life, thisYear, dice);
        var from = dice.Between(Math.Max(life.From, life.Arrived - 9), life.Arrived - 1);
        var basis = dice.Pick([Basis.Worked, Basis.Studied, Basis.Lived]);
        var contact = dice.Chance(50) ? Recent(thisYear, dice, life.Arrived) : (int?)null;
        return new(market, town, basis, from, Math.Min(life.Arrived, from + dice.Between(1, 5)), contact, Draw(Lived, dice));
    }

    private static int Recent(int thisYear, Dice dice, int notBefore = 0) => Math.Max(notBefore, thisYear - dice.Below(3) * dice.Below(4));

    private static List<Topics> Draw(Topics[] from, Dice dice) => [.. dice.Shuffle(from).Take(dice.Between(1, 4))];
}
