using Kosmopolit.Platform.Geography;

namespace Kosmopolit.Tests.Features.Members.Audiences;

/// <summary>Where a planted member can be seen by programs: the API, the contact card, the file of everything.</summary>
internal static class MachineSurfaces
{
    /// <summary>Addresses whose answers show one member, and what stands in them for those who may see it.</summary>
    public static IEnumerable<Trace> Of(Planted p, Atlas atlas) => [.. Person(p), .. Firm(p), .. Card(p, atlas)];

    /// <summary>Lists and searches that only this member or firm answers, and the slug that is then found.</summary>
    public static IEnumerable<Trace> Searches(Planted p) =>
        Surfaces
            .Searches(p)
            .Select(t => new Trace(
                t.Field,
                t.Address.Replace("/search?kind=people&", "/api/v1/people?", StringComparison.Ordinal)
                    .Replace("/search?kind=firms&", "/api/v1/firms?", StringComparison.Ordinal),
                t.Needle.Split('/')[^1]
            ));

    /// <summary>Facets that count this member alone: the address, the facet and its code.</summary>
    public static IEnumerable<(string Field, string Address, string Facet, string Code)> Facets(Planted p) =>
        [
            ("MarketKnowledge", "/api/v1/people", "country", p.Country),
            ("LanguageSkill", "/api/v1/people", "language", p.Tongue),
            ("ExportMarket", "/api/v1/firms", "country", p.Customer),
        ];

    private static IEnumerable<Trace> Person(Planted p)
    {
        var address = $"/api/v1/people/{p.Member.Slug}";
        string[] words =
        [
            "Member.Name",
            "Member.Offer",
            "Member.LooksFor",
            "Member.ContactEmail",
            "Member.Phone",
            "Market.Note",
            "Market.Place",
            "Firm.Name",
            "Firm.About",
            "Firm.OrganisationNumber",
            "Firm.Web",
        ];
        foreach (var field in words)
            yield return new(field, address, p.Words[field]);
        yield return new("Member.Municipality", address, $"\"municipality\":\"{p.Town}\"");
        yield return new("Member.Sectors", address, $"\"sectors\":[\"{p.OwnTrade}\"]");
        yield return new("Member.Reads", address, $"\"reads\":[\"{p.ReadTongue}\"]");
        yield return new("Member.Availability", address, "\"availability\":\"sometimes\"");
        yield return new("MarketKnowledge", address, $"\"country\":\"{p.Country}\"");
        yield return new("LanguageSkill", address, $"\"language\":\"{p.Tongue}\"");
        yield return new("Membership", address, $"\"{p.Network.Slug}\"");
        yield return new("FirmRole", address, $"\"{p.Firm.Slug}\"");
    }

    private static IEnumerable<Trace> Firm(Planted p)
    {
        var address = $"/api/v1/firms/{p.Firm.Slug}";
        foreach (var field in new[] { "Firm.Name", "Firm.About", "Firm.OrganisationNumber", "Firm.Web", "Member.Name", "Market.Note" })
            yield return new(field, address, p.Words[field]);
        yield return new("Firm.Municipality", address, $"\"municipality\":\"{p.FirmTown}\"");
        yield return new("Firm.Sector", address, $"\"sector\":\"{p.Trade}\"");
        yield return new("Firm.Size", address, "\"size\":\"upTo249\"");
        yield return new("Firm.Export", address, "\"export\":\"preparing\"");
        yield return new("Firm.HomeCountry", address, $"\"homeCountry\":\"{p.Home}\"");
        yield return new("Firm.SoleTraderChecked", address, $"\"soleTraderChecked\":\"{p.Checked:yyyy-MM-dd}\"");
        yield return new("ExportMarket", address, $"\"country\":\"{p.Customer}\"");
        yield return new("FirmRole", address, $"\"{p.Member.Slug}\"");
    }

    private static IEnumerable<Trace> Card(Planted p, Atlas atlas)
    {
        var address = $"/people/{p.Member.Slug}.vcf";
        yield return new("Member.Name", address, $"FN:{p.Words["Member.Name"]}");
        yield return new("Member.ContactEmail", address, $"EMAIL:{p.Words["Member.ContactEmail"]}");
        yield return new("Member.Phone", address, $"tel:{p.Words["Member.Phone"]}");
        yield return new("Member.Offer", address, $"NOTE:{p.Words["Member.Offer"]}");
        yield return new("Member.Municipality", address, atlas.Municipality(p.Town)!.Name("en"));
        yield return new("LanguageSkill", address, $"LANG:{p.Tongue}");
        yield return new("FirmRole", address, $"ORG:{p.Words["Firm.Name"]}");
    }
}
