using System.Globalization;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Knowledge.Questions.Routing;

/// <summary>Puts reasons into words: about somebody, and to the one who is asked.</summary>
public sealed class EvidenceWording(Atlas atlas)
{
    /// <summary>Reasons beyond these tire the reader.</summary>
    private const int Most = 4;

    /// <summary>"you know Iran: traded there 2005–2014 (customs) · you have answered 3 questions about it"</summary>
    public string ToYou(IEnumerable<Evidence> because, Texts t) => Join(because.Select(e => You(e, t)));

    /// <summary>About somebody, for whoever looks for them.</summary>
    public string About(IEnumerable<Evidence> because, Texts t) => Join(because.Select(e => They(e, t)));

    private static string Join(IEnumerable<string> said) => string.Join(" · ", said.Where(s => s.Length > 0).Take(Most));

    private string You(Evidence e, Texts t) =>
        e.Kind switch
        {
            EvidenceKind.Market => t["you know {0}", Market(e, t)],
            EvidenceKind.FormerMarket => t["you know {0}, on the same ground", Market(e, t)],
            EvidenceKind.Language => t["you speak {0}", atlas.LanguageName(e.Code, t.Language.Tag)],
            EvidenceKind.Sector => t["you know the trade: {0}", atlas.Sector(e.Code)?.Name(t.Language.Tag) ?? e.Code],
            EvidenceKind.Answers => t.Count("you have answered {0} question about it", "you have answered {0} questions about it", e.First),
            EvidenceKind.Claims => t.Count("you stand for {0} text about it", "you stand for {0} texts about it", e.First),
            EvidenceKind.Words => t["you have written about it"],
            EvidenceKind.Near => t["you are in the same network"],
            EvidenceKind.Named => t["you were named"],
            _ => "",
        };

    private string They(Evidence e, Texts t) =>
        e.Kind switch
        {
            EvidenceKind.Answers when e.Second > 0 => t["{0}; helped: {1}", Answered(e, t), Number(e.Second)],
            EvidenceKind.Answers => Answered(e, t),
            EvidenceKind.Claims => t.Count("stands for {0} text about it", "stands for {0} texts about it", e.First),
            EvidenceKind.FormerMarket => t["{0}, on the same ground", Market(e, t)],
            EvidenceKind.Market => Market(e, t),
            EvidenceKind.Language => atlas.LanguageName(e.Code, t.Language.Tag),
            EvidenceKind.Sector => atlas.Sector(e.Code)?.Name(t.Language.Tag) ?? "",
            EvidenceKind.Words => t["has written about it"],
            EvidenceKind.Near => t["in a network of yours"],
            _ => "",
        };

    private static string Answered(Evidence e, Texts t) =>
        t.Count("has answered {0} question about it", "has answered {0} questions about it", e.First);

    // "Iran: traded there 2005–2014, last contact 2024 (customs)"
    private string Market(Evidence e, Texts t)
    {
        var row = new MarketView(e.Code, (Basis)e.First, Told(e.From), Told(e.Until), "", Topics.None, null, "", "");
        var said = $"{atlas.PlaceName(e.Code, t.Language.Tag)}: {PersonWording.How(row, t)}";
        if (e.Contact > 0)
            said += $"{t[", "]}{t["last contact {0}", Number(e.Contact)]}";
        return (Topics)e.Topics is var topics and not Topics.None ? $"{said} ({PersonWording.List(topics, t)})" : said;
    }

    private static int? Told(int year) => year == 0 ? null : year;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
