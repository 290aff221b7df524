using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Events;
using Kosmopolit.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Firms;

/// <summary>Gives firms to be found. Who stands near a firm follows from its people's networks, so their change touches it too.</summary>
public sealed class FirmSearch(SearchNames names) : SearchSource
{
    public override string Kind => "firm";

    public override async Task<IReadOnlyCollection<Guid>> Touched(
        KosmopolitDb db,
        IReadOnlyList<LoggedEvent> happened,
        CancellationToken ct
    )
    {
        var firms = happened.Select(e => e.As<FirmChanged>()).OfType<FirmChanged>().Select(e => e.FirmId).ToHashSet();
        var members = happened.Select(e => e.As<MemberChanged>()).OfType<MemberChanged>().Select(e => e.MemberId).Distinct().ToList();
        if (members.Count > 0)
            firms.UnionWith(await db.FirmRoles.Where(r => members.Contains(r.MemberId)).Select(r => r.FirmId).ToListAsync(ct));
        return firms;
    }

    public override async Task<IReadOnlyList<Guid>> All(KosmopolitDb db, CancellationToken ct) =>
        await db.Firms.Where(f => f.ClosedAt == null).OrderBy(f => f.Id).Select(f => f.Id).ToListAsync(ct);

    public override async Task<IReadOnlyList<SearchEntry>> Read(KosmopolitDb db, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var firms = await db
            .Firms.AsNoTracking()
            .AsSplitQuery()
            .Include(f => f.People)
            .Include(f => f.Exports)
            .Where(f => f.ClosedAt == null && ids.Contains(f.Id))
            .ToListAsync(ct);
        var people = firms.SelectMany(f => f.People).Where(r => r.EndedAt is null).Select(r => r.MemberId).Distinct().ToList();
        var networks = await db
            .Memberships.Where(m => m.EndedAt == null && people.Contains(m.MemberId))
            .Select(m => new { m.MemberId, m.NetworkId })
            .ToListAsync(ct);
        var byMember = networks.ToLookup(m => m.MemberId, m => m.NetworkId);
        return
        [
            .. firms.SelectMany(f =>
            {
                var near = f.People.Where(r => r.EndedAt is null).SelectMany(r => byMember[r.MemberId]).Distinct().ToList();
                return EntryLevels.For(f.Presence, near).Select(level => At(level, f, near));
            }),
        ];
    }

    private SearchEntry At(Audience level, Firm firm, List<Guid> near)
    {
        var exports = firm.Exports.Where(e => e.Audience >= level).ToList();
        var (sector, municipality) = (firm.Sector.At(level), firm.Municipality.At(level));
        IEnumerable<string> sectors = sector.Length > 0 ? names.SectorAndParents(sector) : [];
        return new SearchEntry(Kind, firm.Id, firm.Slug, level)
        {
            Networks = near,
            Title = firm.Name.At(level),
            Facts =
            [
                .. exports.Select(e => new SearchFact(SearchField.Country, e.Country)),
                .. exports.Select(e => new SearchFact(SearchField.CountryBasis, $"{e.Country}/traded")),
                .. sectors.Select(s => new SearchFact(SearchField.Sector, s)),
                .. EntryLevels.Region(municipality),
                .. firm.OrganisationNumber.At(level) is { Length: > 0 } number
                    ? [new SearchFact(SearchField.Number, number)]
                    : Array.Empty<SearchFact>(),
            ],
            Texts = [new SearchText(firm.About.At(level), firm.AboutLanguage)],
            Names =
            [
                .. exports.SelectMany(e => names.OfCountry(e.Country)),
                .. names.OfSector(sector),
                .. names.OfMunicipality(municipality),
            ],
        };
    }
}
