using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Search.Facts;

/// <summary>
/// Searches by codes straight in the database while the index is not to be had. It never looks into texts, so what it
/// finds is a part of the truth and the page says so.
/// </summary>
public sealed class FactsFinder(KosmopolitDb db)
{
    public async Task<SearchAnswer> Find(SearchQuestion question, Criteria criteria, Me me, CancellationToken ct)
    {
        var parts = new List<Part>();
        if (Wants(question, Kinds.Country) && criteria.Countries.Count > 0)
            parts.Add(Countries(criteria));
        if (Wants(question, Kinds.Person) && criteria.Number is null)
            parts.Add(People(criteria, me));
        if (Wants(question, Kinds.Firm))
            parts.Add(Firms(criteria, me));
        if (Wants(question, Kinds.Network) && criteria.IsEmpty)
            parts.Add(Networks(me));
        return await Page(parts, Math.Clamp(question.Count, 1, 100), Skipped(question.After), ct);
    }

    private static bool Wants(SearchQuestion question, string kind) => question.Kind is null || question.Kind == kind;

    private static int Skipped(string? after) =>
        after is ['f', .. var digits] && int.TryParse(digits, out var skip) ? Math.Clamp(skip, 0, 100_000) : 0;

    private static async Task<SearchAnswer> Page(List<Part> parts, int count, int skip, CancellationToken ct)
    {
        var totals = new Dictionary<string, int>();
        var hits = new List<Hit>();
        var left = skip;
        foreach (var part in parts)
        {
            var total = await part.Count(ct);
            if (total > 0)
                totals[part.Kind] = total;
            if (left < total && hits.Count < count)
                hits.AddRange(await part.Take(left, count - hits.Count, ct));
            left = Math.Max(0, left - total);
        }
        var all = totals.Values.Sum();
        return new SearchAnswer
        {
            Hits = hits,
            Total = all,
            TotalsByKind = totals,
            State = IndexState.Building,
            NextAfter = skip + hits.Count < all && hits.Count > 0 ? $"f{skip + hits.Count}" : null,
        };
    }

    private static Part Countries(Criteria criteria)
    {
        var hits = criteria.Countries.Where(c => c.Length == 2).Select(c => new Hit(Kinds.Country, null, c, [new WhyIs(c)])).ToList();
        return new Part(
            Kinds.Country,
            _ => Task.FromResult(hits.Count),
            (skip, take, _) => Task.FromResult<IEnumerable<Hit>>(hits.Skip(skip).Take(take))
        );
    }

    private Part People(Criteria criteria, Me me)
    {
        var found = PeopleWith(db.Members.AsNoTracking().VisibleTo(me), criteria);
        if (criteria.Sectors is { Count: > 0 } sectors)
        {
            var roles = db.FirmRoles;
            var firms = db.Firms;
            found = found.Where(s =>
                roles.Any(r =>
                    r.MemberId == s.Member.Id
                    && r.EndedAt == null
                    && r.Audience >= s.Distance
                    && firms.Any(f =>
                        f.Id == r.FirmId && f.Presence >= s.Distance && f.Sector.Audience >= s.Distance && sectors.Contains(f.Sector.Value)
                    )
                )
            );
        }
        return new Part(
            Kinds.Person,
            found.CountAsync,
            async (skip, take, ct) =>
                (await found.OrderBy(s => s.Member.JoinedAt).ThenBy(s => s.Member.Id).Skip(skip).Take(take).ToViews(db, me, ct)).Select(
                    p => new Hit(Kinds.Person, p.Id, p.Slug, Reasons.Of(p, criteria)) { Person = p }
                )
        );
    }

    private static IQueryable<SeenMember> PeopleWith(IQueryable<SeenMember> people, Criteria criteria)
    {
        var (countries, topics, languages, places) = (criteria.Countries, criteria.Topics, criteria.Languages, criteria.Municipalities);
        if (countries.Count > 0)
            people = people.Where(s =>
                s.Member.Markets.Any(k =>
                    k.Audience >= s.Distance && countries.Contains(k.Country) && (topics == 0 || (k.Topics & topics) != 0)
                )
            );
        else if (topics != Topics.None)
            people = people.Where(s => s.Member.Markets.Any(k => k.Audience >= s.Distance && (k.Topics & topics) != 0));
        if (languages.Count > 0)
            people = people.Where(s =>
                s.Member.Languages.Any(l => l.Audience >= s.Distance && languages.Contains(l.Language) && l.Speaks != Cefr.None)
            );
        if (places.Count > 0)
            people = people.Where(s => s.Member.Municipality.Audience >= s.Distance && places.Contains(s.Member.Municipality.Value));
        return people;
    }

    private Part Firms(Criteria criteria, Me me)
    {
        var (countries, sectors, places) = (criteria.Countries, criteria.Sectors, criteria.Municipalities);
        var found = db.Firms.AsNoTracking().VisibleTo(db.Memberships, me);
        if (criteria.Topics != Topics.None || criteria.Languages.Count > 0)
            found = found.Where(_ => false);
        if (criteria.Number is { } number)
            found = found.Where(s => s.Firm.OrganisationNumber.Audience >= s.Distance && s.Firm.OrganisationNumber.Value == number);
        if (countries.Count > 0)
            found = found.Where(s => s.Firm.Exports.Any(e => e.Audience >= s.Distance && countries.Contains(e.Country)));
        if (sectors.Count > 0)
            found = found.Where(s => s.Firm.Sector.Audience >= s.Distance && sectors.Contains(s.Firm.Sector.Value));
        if (places.Count > 0)
            found = found.Where(s => s.Firm.Municipality.Audience >= s.Distance && places.Contains(s.Firm.Municipality.Value));
        return new Part(
            Kinds.Firm,
            found.CountAsync,
            async (skip, take, ct) =>
                (await found.OrderBy(s => s.Firm.AddedAt).ThenBy(s => s.Firm.Id).Skip(skip).Take(take).ToViews(db, me, ct)).Select(
                    f => new Hit(Kinds.Firm, f.Id, f.Slug, Reasons.Of(f, criteria)) { Firm = f }
                )
        );
    }

    private Part Networks(Me me)
    {
        var found = db.Networks.AsNoTracking().VisibleTo(me);
        return new Part(
            Kinds.Network,
            found.CountAsync,
            async (skip, take, ct) =>
                (await found.OrderBy(n => n.Name).Skip(skip).Take(take).ToListAsync(ct)).Select(n => new Hit(
                    Kinds.Network,
                    n.Id,
                    n.Slug,
                    []
                )
                {
                    Network = n,
                })
        );
    }

    private sealed record Part(
        string Kind,
        Func<CancellationToken, Task<int>> Count,
        Func<int, int, CancellationToken, Task<IEnumerable<Hit>>> Take
    );
}
