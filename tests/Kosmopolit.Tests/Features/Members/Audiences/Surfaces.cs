using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Tests.Features.Members.Audiences;

/// <summary>Something of a planted member that a page shows to those who may see it, and to nobody else.</summary>
/// <param name="Field">The field or row it comes from.</param>
/// <param name="Address">The page.</param>
/// <param name="Needle">Text in the page's content, or a link when it begins with a slash.</param>
internal sealed record Trace(string Field, string Address, string Needle);

/// <summary>Where a planted member can be seen. Whoever shows more of a member somewhere adds it here.</summary>
internal static class Surfaces
{
    /// <summary>Pages on which any word of anybody might stand.</summary>
    public static IEnumerable<string> Shared => ["/", "/people", "/firms", "/networks", "/countries", "/search", "/search?q=customs"];

    public static IEnumerable<string> Own(Planted p) =>
        [
            p.PersonPage,
            p.FirmPage,
            $"/countries/{p.Country.ToLowerInvariant()}",
            $"/countries/{p.Country.ToLowerInvariant()}/business",
            $"/networks/{p.Network.Slug}",
        ];

    /// <summary>What is seen where by those who may.</summary>
    public static IEnumerable<Trace> Of(Planted p, Atlas atlas)
    {
        var english = new Texts(ReaderLanguage.English);
        var country = $"/countries/{p.Country.ToLowerInvariant()}";
        string[] told =
        [
            "Member.Name",
            "Member.Offer",
            "Member.LooksFor",
            "Member.ContactEmail",
            "Member.Phone",
            "Market.Note",
            "Market.Place",
            "Membership",
            "Firm.Name",
        ];
        foreach (var field in told)
            yield return new(field, p.PersonPage, p.Words[field]);
        yield return new("Member.Municipality", p.PersonPage, atlas.Municipality(p.Town)!.Name("en"));
        yield return new("Member.Sectors", p.PersonPage, atlas.Sector(p.OwnTrade)!.Name("en"));
        yield return new("Member.Reads", p.PersonPage, atlas.LanguageName(p.ReadTongue, "en"));
        yield return new("Member.Availability", p.PersonPage, PersonWording.Time(Availability.Sometimes, english)!);
        yield return new("MarketKnowledge", p.PersonPage, atlas.PlaceName(p.Country, "en"));
        yield return new("LanguageSkill", p.PersonPage, atlas.LanguageName(p.Tongue, "en"));
        yield return new("FirmRole", p.PersonPage, p.FirmPage);

        foreach (var field in new[] { "Firm.Name", "Firm.About", "Firm.OrganisationNumber", "Firm.Web", "Member.Name", "Market.Note" })
            yield return new(field, p.FirmPage, p.Words[field]);
        yield return new("Firm.Municipality", p.FirmPage, atlas.Municipality(p.FirmTown)!.Name("en"));
        yield return new("Firm.Sector", p.FirmPage, atlas.Sector(p.Trade)!.Name("en"));
        yield return new("Firm.Size", p.FirmPage, FirmWording.Size(SizeClass.UpTo249, english)!);
        yield return new("Firm.Export", p.FirmPage, FirmWording.Export(ExportStatus.Preparing, english)!);
        yield return new("Firm.HomeCountry", p.FirmPage, atlas.PlaceName(p.Home, "en"));
        yield return new("Firm.SoleTraderChecked", p.FirmPage, p.Checked.ToString("d MMMM yyyy", ReaderLanguage.English.Culture));
        yield return new("ExportMarket", p.FirmPage, atlas.PlaceName(p.Customer, "en"));
        yield return new("FirmRole", p.FirmPage, p.PersonPage);

        foreach (var page in new[] { country, $"{country}/business", $"/networks/{p.Network.Slug}" })
        foreach (var field in new[] { "Member.Name", "Market.Note", "Market.Place" })
            if (!page.EndsWith("business", StringComparison.Ordinal))
                yield return new(field, page, p.Words[field]);
        yield return new("MarketKnowledge", country, "1 person here knows this market.");
        yield return new("Membership", country, $"/networks/{p.Network.Slug}");
        yield return new("Membership", $"/networks/{p.Network.Slug}", p.PersonPage);
        yield return new("Firm.Sector", $"/networks/{p.Network.Slug}", $"/search?kind=firms&sector={p.Trade[..2]}");
    }

    /// <summary>Questions that only this member or firm answers, and the page that is then found.</summary>
    public static IEnumerable<Trace> Searches(Planted p)
    {
        foreach (var field in new[] { "Member.Name", "Member.Offer", "Member.LooksFor", "Market.Note", "Market.Place" })
            yield return new(field, $"/search?kind=people&q={p.Words[field]}", p.PersonPage);
        foreach (var field in new[] { "Firm.Name", "Firm.About" })
            yield return new(field, $"/search?kind=firms&q={p.Words[field]}", p.FirmPage);
        yield return new("MarketKnowledge", $"/search?kind=people&country={p.Country}", p.PersonPage);
        yield return new("LanguageSkill", $"/search?kind=people&language={p.Tongue}", p.PersonPage);
        yield return new("Member.Municipality", $"/search?kind=people&region={p.Town}", p.PersonPage);
        yield return new("Member.Sectors", $"/search?kind=people&sector={p.OwnTrade}", p.PersonPage);
        yield return new("FirmRole", $"/search?kind=people&sector={p.Trade}", p.PersonPage);
        yield return new("ExportMarket", $"/search?kind=firms&country={p.Customer}", p.FirmPage);
        yield return new("Firm.Municipality", $"/search?kind=firms&region={p.FirmTown}", p.FirmPage);
        yield return new("Firm.Sector", $"/search?kind=firms&sector={p.Trade}", p.FirmPage);
    }

    /// <summary>Facets that count this member alone.</summary>
    public static IEnumerable<Trace> Facets(Planted p)
    {
        yield return new("MarketKnowledge", "/search?kind=people", $"country={p.Country}");
        yield return new("LanguageSkill", "/search?kind=people", $"language={p.Tongue}");
        yield return new("ExportMarket", "/search?kind=firms", $"country={p.Customer}");
    }
}
