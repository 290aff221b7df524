using Kosmopolit.Platform.Auth;

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

    public string? Municipality { get; init; }

    public string? Sector { get; init; }

    public SizeClass? Size { get; init; }

    public ExportStatus? Export { get; init; }

    public string? About { get; init; }

    public required string AboutLanguage { get; init; }

    public required IReadOnlyList<ExportView> Exports { get; init; }

    /// <summary>The members the reader may know to belong to the firm.</summary>
    public required IReadOnlyList<FirmPersonView> People { get; init; }
}

public sealed record ExportView(string Country, int SinceYear, int? UntilYear);

public sealed record FirmPersonView(Guid MemberId, string Role);

public static class FirmViews
{
    public static IQueryable<FirmView> AsViews(this IQueryable<SeenFirm> seen) =>
        seen.Select(s => new FirmView
        {
            Id = s.Firm.Id,
            Slug = s.Firm.Slug,
            Distance = s.Distance,
            Name = s.Firm.Name.Audience >= s.Distance ? s.Firm.Name.Value : null,
            OrganisationNumber = s.Firm.OrganisationNumber.Audience >= s.Distance ? s.Firm.OrganisationNumber.Value : null,
            Municipality = s.Firm.Municipality.Audience >= s.Distance ? s.Firm.Municipality.Value : null,
            Sector = s.Firm.Sector.Audience >= s.Distance ? s.Firm.Sector.Value : null,
            Size = s.Firm.Size.Audience >= s.Distance ? s.Firm.Size.Value : null,
            Export = s.Firm.Export.Audience >= s.Distance ? s.Firm.Export.Value : null,
            About = s.Firm.About.Audience >= s.Distance ? s.Firm.About.Value : null,
            AboutLanguage = s.Firm.AboutLanguage,
            Exports = s
                .Firm.Exports.Where(e => e.Audience >= s.Distance)
                .OrderBy(e => e.SinceYear)
                .ThenBy(e => e.Country)
                .Select(e => new ExportView(e.Country, e.SinceYear, e.UntilYear))
                .ToList(),
            People = s
                .Firm.People.Where(r => r.EndedAt == null && r.Audience >= s.Distance)
                .OrderBy(r => r.Since)
                .Select(r => new FirmPersonView(r.MemberId, r.Role))
                .ToList(),
        });
}
