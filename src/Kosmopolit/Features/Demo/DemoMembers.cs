using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Features.Demo;

/// <summary>Writes lives down as members: what they tell, in their own language, and to whom.</summary>
internal sealed class DemoMembers(DemoSource source, DemoAccounts accounts, DateTimeOffset now)
{
    private static readonly string[] AnyTrade = ["varor och tjänster", "goods and services"];

    private readonly Dice _dice = Dice.For("members");

    private int _count;

    public List<Member> All { get; } = [];

    /// <param name="firm">The firm the person works in; null for the few without one.</param>
    /// <param name="email">Sign-in address; null to make one from the name.</param>
    public Member Make(Life life, FirmPlan? firm, NetworkSource network, Shades shades, DateTimeOffset joined, string? email = null)
    {
        var account = accounts.Open(email ?? accounts.Address(life.Name.Latin), life.Writes, joined);
        var member = new Member(DemoSlugs.Meaningless(_dice), account.Id, new(life.Name.Shown, shades.Name), joined);
        member.ShowTo(shades.Presence);
        var home = firm is not null && _dice.Chance(86) ? firm.Home : _dice.Pick(network.Municipalities, m => m.Weight);
        var goods = firm?.Trade.Goods ?? AnyTrade;
        var offer = source.Voice(life.Writes)!.Offer(SceneOf(life, life.Market, life.Town, goods), _dice);
        member.Tell(new(home.Code, shades.Field(_dice, 85)), new(offer, shades.Field(_dice, 85)), life.Writes);
        Reach(member, account.Email!, shades);
        Declare(member, life, firm, goods, shades);
        new DemoTongues(_dice, now.Year).Teach(member, life, shades);
        All.Add(member);
        _count++;
        return member;
    }

    private void Reach(Member member, string email, Shades shades)
    {
        var phone = _dice.Chance(55) ? (_dice.Chance(80) ? FictionalNumbers.Mobile(_count) : FictionalNumbers.Landline(_count)) : "";
        member.Reach(new(email, shades.Contact(_dice)), new(phone, shades.Contact(_dice)));
    }

    private void Declare(Member member, Life life, FirmPlan? firm, string[] goods, Shades shades)
    {
        var voice = source.Voice(life.Writes)!;
        foreach (var story in MarketStory.Of(source, life, now.Year, _dice))
        {
            var scene = SceneOf(life, story.Market, story.Town, goods) with { Years = Math.Max(2, (story.Until ?? now.Year) - (story.From ?? now.Year - 6)) };
            member.Declare(
                new MarketKnowledge(member.Id, story.Market.Code, story.Basis, story.From, story.Until, shades.Field(_dice, 80))
                {
                    Place = _dice.Chance(90) ? scene.Town : "",
                    Topics = story.Topics.Aggregate(Topics.None, (all, topic) => all | topic),
                    LastContactYear = story.LastContact,
                    Note = _dice.Chance(92) ? voice.Note(story.Topics, firm?.Trade.Kind ?? "", scene, _dice) : "",
                }
            );
        }
    }

    private Scene SceneOf(Life life, MarketSource market, string town, string[] goods)
    {
        // The language of the note's market when that is another country's: nobody reads customs papers of Dubai in Kurdish.
        var tongue = market == life.Market ? life.Tongues[0] : market.Who?[0][1] ?? (life.Tongues.Contains("ar") ? "ar" : "en");
        return Scene.Of(source, market, town, tongue, goods, Math.Clamp(life.Arrived - life.From, 2, 25), life.Writes);
    }
}
