using Kosmopolit.Features.Members.Consents;
using Kosmopolit.Features.Members.People;

namespace Kosmopolit.Features.Demo;

/// <summary>The rest of a fictional profile: what somebody looks for, reads, has time for, and agreed to.</summary>
internal static class DemoWishes
{
    private static readonly string[] Swedish =
    [
        "Söker en speditör som är van vid små partier.",
        "Vill hitta en kund i Finland eller Norge för mina första leveranser.",
        "Letar efter någon som kan läsa ett tyskt hyresavtal för en lokal.",
        "Söker en delägare som tycker om att sälja.",
        "Vill lära mig hur en svensk upphandling går till.",
        "Behöver råd om hur man får betalt från ett land med valutaregler.",
        "Söker företag som vill dela monter på en mässa.",
        "Letar efter en agent som besöker byggvaruhandlare.",
    ];

    private static readonly string[] English =
    [
        "Looking for a freight partner who takes half containers.",
        "Would like to meet somebody who sells to hospitals.",
        "Looking for a bookkeeper who knows customs warehouses.",
        "Searching for a first customer in the Gulf.",
        "Would like advice on registering a trade mark abroad.",
    ];

    public static void Give(IReadOnlyList<Member> members)
    {
        var dice = Dice.For("wishes");
        foreach (var member in members)
        {
            if (dice.Chance(38))
            {
                var swedish = dice.Chance(70);
                member.Seek(new(dice.Pick(swedish ? Swedish : English), member.Offer.Audience), swedish ? "sv" : "en");
            }
            var reads = member.Languages.Where(l => l.Understands >= Cefr.B1).Select(l => l.Language);
            member.Read(new(string.Join(' ', reads), member.Presence));
            var time = dice.Pick([Availability.Unknown, Availability.Open, Availability.Open, Availability.Sometimes, Availability.Away]);
            member.BeThere(new(time, member.Presence));
            member.AgreeTo(Enum.GetValues<Purpose>(), member.OfferLanguage, member.JoinedAt);
        }
    }
}
