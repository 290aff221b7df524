using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Ui.Caching;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Regions;

/// <summary>A network with what may be said about its size.</summary>
/// <param name="Firms">Firms with a member in the network; null when fewer than five, so that nobody stands out.</param>
/// <param name="Countries">Countries that people in it, as far as this reader may know, say they know.</param>
public sealed record NetworkRow(Network Network, int? Firms, int Countries);

/// <summary>What one company of readers may know about one network.</summary>
/// <param name="Municipalities">Firms per municipality that this reader may know of.</param>
/// <param name="Markets">People per country, most known first.</param>
/// <param name="Sectors">Firms per SNI section letter or code, as declared, most first.</param>
public sealed record NetworkPicture(
    int? Firms,
    int? People,
    IReadOnlyDictionary<string, int> Municipalities,
    IReadOnlyList<(string Country, int People)> Markets,
    IReadOnlyList<(string Sector, int Firms)> Sectors,
    IReadOnlyList<PersonView> Some
);

/// <summary>
/// Figures about networks. Sizes are official figures and are held back below five; everything about single people
/// or firms obeys their audiences.
/// </summary>
public sealed class NetworkFigures(KosmopolitDb db, Me me, Remembered remembered)
{
    /// <summary>Fewer people or firms than this are never shown as a figure.</summary>
    public const int Least = 5;

    public Task<IReadOnlyList<NetworkRow>> All() => remembered.For(me, "networks", 60, Rows);

    public Task<NetworkPicture> Of(Network network) => remembered.For(me, $"network-{network.Id}", 80, who => Picture(who, network));

    public static int? Shown(int count) => count >= Least ? count : null;

    private async Task<IReadOnlyList<NetworkRow>> Rows(Me who)
    {
        var networks = await db.Networks.VisibleTo(who).Include(n => n.Municipalities).AsNoTracking().AsSplitQuery().ToListAsync();
        var firms = await db
            .Memberships.Where(m => m.EndedAt == null)
            .Join(db.FirmRoles.Where(r => r.EndedAt == null), m => m.MemberId, r => r.MemberId, (m, r) => new { m.NetworkId, r.FirmId })
            .Distinct()
            .GroupBy(x => x.NetworkId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(x => x.Key, x => x.Count);
        var countries = await SeenMarkets(who)
            .Select(x => new { x.NetworkId, x.Country })
            .Distinct()
            .GroupBy(x => x.NetworkId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(x => x.Key, x => x.Count);
        return
        [
            .. networks
                .OrderByDescending(n => n.StageSince)
                .Select(n => new NetworkRow(n, Shown(firms.GetValueOrDefault(n.Id)), countries.GetValueOrDefault(n.Id))),
        ];
    }

    private async Task<NetworkPicture> Picture(Me who, Network network)
    {
        var own = FirmsOf(network.Id);
        var size = await db
            .Networks.Where(n => n.Id == network.Id)
            .Select(n => new { People = db.Set<Membership>().Count(m => m.NetworkId == n.Id && m.EndedAt == null), Firms = own.Count() })
            .SingleAsync();
        var firms = await db
            .Firms.Where(f => own.Contains(f.Id))
            .VisibleTo(db.Memberships, who)
            .GroupBy(s => new
            {
                Place = s.Firm.Municipality.Audience >= s.Distance ? s.Firm.Municipality.Value : "",
                Sector = s.Firm.Sector.Audience >= s.Distance && s.Firm.Sector.Value != "" ? s.Firm.Sector.Value.Substring(0, 2) : "",
            })
            .Select(g => new
            {
                g.Key.Place,
                g.Key.Sector,
                Count = g.Count(),
            })
            .ToListAsync();
        var markets = await SeenMarkets(who)
            .Where(x => x.NetworkId == network.Id)
            .GroupBy(x => x.Country)
            .Select(g => new { g.Key, People = g.Select(x => x.MemberId).Distinct().Count() })
            .OrderByDescending(x => x.People)
            .ThenBy(x => x.Key)
            .ToListAsync();
        return new NetworkPicture(
            Shown(size.Firms),
            Shown(size.People),
            firms.Where(f => f.Place.Length > 0).GroupBy(f => f.Place).ToDictionary(g => g.Key, g => g.Sum(f => f.Count)),
            [.. markets.Select(m => (m.Key, m.People))],
            [
                .. firms
                    .Where(f => f.Sector.Length > 0)
                    .GroupBy(f => f.Sector)
                    .Select(g => (Sector: g.Key, Firms: g.Sum(f => f.Count)))
                    .OrderByDescending(s => s.Firms)
                    .ThenBy(s => s.Sector, StringComparer.Ordinal)
                    .Take(8),
            ],
            await SomePeople(who, network)
        );
    }

    private Task<List<PersonView>> SomePeople(Me who, Network network) =>
        db
            .Members.VisibleTo(who)
            .Where(s => s.Member.Memberships.Any(m => m.NetworkId == network.Id && m.EndedAt == null && m.Audience >= s.Distance))
            .Where(s => s.Member.Markets.Any(k => k.Audience >= s.Distance))
            .OrderByDescending(s => s.Member.JoinedAt)
            .Take(5)
            .ToViews(db, who);

    private IQueryable<Guid> FirmsOf(Guid network)
    {
        var members = db.Memberships.Where(m => m.NetworkId == network && m.EndedAt == null);
        return db.FirmRoles.Where(r => r.EndedAt == null && members.Any(m => m.MemberId == r.MemberId)).Select(r => r.FirmId).Distinct();
    }

    private IQueryable<SeenMarket> SeenMarkets(Me who) =>
        db
            .Members.VisibleTo(who)
            .Join(db.Memberships, s => s.Member.Id, m => m.MemberId, (s, m) => new { s.Distance, Membership = m })
            .Where(x => x.Membership.EndedAt == null && x.Membership.Audience >= x.Distance)
            .Join(
                db.MarketKnowledge,
                x => x.Membership.MemberId,
                k => k.MemberId,
                (x, k) =>
                    new
                    {
                        x.Distance,
                        x.Membership.NetworkId,
                        Row = k,
                    }
            )
            .Where(x => x.Row.Audience >= x.Distance)
            .Select(x => new SeenMarket
            {
                NetworkId = x.NetworkId,
                MemberId = x.Row.MemberId,
                Country = x.Row.Country,
            });

    private sealed class SeenMarket
    {
        public Guid NetworkId { get; init; }

        public Guid MemberId { get; init; }

        public string Country { get; init; } = "";
    }
}
