using Kosmopolit.Features.Networks;
using Kosmopolit.Features.Networks.Partners;
using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Features.Demo;

/// <summary>Two invented organisations that support networks: the adviser's, with offices in the north, and a national one.</summary>
internal static class DemoPartners
{
    public static (IReadOnlyList<PartnerOrganisation>, IReadOnlyList<Partnership>) Of(
        IReadOnlyList<Network> networks,
        Func<Persona, Account> account,
        DateTimeOffset now
    )
    {
        var northwest = new PartnerOrganisation("norrvast", "Norrväst Exportstöd", now.AddDays(-900), DemoWorld.SupportOrganisation);
        northwest.Describe(
            "Norrväst Exportstöd",
            "Hjälper små företag med första affären utomlands: rådgivning, ursprungsintyg och kontakt med ambassader.",
            "sv",
            "https://norrvast.example/"
        );
        northwest.SitIn(["Göteborg", "Skellefteå", "Umeå"], now.AddDays(-900));
        var national = new PartnerOrganisation("handelsrad", "Rikets handelsråd", now.AddDays(-2400));
        national.Describe(
            "Rikets handelsråd",
            "Startar nätverk tillsammans med regionerna och lämnar sedan över dem till medlemmarna.",
            "sv",
            "https://handelsrad.example/"
        );
        var (adviser, manager) = (account(Personas.Adviser).Id, account(Personas.ProgrammeManager).Id);
        var west = Find(networks, "vastra-gotaland");
        var supported = Ask(west, northwest, "Göteborg", account(Personas.Coordinators[west.Slug]).Id, now.AddDays(-300));
        supported.Accept(
            "Runa Ek, Göteborg",
            "Två fria rådgivningar om året till varje företag i nätverket.",
            "sv",
            adviser,
            now.AddDays(-290)
        );
        var skane = Find(networks, "skane");
        var guided = Ask(skane, national, null, account(Personas.Coordinators[skane.Slug]).Id, now.AddDays(-500));
        guided.Accept("Ivar Nyström", "Mötesrum i Malmö och tolk vid nätverkets resor.", "sv", manager, now.AddDays(-480));
        var asked = Ask(skane, northwest, null, account(Personas.Coordinators[skane.Slug]).Id, now.AddDays(-6));
        return ([northwest, national], [supported, guided, asked]);
    }

    private static Partnership Ask(Network network, PartnerOrganisation organisation, string? office, Guid by, DateTimeOffset at) =>
        new(
            network.Id,
            organisation.Id,
            organisation.Offices.SingleOrDefault(o => o.Name == office)?.Id,
            "Vi söker någon som kan svara på frågor om tull och ursprung.",
            by,
            at
        );

    private static Network Find(IReadOnlyList<Network> networks, string slug) => networks.First(n => n.Slug == slug);
}
