using System.Collections.Concurrent;
using System.Globalization;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Search.Answering;

/// <summary>
/// Names of countries, languages, topics, Sweden's regions and sectors in a reader's language, ready to be completed. They
/// are the same for every reader of that language.
/// </summary>
public sealed class FactNames(Atlas atlas)
{
    public const string Language = "language";
    public const string Topic = "topic";
    public const string Region = "region";
    public const string Sector = "sector";

    private readonly ConcurrentDictionary<string, NamesInLanguage> _known = new();

    private readonly Lazy<Dictionary<string, decimal>> _speakers = new(() =>
        atlas
            .Countries.SelectMany(c => c.Languages.Select(l => (l.Tag, Speakers: People(atlas, c.Alpha2) * l.Percent / 100)))
            .GroupBy(l => l.Tag)
            .ToDictionary(l => l.Key, l => l.Sum(x => x.Speakers))
    );

    /// <param name="language">BCP 47 tag; an unknown one reads English.</param>
    internal NamesInLanguage In(string language) => _known.GetOrAdd(Spoken(language), Names);

    // Only languages in which countries have names: an address may carry any tag, and each list is kept.
    private string Spoken(string language)
    {
        var dash = language.IndexOf('-', StringComparison.Ordinal);
        var primary = dash > 0 ? language[..dash] : language;
        return atlas.Country("SE")?.Names.ContainsKey(primary) == true ? primary : "en";
    }

    private NamesInLanguage Names(string language)
    {
        var texts = new Texts(ReaderLanguage.Find(language) ?? ReaderLanguage.English);
        return new NamesInLanguage(
            CultureInfo.GetCultureInfo(language),
            [
                .. atlas.Countries.Select(c => Name(Kinds.Country, c.Alpha2, c.Name(language), People(atlas, c.Alpha2))),
                .. atlas.FormerStates.Select(s => Name(Kinds.Country, s.Code, s.Name(language))),
                .. atlas.Languages.Select(l => Name(Language, l.Tag, l.Name(language), _speakers.Value.GetValueOrDefault(l.Tag))),
                .. PersonWording.AllTopics.SelectMany(TopicKeys.Of, (topic, key) => Name(Topic, key, PersonWording.Name(topic, texts))),
                .. atlas.Municipalities.Select(m => Name(Region, m.Code, m.Name(language), m.Population)),
                .. atlas.Counties.Select(c => Name(Region, c.Code, c.Name(language), c.Population)),
                .. atlas.Sectors.Select(s => Name(Sector, s.Code, s.Name(language))),
            ]
        );
    }

    private static FactName Name(string kind, string key, string name, decimal weight = 0) =>
        new(new Completion(kind, key, name), Folding.Fold(name), weight);

    private static decimal People(Atlas atlas, string country) => atlas.Facts(country)?.Population?.Value ?? 0;
}
