using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Firms;

/// <summary>A firm as one reader may see it; what is hidden never left the database.</summary>
public sealed record FirmView
{
    public required Guid Id { get; init; }

    public required string Slug { get; init; }

    public required Audience Distance { get; init; }

    /// <summary>Null when the reader may not know it.</summary>
    public string? Name { get; init; }

    public string? OrganisationNumber { get; init; }

    /// <summary>The day on which a sole trader's number was checked.</summary>
    public DateOnly? SoleTraderChecked { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? HomeCountry { get; init; }

    public string? Municipality { get; init; }

    public string? Sector { get; init; }

    public SizeClass? Size { get; init; }

    public ExportStatus? Export { get; init; }

    /// <summary>Absolute address, http or https.</summary>
    public string? Web { get; init; }

    public string? About { get; init; }

    public required string AboutLanguage { get; init; }

    public IReadOnlyList<ExportView> Exports { get; init; } = [];

    /// <summary>The members the reader may know to belong to the firm.</summary>
    public IReadOnlyList<FirmPersonView> People { get; init; } = [];
}

public sealed record ExportView(string Country, int SinceYear, int? UntilYear);

public sealed record FirmPersonView(Guid MemberId, string Role);

public static class FirmViews
{
    /// <summary>What the reader may see of each of these firms, in the same order, in three queries.</summary>
    public static async Task<List<FirmView>> ToViews(this IQueryable<SeenFirm> seen, KosmopolitDb db, Me me, CancellationToken ct = default)
    {
        var firms = await seen.Select(s => new FirmView
            {
                Id = s.Firm.Id,
                Slug = s.Firm.Slug,
                Distance = s.Distance,
                Name = s.Firm.Name.Audience >= s.Distance ? s.Firm.Name.Value : null,
                OrganisationNumber = s.Firm.OrganisationNumber.Audience >= s.Distance ? s.Firm.OrganisationNumber.Value : null,
                SoleTraderChecked = s.Firm.SoleTraderChecked.Audience >= s.Distance ? s.Firm.SoleTraderChecked.Value : null,
                HomeCountry = s.Firm.HomeCountry.Audience >= s.Distance ? s.Firm.HomeCountry.Value : null,
                Municipality = s.Firm.Municipality.Audience >= s.Distance ? s.Firm.Municipality.Value : null,
                Sector = s.Firm.Sector.Audience >= s.Distance ? s.Firm.Sector.Value : null,
                Size = s.Firm.Size.Audience >= s.Distance ? s.Firm.Size.Value : null,
                Export = s.Firm.Export.Audience >= s.Distance ? s.Firm.Export.Value : null,
                Web = s.Firm.Web.Audience >= s.Distance ? s.Firm.Web.Value : null,
                About = s.Firm.About.Audience >= s.Distance ? s.Firm.About.Value : null,
                AboutLanguage = s.Firm.AboutLanguage,
            })
            .AsNoTracking()
            .ToListAsync(ct);
        if (firms.Count == 0)
            return firms;
        var ids = firms.Select(f => f.Id).ToList();
        var same = db.Firms.Where(f => ids.Contains(f.Id)).VisibleTo(db.Memberships, me);
        var (exports, people) = (await Exports(db, same, ct), await People(db, ids, me, ct));
        return [.. firms.Select(f => f with { Exports = [.. exports[f.Id]], People = [.. people[f.Id]] })];
    }

    private static async Task<ILookup<Guid, ExportView>> Exports(KosmopolitDb db, IQueryable<SeenFirm> seen, CancellationToken ct) =>
        (
            await seen.Join(db.ExportMarkets, s => s.Firm.Id, e => e.FirmId, (s, e) => new { s.Distance, Row = e })
                .Where(x => x.Row.Audience >= x.Distance)
                .OrderBy(x => x.Row.SinceYear)
                .ThenBy(x => x.Row.Country)
                .Select(x => x.Row)
                .AsNoTracking()
                .ToListAsync(ct)
        ).ToLookup(e => e.FirmId, e => new ExportView(e.Country, e.SinceYear, e.UntilYear));

    // A part in a firm is the person's to show: how near the reader stands to them counts, not how near to the firm.
    private static async Task<ILookup<Guid, FirmPersonView>> People(KosmopolitDb db, List<Guid> firms, Me me, CancellationToken ct) =>
        (
            await db
                .Members.VisibleTo(me)
                .Join(db.FirmRoles, s => s.Member.Id, r => r.MemberId, (s, r) => new { s.Distance, Row = r })
                .Where(x => firms.Contains(x.Row.FirmId) && x.Row.EndedAt == null && x.Row.Audience >= x.Distance)
                .OrderBy(x => x.Row.Since)
                .Select(x => x.Row)
                .AsNoTracking()
                .ToListAsync(ct)
        ).ToLookup(r => r.FirmId, r => new FirmPersonView(r.MemberId, r.Role));
}
