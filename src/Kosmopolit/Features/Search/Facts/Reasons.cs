using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;

namespace Kosmopolit.Features.Search.Facts;

/// <summary>Why a hit answers the codes of a question, read from nothing but what this reader may see.</summary>
public static class Reasons
{
    public static IReadOnlyList<Why> Of(PersonView person, Criteria criteria)
    {
        var markets = person.Markets.Where(m => criteria.Countries.Contains(m.Country));
        if (criteria.Countries.Count == 0 && criteria.Topics != Topics.None)
            markets = person.Markets.Where(m => (m.Topics & criteria.Topics) != 0);
        var languages = person.Languages.Where(l => l.Speaks != Cefr.None && criteria.Languages.Contains(l.Language));
        var why = new List<Why>();
        why.AddRange(markets.Select(m => new WhyMarket(m.Country, m.Basis, m.FromYear, m.UntilYear, m.Place, m.Topics, m.LastContactYear)));
        why.AddRange(languages.Select(l => new WhyLanguage(l.Language, l.Speaks)));
        AddRegion(why, criteria, person.Municipality);
        return why;
    }

    public static IReadOnlyList<Why> Of(FirmView firm, Criteria criteria)
    {
        var why = new List<Why>();
        why.AddRange(
            firm.Exports.Where(e => criteria.Countries.Contains(e.Country)).Select(e => new WhyExport(e.Country, e.SinceYear, e.UntilYear))
        );
        if (criteria.Sector is { } sector && firm.Sector?.StartsWith(sector, StringComparison.Ordinal) == true)
            why.Add(new WhySector(firm.Sector));
        AddRegion(why, criteria, firm.Municipality);
        return why;
    }

    private static void AddRegion(List<Why> why, Criteria criteria, string? municipality)
    {
        if (criteria.Region is { } region && municipality?.StartsWith(region, StringComparison.Ordinal) == true)
            why.Add(new WhyRegion(region));
    }
}
