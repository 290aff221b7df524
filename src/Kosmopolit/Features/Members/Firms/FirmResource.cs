using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Members.Firms;

/// <summary>A firm as the reader may see it.</summary>
/// <param name="Title">The name, or as much as the reader may know.</param>
/// <param name="HomeCountry">ISO 3166-1 alpha-2.</param>
/// <param name="Municipality">SCB code.</param>
/// <param name="Sector">SNI 2025 code.</param>
/// <param name="SoleTraderChecked">The day on which a sole trader's number was checked.</param>
public sealed record FirmListed(
    string Slug,
    string Title,
    string? Name,
    string? OrganisationNumber,
    DateOnly? SoleTraderChecked,
    string? HomeCountry,
    string? Municipality,
    string? Sector,
    SizeClass? Size,
    ExportStatus? Export,
    string? Web,
    Written? About,
    IReadOnlyList<ExportListed> Exports
)
{
    public static FirmListed Of(FirmView f, Atlas atlas, Texts t) =>
        new(
            f.Slug,
            f.Title(t, atlas),
            PersonListed.Told(f.Name),
            PersonListed.Told(f.OrganisationNumber),
            f.SoleTraderChecked,
            PersonListed.Told(f.HomeCountry),
            PersonListed.Told(f.Municipality),
            PersonListed.Told(f.Sector),
            f.Size is SizeClass.Unknown ? null : f.Size,
            f.Export is ExportStatus.Unknown ? null : f.Export,
            PersonListed.Told(f.Web),
            Written.Of(f.About, f.AboutLanguage),
            [.. f.Exports.Select(e => new ExportListed(e.Country, e.SinceYear, e.UntilYear))]
        );
}

/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Until">The last year of sales; null while they go on.</param>
public sealed record ExportListed(string Country, int Since, int? Until);

/// <summary>A firm with the people the reader may know to belong to it.</summary>
public sealed record FirmResource(FirmListed Firm, IReadOnlyList<FirmPerson> People);

/// <param name="Role"><c>owner</c>, <c>partner</c>, <c>manager</c> or <c>employee</c>.</param>
public sealed record FirmPerson(string Role, PersonListed Person);
