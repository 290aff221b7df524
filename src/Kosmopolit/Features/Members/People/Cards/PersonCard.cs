using System.Text;
using Kosmopolit.Features.Members.Contacts;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.People.Cards;

/// <summary>The contact card of a person: exactly what the reader sees on the page, and no more.</summary>
public static class PersonCard
{
    public const string MediaType = "text/vcard";

    public static void MapPersonCard(this IEndpointRouteBuilder routes) => routes.MapGet("/people/{slug}.vcf", Show).AllowAnonymous();

    private static async Task<IResult> Show(string slug, HttpContext http, KosmopolitDb db, Me me, NoteContactShown note)
    {
        var ct = http.RequestAborted;
        if (await PersonPage.Of(m => m.Slug == slug, db, me, ct) is not { } page)
            return Results.NotFound();
        await note.Run(page.Person, ShownBy.Card, ct);
        var services = http.RequestServices;
        var card = Write(
            page,
            services.GetRequiredService<Atlas>(),
            services.GetRequiredService<Texts>(),
            services.GetRequiredService<SiteAddress>()[$"/people/{page.Person.Slug}"]
        );
        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{page.Person.Slug}.vcf\"";
        return Results.Text(card, MediaType, Encoding.UTF8);
    }

    /// <param name="address">Absolute address of the person's page.</param>
    public static string Write(PersonPage page, Atlas atlas, Texts t, string address)
    {
        var person = page.Person;
        var card = new VCard()
            .Text("KIND", "individual")
            .Text("FN", person.Title(t, atlas))
            .Text("EMAIL", person.ContactEmail)
            .Address("TEL;VALUE=uri", person.Phone is { Length: > 0 } phone ? $"tel:{phone.Replace(' ', '-')}" : null)
            .Text("NOTE", person.Offer)
            .Address("URL", address);
        foreach (var firm in page.Firms)
            card.Parts("ORG", firm.Title(t, atlas));
        if (atlas.Municipality(person.Municipality ?? "") is { } town)
            card.Parts("ADR", "", "", "", town.Name(t.Language.Tag), "", "", atlas.PlaceName(Firm.Sweden, t.Language.Tag));
        foreach (var language in person.Languages.Where(l => l.Speaks != Cefr.None))
            card.Text("LANG", language.Language);
        return card.ToString();
    }
}
