using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Features.Demo;

/// <summary>How widely fictional people show themselves: a believable mix in which names hide more often than presence.</summary>
internal sealed record Shades(Audience Presence, Audience Name)
{
    public static readonly Shades Open = new(Audience.Public, Audience.Public);

    public static readonly Shades Hidden = new(Audience.OnlyMe, Audience.OnlyMe);

    public static Queue<Audience> Presences(int count, Dice dice) =>
        dice.Pack(count, (Audience.Public, 45), (Audience.AllNetworks, 35), (Audience.MyNetwork, 18), (Audience.OnlyMe, 2));

    public static Shades Draw(Audience presence, Dice dice) => new(presence, NameUnder(presence, dice));

    /// <summary>A field that usually goes with the presence, else one step narrower; never wider.</summary>
    public Audience Field(Dice dice, int follows) => dice.Chance(follows) ? Presence : Narrower(Presence);

    /// <summary>Ways to reach somebody: shown to few, whatever the rest says.</summary>
    public Audience Contact(Dice dice) =>
        dice.Below(100) switch
        {
            < 62 => Audience.OnlyMe,
            < 91 => Least(Presence, Audience.Asker),
            _ => Least(Presence, Audience.MyNetwork),
        };

    public static Audience Least(params Audience[] audiences) => audiences.Min();

    private static Audience Narrower(Audience audience) => audience == Audience.OnlyMe ? Audience.OnlyMe : audience - 1;

    private static Audience NameUnder(Audience presence, Dice dice) =>
        (presence, dice.Below(100)) switch
        {
            (Audience.Public, < 48) => Audience.Public,
            (Audience.Public, < 76) => Audience.AllNetworks,
            (Audience.AllNetworks, < 62) => Audience.AllNetworks,
            (Audience.MyNetwork, < 10) => Audience.Asker,
            (Audience.OnlyMe, _) => Audience.OnlyMe,
            _ => Audience.MyNetwork,
        };
}
