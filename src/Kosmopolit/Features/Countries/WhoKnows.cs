using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Ui.Caching;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Countries;

/// <summary>
/// How many people this reader may know of, for each country or former state. Whoever knows a former state counts for
/// every country on its ground, once each, as on that country's own page.
/// </summary>
public sealed record KnownMarkets(IReadOnlyDictionary<string, int> People)
{
    public int Of(string code) => People.GetValueOrDefault(code);
}

/// <summary>What the members of one company of readers know about one country.</summary>
/// <param name="People">How many may be found.</param>
/// <param name="ThroughFormer">How many of them name only a former state on its ground, by the code of that state.</param>
/// <param name="Best">The first few, those with their own trade or life there first.</param>
/// <param name="Topics">How many know each topic.</param>
/// <param name="Networks">Networks with people who know it, most first.</param>
/// <param name="LastContact">The newest year anyone dealt with it; null when nobody says.</param>
public sealed record CountryKnowledge(
    int People,
    IReadOnlyDictionary<string, int> ThroughFormer,
    IReadOnlyList<PersonView> Best,
    IReadOnlyDictionary<Topics, int> Topics,
    IReadOnlyList<(Network Network, int People)> Networks,
    int? LastContact,
    IReadOnlyDictionary<string, int> Languages
);

/// <summary>Asks who knows a market. Every count obeys the audience of each row it counts.</summary>
public sealed class WhoKnows(KosmopolitDb db, Me me, Remembered remembered, Atlas atlas)
{
    /// <summary>People shown on a country's own page.</summary>
    public const int Shown = 5;

    public Task<KnownMarkets> Everywhere() =>
        remembered.For(
            me,
            "known-markets",
            100,
            async who =>
            {
                var counts = await Rows(db, who)
                    .GroupBy(k => k.Country)
                    .Select(g => new { Country = g.Key, People = g.Select(k => k.MemberId).Distinct().Count() })
                    .ToDictionaryAsync(c => c.Country, c => c.People);
                await AddFormer(who, counts);
                return new KnownMarkets(counts);
            }
        );

    // Few people declare a former state; only the countries on its ground need to be counted person by person.
    private async Task AddFormer(Me who, Dictionary<string, int> counts)
    {
        var former = atlas.FormerStates.Where(f => counts.ContainsKey(f.Code)).ToList();
        if (former.Count == 0)
            return;
        var ground = former.SelectMany(f => f.Successors).Distinct().ToList();
        var codes = former.Select(f => f.Code).Concat(ground).Distinct().ToList();
        var knowers = (
            await Rows(db, who).Where(k => codes.Contains(k.Country)).Select(k => new { k.Country, k.MemberId }).Distinct().ToListAsync()
        ).ToLookup(k => k.Country, k => k.MemberId);
        foreach (var country in ground)
            counts[country] = Codes(country).SelectMany(code => knowers[code]).Distinct().Count();
    }

    public Task<CountryKnowledge> About(string code) => remembered.For(me, $"known-market-{code}", 60, who => Ask(who, Codes(code)));

    /// <summary>The first few who know a topic of the country.</summary>
    public Task<List<PersonView>> About(string code, Topics topic)
    {
        var codes = Codes(code);
        return remembered.For(
            me,
            $"known-market-{code}-{topic}",
            20,
            async who =>
                await Best(
                    who,
                    await Rows(db, who).Where(k => codes.Contains(k.Country) && (k.Topics & topic) != 0).AsNoTracking().ToListAsync()
                )
        );
    }

    /// <summary>The country itself and the former states on whose ground it stands.</summary>
    public IReadOnlyList<string> Codes(string code) =>
        [code, .. atlas.FormerStates.Where(f => f.Successors.Contains(code)).Select(f => f.Code)];

    private static IQueryable<MarketRow> Rows(KosmopolitDb db, Me who) =>
        db
            .Members.VisibleTo(who)
            .Join(db.MarketKnowledge, s => s.Member.Id, k => k.MemberId, (s, k) => new { s.Distance, Row = k })
            .Where(x => x.Row.Audience >= x.Distance)
            .Select(x => new MarketRow
            {
                MemberId = x.Row.MemberId,
                Country = x.Row.Country,
                Basis = x.Row.Basis,
                Topics = x.Row.Topics,
                LastContactYear = x.Row.LastContactYear,
            });

    private async Task<CountryKnowledge> Ask(Me who, IReadOnlyList<string> codes)
    {
        var rows = await Rows(db, who).Where(k => codes.Contains(k.Country)).AsNoTracking().ToListAsync();
        var people = rows.Select(r => r.MemberId).Distinct().ToList();
        var direct = rows.Where(r => r.Country == codes[0]).Select(r => r.MemberId).ToHashSet();
        return new CountryKnowledge(
            people.Count,
            rows.Where(r => !direct.Contains(r.MemberId))
                .GroupBy(r => r.Country)
                .ToDictionary(g => g.Key, g => g.Select(r => r.MemberId).Distinct().Count()),
            await Best(who, rows),
            Enum.GetValues<Topics>()
                .Where(t => t != Topics.None)
                .ToDictionary(t => t, t => rows.Where(r => r.Topics.HasFlag(t)).Select(r => r.MemberId).Distinct().Count()),
            await NetworksOf(who, people),
            rows.Max(r => r.LastContactYear),
            await LanguagesOf(who, people)
        );
    }

    // Own life, work or trade there before studies and family, then the newest contact.
    private async Task<List<PersonView>> Best(Me who, List<MarketRow> rows)
    {
        var first = rows.GroupBy(r => r.MemberId)
            .OrderBy(g => g.Min(r => r.Basis.Rank()))
            .ThenByDescending(g => g.Max(r => r.LastContactYear ?? 0))
            .ThenBy(g => g.Key)
            .Take(Shown)
            .Select(g => g.Key)
            .ToList();
        var views = await db.Members.Where(m => first.Contains(m.Id)).VisibleTo(who).ToViews(db, who);
        return [.. views.OrderBy(v => first.IndexOf(v.Id))];
    }

    private async Task<IReadOnlyList<(Network, int)>> NetworksOf(Me who, List<Guid> people)
    {
        var counts = await db
            .Members.Where(m => people.Contains(m.Id))
            .VisibleTo(who)
            .Join(
                db.Memberships,
                s => s.Member.Id,
                n => n.MemberId,
                (s, n) =>
                    new
                    {
                        s.Distance,
                        n.NetworkId,
                        n.EndedAt,
                        n.Audience,
                    }
            )
            .Where(n => n.EndedAt == null && n.Audience >= n.Distance)
            .GroupBy(n => n.NetworkId)
            .Select(g => new { Network = g.Key, People = g.Count() })
            .Join(db.Networks.VisibleTo(who), c => c.Network, n => n.Id, (c, n) => new { Network = n, c.People })
            .AsNoTracking()
            .ToListAsync();
        return [.. counts.OrderByDescending(c => c.People).ThenBy(c => c.Network.Name).Select(c => (c.Network, c.People))];
    }

    private async Task<IReadOnlyDictionary<string, int>> LanguagesOf(Me who, List<Guid> people) =>
        await db
            .Members.Where(m => people.Contains(m.Id))
            .VisibleTo(who)
            .Join(
                db.LanguageSkills,
                s => s.Member.Id,
                l => l.MemberId,
                (s, l) =>
                    new
                    {
                        s.Distance,
                        l.Language,
                        l.Speaks,
                        l.Audience,
                    }
            )
            .Where(l => l.Audience >= l.Distance && l.Speaks >= Cefr.C1)
            .GroupBy(l => l.Language)
            .Select(g => new { g.Key, People = g.Count() })
            .ToDictionaryAsync(c => c.Key, c => c.People);

    private sealed class MarketRow
    {
        public Guid MemberId { get; init; }

        public string Country { get; init; } = "";

        public Basis Basis { get; init; }

        public Topics Topics { get; init; }

        public int? LastContactYear { get; init; }
    }
}
