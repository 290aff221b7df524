namespace Kosmopolit.Features.Demo;

/// <summary>The part of a fictional person's life that matters here: where they know their way, and since when they are in Sweden.</summary>
/// <param name="Town">Entry of <see cref="MarketSource.Towns"/>.</param>
/// <param name="From">First year in the country they know best.</param>
/// <param name="Arrived">Year of coming to Sweden.</param>
/// <param name="Writes">Language of what they write about themselves.</param>
internal sealed record Life(
    MarketSource Market,
    PersonName Name,
    IReadOnlyList<string> Tongues,
    string Town,
    int From,
    int Arrived,
    string Writes
)
{
    public static Life Draw(DemoSource source, MarketSource market, int thisYear, Dice dice)
    {
        var who = dice.Pick(market.Who!);
        var arrived = thisYear - dice.Between(4, 30) - dice.Below(8);
        var from = Math.Max(1955, arrived - dice.Between(9, 34));
        var tongues = who.Skip(1).ToList();
        return new Life(
            market,
            source.Names(who[0]).Draw(dice),
            tongues,
            dice.Pick(market.Towns),
            from,
            arrived,
            Pen(source, tongues, dice)
        );
    }

    /// <summary>A pack with each country as often as its people, so that the rarest is there once.</summary>
    public static Queue<MarketSource> Countries(DemoSource source, Dice dice) =>
        new(dice.Shuffle(source.Markets.SelectMany(m => Enumerable.Repeat(m, m.People))));

    private static string Pen(DemoSource source, List<string> tongues, Dice dice)
    {
        var own = tongues.FirstOrDefault(t => source.Voice(t) is not null);
        return dice.Below(100) switch
        {
            < 26 when own is not null => own,
            < 42 => "en",
            _ => "sv",
        };
    }
}
