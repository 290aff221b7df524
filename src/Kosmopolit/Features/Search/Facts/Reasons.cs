using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Geography;

namespace Kosmopolit.Features.Search.Facts;

/// <summary>Why a hit answers the codes of a question, read from nothing but what this reader may see.</summary>
public static class Reasons
{
    public static IReadOnlyList<Why> Of(PersonView person, Criteria criteria)
    {
        var why = new List<Why>();
        why.AddRange(Markets(person, criteria).Select(Market));
        why.AddRange(
            person
                .Languages.Where(l => l.Speaks != Cefr.None && criteria.Languages.Contains(l.Language))
                .Select(l => new WhyLanguage(l.Language, l.Speaks))
        );
        AddRegion(why, criteria, person.Municipality);
        return why;
    }

    public static IReadOnlyList<Why> Of(FirmView firm, Criteria criteria)
    {
        var why = new List<Why>();
        why.AddRange(
            firm.Exports.Where(e => criteria.Countries.Contains(e.Country)).Select(e => new WhyExport(e.Country, e.SinceYear, e.UntilYear))
        );
        if (firm.Sector is { } sector && criteria.Sectors.Contains(sector))
            why.Add(new WhySector(sector));
        AddRegion(why, criteria, firm.Municipality);
        return why;
    }

    public static IReadOnlyList<Why> Of(Country country, Criteria criteria)
    {
        var why = new List<Why>();
        if (criteria.Countries.Contains(country.Alpha2))
            why.Add(new WhyIs(country.Alpha2));
        why.AddRange(country.Languages.Where(l => criteria.Languages.Contains(l.Tag)).Select(l => new WhySpokenThere(l.Tag)));
        return why;
    }

    /// <summary>What a text, a question or an activity says it is about.</summary>
    /// <param name="country">Alpha-2 or the code of a former state; may be empty.</param>
    /// <param name="topic">Key of a topic; may be empty.</param>
    public static IReadOnlyList<Why> Of(string country, string topic, Criteria criteria) =>
        criteria.Countries.Contains(country) ? [new WhyAbout(country, topic)]
        : criteria.Countries.Count == 0 && TopicKeys.Parse(topic) is { } asked && criteria.Topics.HasFlag(asked)
            ? [new WhyAbout(country, topic)]
        : [];

    /// <summary>The markets asked for, or those with the topics asked for; the ones that answer both first.</summary>
    private static IEnumerable<MarketView> Markets(PersonView person, Criteria criteria) =>
        criteria.Countries.Count > 0
            ? person
                .Markets.Where(m => criteria.Countries.Contains(m.Country))
                .OrderByDescending(m => (m.Topics & criteria.Topics) != 0)
                .ThenBy(m => m.Basis.Rank())
            : person.Markets.Where(m => (m.Topics & criteria.Topics) != 0);

    private static WhyMarket Market(MarketView m) => new(m.Country, m.Basis, m.FromYear, m.UntilYear, m.Place, m.Topics, m.LastContactYear);

    private static void AddRegion(List<Why> why, Criteria criteria, string? municipality)
    {
        if (municipality is not null && criteria.Municipalities.Contains(municipality))
            why.Add(new WhyRegion(municipality));
    }
}
