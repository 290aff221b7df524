using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Search;

namespace Kosmopolit.Features.Members.People;

/// <summary>What each company of readers may find of a member. The same audiences as in <see cref="PersonViews"/>.</summary>
internal static class PersonEntries
{
    public const string Kind = "person";

    /// <param name="firms">The firms in which the member has a part today, with that part.</param>
    public static IEnumerable<SearchEntry> Of(Member member, IReadOnlyList<(FirmRole Role, Firm Firm)> firms, SearchNames names)
    {
        var near = member.Memberships.Where(m => m.EndedAt is null).Select(m => m.NetworkId).Distinct().ToList();
        return EntryLevels.For(member.Presence, near).Select(level => At(level, member, near, firms, names));
    }

    private static SearchEntry At(
        Audience level,
        Member member,
        List<Guid> near,
        IReadOnlyList<(FirmRole Role, Firm Firm)> firms,
        SearchNames names
    )
    {
        var markets = member.Markets.Where(k => k.Audience >= level).ToList();
        var languages = member.Languages.Where(l => l.Audience >= level && l.Speaks != Cefr.None).ToList();
        var sectors = firms
            .Where(f => f.Role.Audience >= level && f.Firm.Presence >= level)
            .Select(f => f.Firm.Sector.At(level))
            .Concat(member.Sectors.At(level).Split(' '))
            .Where(s => s.Length > 0)
            .Distinct()
            .ToList();
        var municipality = member.Municipality.At(level);
        return new SearchEntry(Kind, member.Id, member.Slug, level)
        {
            Networks = near,
            Title = member.Name.At(level),
            Facts =
            [
                .. markets.SelectMany(FactsOf),
                .. languages.SelectMany(FactsOf),
                .. sectors.SelectMany(names.SectorAndParents).Select(s => new SearchFact(SearchField.Sector, s)),
                .. EntryLevels.Region(municipality),
                .. member
                    .Memberships.Where(m => m.EndedAt is null && m.Audience >= level)
                    .Select(m => new SearchFact(SearchField.Network, m.NetworkId.ToString("N"))),
            ],
            Texts =
            [
                new SearchText(member.Offer.At(level), member.OfferLanguage),
                new SearchText(member.LooksFor.At(level), member.LooksForLanguage),
                .. markets.Select(k => new SearchText(k.Note, k.NoteLanguage)),
                .. markets.Select(k => new SearchText(k.Place, "")),
            ],
            Names =
            [
                .. markets.SelectMany(k => names.OfCountry(k.Country)),
                .. languages.SelectMany(l => names.OfLanguage(l.Language)),
                .. sectors.SelectMany(names.OfSector),
                .. names.OfMunicipality(municipality),
            ],
        };
    }

    private static IEnumerable<SearchFact> FactsOf(MarketKnowledge market)
    {
        yield return new(SearchField.Country, market.Country);
        foreach (var basis in market.Basis.Each())
            yield return new(SearchField.CountryBasis, $"{market.Country}/{basis.ToString().ToLowerInvariant()}");
        if ((market.LastContactYear ?? market.UntilYear) is { } year)
            yield return new(SearchField.CountryContact, $"{market.Country}/{year}");
        foreach (var topic in Enum.GetValues<Topics>().Where(t => t != Topics.None && market.Topics.HasFlag(t)))
        {
            var key = topic.ToString().ToLowerInvariant();
            yield return new(SearchField.Topic, key);
            yield return new(SearchField.CountryTopic, $"{market.Country}/{key}");
        }
    }

    private static IEnumerable<SearchFact> FactsOf(LanguageSkill skill)
    {
        yield return new(SearchField.Language, skill.Language);
        for (var level = Cefr.A1; level <= skill.Speaks; level++)
            yield return new(SearchField.LanguageLevel, $"{skill.Language}/{level}");
    }
}
