using System.ComponentModel.DataAnnotations;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Networks.Partners;

/// <summary>What an organisation is, as its adviser or an operator writes it.</summary>
public sealed class PartnerInput
{
    [Required(ErrorMessage = "Write what the organisation is called.")]
    [PlainText(200)]
    [Display(Name = "Name of the organisation")]
    public string? Name { get; set; }

    [PlainText(2000)]
    [Display(Name = "What it is and does")]
    public string? About { get; set; }

    [PlainText(300)]
    [Display(Name = "Web address")]
    public string? Web { get; set; }

    /// <summary>One office a line.</summary>
    [StringLength(6000, ErrorMessage = "This is too long. Please make it shorter.")]
    [Display(Name = "Offices in the regions, one a line")]
    public string? Offices { get; set; }

    public static PartnerInput Of(PartnerOrganisation o) =>
        new()
        {
            Name = o.Name,
            About = o.About,
            Web = o.Web,
            Offices = string.Join('\n', o.Offices.Where(f => f.ClosedAt is null).Select(f => f.Name).Order(StringComparer.CurrentCulture)),
        };
}

/// <summary>Adds an organisation or tells about it anew.</summary>
public sealed class SavePartner(KosmopolitDb db, Me me, TimeProvider clock, Texts texts)
{
    private const int MostOffices = 40;

    /// <param name="known">The organisation to change, tracked; null for a new one.</param>
    /// <returns>The organisation's slug.</returns>
    public async Task<Outcome<string>> Run(PartnerOrganisation? known, PartnerInput input, CancellationToken ct = default)
    {
        if (known is null ? !me.CanAddPartners() : !me.CanEdit(known))
            return new Refusal("Only those who run the installation or the organisation do this.");
        var name = PlainText.Clean(input.Name);
        if (name.Length == 0)
            return new Refusal("Write what the organisation is called.", nameof(input.Name));
        var web = PlainText.Clean(input.Web);
        if ((web.Length == 0 ? "" : Absolute(web)) is not { } address)
            return new Refusal("This is not a web address. It begins with https://", nameof(input.Web));
        var offices = (input.Offices ?? "").Split('\n').Select(PlainText.Clean).Where(o => o.Length > 0).Distinct().ToList();
        if (offices.Count > MostOffices || offices.Any(o => o.Length > 200 || PlainText.HasTag(o)))
            return new Refusal("At most forty offices, each a name on its own line.", nameof(input.Offices));
        var organisation = known ?? new PartnerOrganisation(await FreeSlug(name, ct), name, clock.GetUtcNow());
        organisation.Describe(name, PlainText.Clean(input.About), texts.Language.Tag, address);
        organisation.SitIn(offices, clock.GetUtcNow());
        if (known is null)
            db.Add(organisation);
        return await Store(organisation, ct);
    }

    private async Task<Outcome<string>> Store(PartnerOrganisation organisation, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return organisation.Slug;
        }
        catch (DbUpdateException)
        {
            return new Refusal("Somebody else saved this at the same moment. Look at the page and save once more.");
        }
    }

    private async Task<string> FreeSlug(string name, CancellationToken ct)
    {
        var slug = Slug.Of(name);
        var isFree = slug.Length > 0 && slug != "new" && !await db.Partners.AnyAsync(o => o.Slug == slug, ct);
        return isFree ? slug : $"{slug}-{Slug.Meaningless()}".TrimStart('-');
    }

    private static string? Absolute(string web) =>
        Uri.TryCreate(web.Contains("://", StringComparison.Ordinal) ? web : $"https://{web}", UriKind.Absolute, out var uri)
        && uri is { Scheme: "http" or "https", AbsoluteUri.Length: <= 300 }
        && uri.Host.Contains('.')
            ? uri.AbsoluteUri
            : null;
}
