using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Features.Demo;

/// <summary>Four members told by hand, because people sign in as them.</summary>
internal sealed class PersonaMembers(DemoSource source, DemoMembers members, DemoFirms firms, DateTimeOffset now)
{
    public void Settle(IReadOnlyList<Network> networks)
    {
        Umea(Find(networks, "ovre-norrland"));
        Skane(Find(networks, "skane"));
        Two(Find(networks, "stockholm"), Find(networks, "uppsala-gavleborg"));
        Hidden(Find(networks, "vastra-gotaland"));
    }

    private static Network Find(IReadOnlyList<Network> networks, string slug) => networks.First(n => n.Slug == slug);

    private void Umea(Network network)
    {
        var life = new Life(source.Market("IQ"), new("نادية الخطيب", "Nadia al-Khatib"), ["ar", "ckb"], "Bagdad|بغداد", 1974, 2009, "ar");
        var plan = Plan("ovre-norrland", "4637", "2480", SizeClass.UpTo9, ExportStatus.Preparing);
        var member = Make(life, plan, network, new(Audience.Public, Audience.AllNetworks), 60, Personas.MemberInUmea);
        Know(
            member,
            "IQ",
            Basis.Lived | Basis.Traded,
            1998,
            2009,
            "بغداد",
            Topics.Procurement | Topics.Customs | Topics.Etiquette,
            2024,
            "أدرت متجراً للتوابل في بغداد وأعرف كيف تُشترى البضائع وتُخلَّص من الجمارك وكيف يُستقبَل الضيف."
        );
        firms.Found(plan, life, member, "Tamrisia Kryddor AB");
    }

    private void Skane(Network network)
    {
        var life = new Life(source.Market("VN"), new("Trần Thị Phượng Lan", "Trần Thị Phượng Lan"), ["vi"], "Hai Phong", 1969, 1989, "sv");
        var plan = Plan("skane", "4642", "1280", SizeClass.UpTo49, ExportStatus.Exporting);
        var member = Make(life, plan, network, Shades.Open, 1700, Personas.MemberInSkane);
        Know(
            member,
            "VN",
            Basis.Traded,
            2003,
            null,
            "Hai Phong",
            Topics.Contracts | Topics.Logistics | Topics.Agents,
            2026,
            "Låter sy arbetskläder i Hai Phong sedan 2003 och vet vilka fabriker som tar små serier och håller vad de lovar."
        );
        firms.Found(plan, life, member, "Lotavia Textilimport AB");
    }

    private void Two(Network first, Network second)
    {
        var life = new Life(
            source.Market("CL"),
            new("Ximena Aravena Ocampo", "Ximena Aravena Ocampo"),
            ["es"],
            "Antofagasta",
            1971,
            1998,
            "en"
        );
        var plan = Plan("stockholm", "2892", "0180", SizeClass.UpTo9, ExportStatus.Exporting);
        var member = Make(life, plan, first, new(Audience.AllNetworks, Audience.AllNetworks), 1200, Personas.MemberOfTwo);
        member.Join(second.Id, now.AddDays(-420), Audience.AllNetworks);
        Know(
            member,
            "PE",
            Basis.Traded,
            2011,
            null,
            "Arequipa",
            Topics.Procurement | Topics.Payment,
            2025,
            "Sells wear parts to mines around Arequipa and knows how their buyers ask and pay."
        );
        firms.Found(plan, life, member, "Ocampo Mining Parts AB");
    }

    private void Hidden(Network network)
    {
        var life = new Life(source.Market("ER"), new("Luwam Kidane", "Luwam Kidane"), ["ti", "ar"], "Asmara|ኣስመራ", 1984, 2014, "sv");
        var plan = Plan("vastra-gotaland", "7430", "1480", SizeClass.Sole, ExportStatus.NotYet);
        var member = Make(life, plan, network, Shades.Hidden, 300, Personas.HiddenMember);
        firms.Found(plan, life, member);
    }

    private FirmPlan Plan(string network, string sni, string home, SizeClass size, ExportStatus export)
    {
        var region = source.Networks.First(n => n.Slug == network);
        var trade = source.Trades.First(t => t.Sni == sni);
        return new FirmPlan(region, trade, region.Municipalities.First(m => m.Code == home), size, export);
    }

    private Member Make(Life life, FirmPlan plan, Network network, Shades shades, int daysAgo, Persona persona)
    {
        var joined = now.AddDays(-daysAgo);
        var member = members.Make(life, plan, plan.Network, shades, joined, persona.Email);
        member.Join(network.Id, joined, shades.Presence);
        return member;
    }

    private static void Know(
        Member member,
        string country,
        Basis basis,
        int from,
        int? until,
        string place,
        Topics topics,
        int contact,
        string note
    )
    {
        if (member.Markets.Count < 4)
            member.Declare(
                new MarketKnowledge(member.Id, new(country, basis, from, until, place, contact), member.Presence).About(
                    topics,
                    note,
                    member.OfferLanguage
                )
            );
    }
}
