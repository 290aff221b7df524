using System.Globalization;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Features.Demo;

/// <summary>Founds the planned firms around their owners.</summary>
internal sealed class DemoFirms(DemoSource source, DateTimeOffset now)
{
    private readonly Dice _dice = Dice.For("firms");
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly FirmNames _namer = new(source.Roots);
    private int _numbers;

    public List<Firm> All { get; } = [];

    public Firm Found(FirmPlan plan, Life life, Member owner, string? name = null)
    {
        var shades = ShadesOf(plan, owner);
        name ??= Unique(plan, life);
        _names.Add(name);
        // A sole trader's firm is its owner: an address must not tell a name that may be hidden.
        var slug = DemoSlugs.Meaningless(_dice);
        var started = _dice.Between(Math.Max(life.Arrived + 1, now.Year - 24), now.Year - 1);
        var firm = new Firm(slug, new(name, shades.Name), owner.JoinedAt);
        firm.ShowTo(shades.Presence);
        var number = plan.Sole ? "" : FictionalNumbers.Organisation(_numbers++);
        firm.Place(
            new(plan.Home.Code, shades.Field(_dice, 92)),
            new(plan.Trade.Sni, shades.Field(_dice, 95)),
            new(plan.Size, shades.Field(_dice, 70)),
            new(number, shades.Field(_dice, 85))
        );
        Describe(firm, plan, started, shades);
        Trade(firm, plan, life, started, shades);
        Employ(firm, owner, "owner", started);
        All.Add(firm);
        return firm;
    }

    /// <summary>Who sees that a person belongs to a firm could guess the name: never wider than the name, nor than the firm.</summary>
    public void Employ(Firm firm, Member member, string role, int since)
    {
        var start = new DateTimeOffset(since, _dice.Between(1, 12), _dice.Between(1, 28), 0, 0, 0, TimeSpan.Zero);
        firm.Employ(
            member.Id,
            role,
            start < now ? start : now.AddDays(-30),
            Shades.Least(member.Presence, member.Name.Audience, firm.Presence)
        );
    }

    private Shades ShadesOf(FirmPlan plan, Member owner)
    {
        var wish = _dice.Below(100) switch
        {
            < 84 => Audience.Public,
            < 96 => Audience.AllNetworks,
            _ => Audience.MyNetwork,
        };
        if (owner.Presence == Audience.OnlyMe)
            return Shades.Hidden;
        if (!plan.Sole)
            return new(wish, _dice.Chance(94) ? wish : Shades.Least(wish, Audience.MyNetwork));
        var presence = Shades.Least(wish, owner.Presence);
        return new(presence, Shades.Least(presence, owner.Name.Audience));
    }

    private void Describe(Firm firm, FirmPlan plan, int started, Shades shades)
    {
        var english = _dice.Chance(20);
        var sentence = _dice.Pick(english ? plan.Trade.En : plan.Trade.Sv);
        var tail = _dice.Pick(source.Tails[english ? "en" : "sv"]);
        var about = $"{sentence} {tail}"
            .Replace("{goods}", plan.Trade.Goods[english ? 1 : 0], StringComparison.Ordinal)
            .Replace("{home}", plan.Home.Name, StringComparison.Ordinal)
            .Replace("{year}", started.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        firm.Describe(
            new(char.ToUpper(about[0], CultureInfo.InvariantCulture) + about[1..], shades.Field(_dice, 94)),
            english ? "en" : "sv"
        );
    }

    private void Trade(Firm firm, FirmPlan plan, Life life, int started, Shades shades)
    {
        var countries = plan.Export == ExportStatus.Exporting ? ExportCountries.Draw(life, _dice) : [];
        var markets = countries.Select(c => new ExportMarket(firm.Id, c, _dice.Between(started, now.Year), shades.Field(_dice, 80)));
        firm.Trade(new(plan.Export, shades.Field(_dice, 75)), [.. markets]);
    }

    private string Unique(FirmPlan plan, Life life)
    {
        string name;
        do name = _namer.Draw(plan, life, _dice);
        while (_names.Contains(name));
        return name;
    }
}
