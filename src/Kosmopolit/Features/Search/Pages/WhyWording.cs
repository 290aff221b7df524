using System.Globalization;
using Kosmopolit.Features.Knowledge;
using Kosmopolit.Features.Knowledge.Questions.Routing;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Search;

/// <summary>Turns the reasons for a hit into a sentence.</summary>
public sealed class WhyWording(Atlas atlas, Texts t)
{
    private string Tag => t.Language.Tag;

    public string Sentence(IEnumerable<Why> reasons) => string.Join(" · ", reasons.Select(Say).Where(s => s.Length > 0).Take(5));

    private string Say(Why why) =>
        why switch
        {
            WhyMarket m => Market(m),
            WhyAbout a => About(a),
            WhyExport e => t["sells to {0} since {1}", atlas.PlaceName(e.Country, Tag), e.Since.ToString(CultureInfo.InvariantCulture)],
            WhyLanguage l => t[
                "{0}: {1}, {2}",
                atlas.LanguageName(l.Language, Tag),
                PersonWording.Level(l.Speaks),
                PersonWording.Meaning(l.Speaks, t)
            ],
            WhySpokenThere s => t["{0} is spoken there", atlas.LanguageName(s.Language, Tag)],
            WhySector s => atlas.Sector(s.Code)?.Name(Tag) ?? "",
            WhyRegion r => atlas.Municipality(r.Code)?.Name(Tag) ?? atlas.County(r.Code)?.Name(Tag) ?? "",
            WhyDeeds d => new EvidenceWording(atlas).About([d.Evidence], t),
            WhyText w => t["uses the words: {0}", string.Join(t[", "], w.Words)],
            _ => "",
        };

    private string About(WhyAbout about) =>
        (about.Country.Length > 0, about.Topic.Length > 0) switch
        {
            (true, true) => t["about {0}: {1}", atlas.PlaceName(about.Country, Tag), Topic(about.Topic)],
            (true, false) => t["about {0}", atlas.PlaceName(about.Country, Tag)],
            _ => t["about {0}", Topic(about.Topic)],
        };

    private string Topic(string key) => TopicKeys.Parse(key) is { } topic ? PersonWording.List(topic, t) : KnowledgeTopics.Name(key, t);

    private string Market(WhyMarket m)
    {
        var how = PersonWording.How(new MarketView(m.Country, m.Basis, m.From, m.Until, m.Place, m.Topics, m.LastContact, "", ""), t);
        var text = $"{atlas.PlaceName(m.Country, Tag)}: {how}";
        if (m.LastContact is int year)
            text += $"{t[", "]}{t["last contact {0}", year.ToString(CultureInfo.InvariantCulture)]}";
        if (m.Topics != Topics.None)
            text += $" ({PersonWording.List(m.Topics, t)})";
        return text;
    }
}
