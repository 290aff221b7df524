using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Features.Knowledge.Claims;
using Kosmopolit.Features.Knowledge.Pictures;
using Kosmopolit.Features.Knowledge.Starter;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Ui.Markup;

namespace Kosmopolit.Features.Demo;

/// <summary>What the invented members make of the texts that ship with the product: they stand for passages, confirm and object.</summary>
internal sealed class DemoKnowledge(IReadOnlyList<Member> members, Member umea, DateTimeOffset now)
{
    private static readonly (string Sv, string En)[] Objections =
    [
        ("Så var det förr. I dag går det mesta via mejl och appar.", "That was so before. Today most of it runs by mail and apps."),
        ("I de stora städerna är det annorlunda.", "In the large cities it is different."),
        ("De yngre gör inte så längre.", "Younger people no longer do that."),
    ];

    private readonly Dice _dice = Dice.For("knowledge");

    public IReadOnlyList<Entity> Build()
    {
        var rows = new List<Entity>();
        foreach (var article in PlantStarter.Build(now.AddDays(-200)))
        {
            rows.Add(article);
            if (article.Topic.Length == 0 || article.Country == "SE")
                continue;
            var knowers = _dice.Shuffle(Knowers(article.Country));
            // Every third text has nobody yet: most of a young bank is unconfirmed.
            if (knowers.Count == 0 || _dice.Chance(35))
                continue;
            foreach (var passage in Passages(article.Text).Take(_dice.Between(1, 2)))
                rows.Add(Stand(article, passage, knowers));
        }
        rows.AddRange(Written());
        return rows;
    }

    // One text that a member wrote and another corrected, and one that is not finished.
    private IEnumerable<Entity> Written()
    {
        var first = Article.Begin(
            "forsta-motet-pa-massan-i-teheran",
            new Subject("IR", "business", "sv"),
            new Words(
                "Första mötet på mässan i Teheran",
                "Vad vi lärde oss på tre dagar i monter 14.",
                "Ta med visitkort på persiska. Vi hade femtio med oss och de räckte en förmiddag.\n\n## Samtalen\nDen som stannar länge vid montern är ofta inte den som beslutar. Fråga vänligt vem mer som borde se produkten."
            ),
            new Writer(umea.Id),
            now.AddDays(-40)
        );
        first.Publish(now.AddDays(-40));
        var drawn = DemoPicture.Stand();
        var picture = new Picture(umea.Id, "Monter 14 uppifrån: hyllan längst in, bordet mitt i, fyra stolar.", drawn, now.AddDays(-12));
        var shown = $"\n\n![{picture.Description}]({SafeMarkdown.Pictures}{picture.Name})";
        first.Write(
            first.Words with
            {
                Text = first.Text.Replace("femtio", "hundra", StringComparison.Ordinal) + shown,
            },
            new Writer(members.First(m => m.Memberships.Count > 1).Id, "Det gick åt fler året därpå.", ShowsName: true),
            now.AddDays(-12)
        );
        var draft = Article.Begin(
            "tull-och-papper-for-maskindelar",
            new Subject("IR", "business", "sv"),
            new Words("Tull och papper för maskindelar", "", "Inte färdig än: vilka papper som behövs och i vilken ordning."),
            new Writer(umea.Id),
            now.AddDays(-3)
        );
        return [first, draft, picture, new PictureFile(picture, drawn), new PictureUse(first.Id, picture.Id)];
    }

    private Claim Stand(Article article, string passage, List<(Member Member, MarketKnowledge Market)> knowers)
    {
        var made = now.AddDays(-_dice.Between(5, 180));
        var claim = Claim.Mark(
            article.Id,
            (article.Country, article.Topic, article.Language),
            passage,
            Speak(knowers[0], true, "", made),
            made
        );
        foreach (var other in knowers.Skip(1).Take(_dice.Below(3)))
            claim.Hear(Speak(other, true, "", made.AddDays(2)));
        if (knowers.Count > 4 && _dice.Chance(20))
        {
            var (sv, en) = _dice.Pick(Objections);
            claim.Hear(Speak(knowers[^1], false, article.Language == "sv" ? sv : en, made.AddDays(3)));
        }
        return claim;
    }

    private Knowledge.Claims.Voice Speak((Member Member, MarketKnowledge Market) knower, bool isFor, string reason, DateTimeOffset at)
    {
        var market = knower.Market;
        var last = Math.Min(now.Year, market.LastContactYear ?? market.UntilYear ?? now.Year);
        var standing = new Standing(Lasting(market.Basis), market.FromYear, market.UntilYear, market.Place, last);
        var named = knower.Member.Name.Audience >= Audience.AllNetworks && _dice.Chance(50);
        return new Knowledge.Claims.Voice(knower.Member.Id, isFor, standing, (reason, named), at);
    }

    // Family ties are told with a consent of their own, never here.
    private static Basis Lasting(Basis basis) => (basis & ~Basis.FamilyTies) is var rest && rest != Basis.None ? rest : Basis.Lived;

    private List<(Member, MarketKnowledge)> Knowers(string country) =>
        [
            .. members
                .SelectMany(m => m.Markets.Where(k => k.Country == country && k.Audience >= Audience.AllNetworks).Select(k => (m, k)))
                .DistinctBy(x => x.m.Id)
                .OrderBy(x => x.m.Id),
        ];

    // Whole sentences without marks, as somebody would copy them.
    private static IEnumerable<string> Passages(string text) =>
        text.Split('\n')
            .Where(l => l.Length > 40 && !l.StartsWith('#') && !l.StartsWith('-') && !l.Contains('|', StringComparison.Ordinal))
            .SelectMany(l => l.Split(". ").Take(1))
            .Select(s => s.TrimEnd('.') + ".")
            .Where(s =>
                s.Length is > 30 and < 220 && !s.Contains('*', StringComparison.Ordinal) && text.Contains(s, StringComparison.Ordinal)
            );
}
