using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Features.Demo;

/// <summary>Writes lives down as members: what they tell, in their own language, and to whom.</summary>
internal sealed class DemoMembers(DemoSource source, DemoAccounts accounts, DateTimeOffset now)
{
    private static readonly TradeSource AnyTrade = new(
        "",
        "",
        0,
        0,
        0,
        [],
        ["varor och tjänster", "goods and services"],
        ["varor", "goods"],
        [],
        []
    );

    private readonly Dice _dice = Dice.For("members");

    private readonly HashSet<string> _notes = [];

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
        var trade = firm?.Trade ?? AnyTrade;
        var offer = source.Voice(life.Writes)!.Offer(SceneOf(life, life.Market, life.Town, trade), _dice);
        member.LiveIn(new(home.Code, shades.Field(_dice, 85)));
        member.Give(new(offer, shades.Field(_dice, 85)), life.Writes);
        Reach(member, account.Email!, shades);
        Declare(member, life, trade, shades);
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

    private void Declare(Member member, Life life, TradeSource trade, Shades shades)
    {
        var voice = source.Voice(life.Writes)!;
        foreach (var story in MarketStory.Of(source, life, now.Year, _dice))
        {
            var scene = SceneOf(life, story.Market, story.Town, trade) with
            {
                Years = Math.Max(2, (story.Until ?? now.Year) - (story.From ?? now.Year - 6)),
            };
            member.Declare(
                Row(member, story, shades.Field(_dice, 80), _dice.Chance(90) ? scene.Town : "")
                    .About(
                        story.Topics.Aggregate(Topics.None, (all, topic) => all | topic),
                        _dice.Chance(92) ? Unheard(() => Sentence(voice, story, trade.Kind, scene)) : "",
                        voice.Language
                    )
            );
        }
    }

    private static MarketKnowledge Row(Member member, MarketStory story, Audience audience, string town) =>
        new(member.Id, new(story.Market.Code, story.Basis, story.From, story.Until, town, story.LastContact), audience);

    private string Sentence(Voice voice, MarketStory story, string kind, Scene scene)
    {
        if (story.Market.Ended is not null)
            return voice.Memory(scene, _dice);
        if (voice.Language == "sv" && source.OwnWords.TryGetValue(story.Market.Code, out var words) && _dice.Chance(15))
            return _dice.Pick(words);
        return voice.Note(story.Topics, kind, scene, _dice);
    }

    // Small languages run out of sentences; then a neighbour may say the same.
    private string Unheard(Func<string> sentence)
    {
        var note = sentence();
        for (var tries = 0; !_notes.Add(note) && tries < 20; tries++)
            note = sentence();
        return note;
    }

    private Scene SceneOf(Life life, MarketSource market, string town, TradeSource trade)
    {
        // The language of the note's market when that is another country's: nobody reads customs papers of Dubai in Kurdish.
        var tongue =
            market == life.Market || market.Ended is not null
                ? life.Tongues[0]
                : market.Who?[0][1] ?? (life.Tongues.Contains("ar") ? "ar" : "en");
        return Scene.Of(source, market, town, tongue, trade, Math.Clamp(life.Arrived - life.From, 2, 25), life.Writes);
    }
}
