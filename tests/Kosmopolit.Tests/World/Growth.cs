using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Tests.World;

/// <summary>
/// Lets a world grow to the size that was promised: twenty networks of 150 firms each, with their people. Every other
/// person shows themselves to everyone, the rest to their network. Measurements and tests grow the same.
/// </summary>
internal static class Growth
{
    public const int Networks = 20;

    public const int Firms = 150;

    private static readonly string[] Countries = ["VN", "IR", "KE", "PL", "SY", "TR", "CL", "IN", "ER", "NO"];

    private static readonly string[] Tongues = ["vi", "fa", "sw", "pl", "ar", "tr", "es", "hi", "ti", "en"];

    private static readonly string[] Towns = ["2480", "2580", "1280", "0380", "1480"];

    public static async Task Grow(KosmopolitDb db, DateTimeOffset now, CancellationToken ct = default)
    {
        var networks = await db.Set<Network>().Select(n => n.Id).ToListAsync(ct);
        for (var n = networks.Count; n < Networks; n++)
        {
            var network = new Network($"natverk-{n}", $"Nätverk {n}", [Towns[n % Towns.Length]], now.AddDays(-n), null);
            network.Describe("För den som vet något om en annan marknad.", "sv");
            network.Enter(Stage.Independent, now.AddDays(-n), null, "");
            db.Add(network);
            networks.Add(network.Id);
        }
        await db.SaveChangesAsync(ct);
        foreach (var network in networks)
        {
            var known = await FirmsOf(db, network).CountAsync(ct);
            var people = Enumerable.Range(known, Math.Max(0, Firms - known)).Select(i => Person(network, i, now)).ToList();
            db.AddRange(people);
            await db.SaveChangesAsync(ct);
            db.AddRange(people.Select((p, i) => Firm(p, i, now)));
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }

    public static IQueryable<Guid> FirmsOf(KosmopolitDb db, Guid network) =>
        db.Set<Membership>()
            .Where(m => m.NetworkId == network && m.EndedAt == null)
            .Join(db.Set<FirmRole>().Where(r => r.EndedAt == null), m => m.MemberId, r => r.MemberId, (_, r) => r.FirmId)
            .Distinct();

    private static Member Person(Guid network, int i, DateTimeOffset now)
    {
        var shown = i % 2 == 0 ? Audience.Public : Audience.MyNetwork;
        var member = new Member(Slug.Meaningless(), null, new($"Person {i}", shown), now);
        member.ShowTo(shown);
        member.Join(network, now, shown);
        member.LiveIn(new(Towns[i % Towns.Length], shown));
        member.Give(new("Tull, inköp och den första resan", shown), "sv");
        member.Declare(
            new MarketKnowledge(
                member.Id,
                new(Countries[i % Countries.Length], Basis.Lived | Basis.Traded, 1990 + i % 20, 2015, "", 2024),
                shown
            ).About(Topics.Customs, "", "sv")
        );
        member.Speak(new LanguageSkill(member.Id, Tongues[i % Tongues.Length], Cefr.C1, Cefr.B2, Cefr.A2, shown));
        return member;
    }

    private static Firm Firm(Member owner, int i, DateTimeOffset now)
    {
        var shown = i % 2 == 0 ? Audience.Public : Audience.MyNetwork;
        var firm = new Firm(Slug.Meaningless(), new($"Firma {i} AB", shown), now);
        firm.ShowTo(shown);
        firm.Place(new(Towns[i % Towns.Length], shown), new("4711", shown), new(SizeClass.UpTo9, shown), new("", Audience.OnlyMe));
        firm.Employ(owner.Id, FirmRole.Owner, now, shown);
        firm.Trade(new(ExportStatus.Exporting, shown), [new ExportMarket(firm.Id, Countries[i % Countries.Length], 2015, shown)]);
        return firm;
    }
}
