using System.Globalization;
using Kosmopolit.Features.Members.Contacts;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Listing;

/// <summary>
/// The members list as a sheet, for those who run the network: only what each member shows to this reader. Everybody
/// whose address or number is in it finds that in their own list of who saw it.
/// </summary>
public sealed class MembersSheet(KosmopolitDb db, MemberList list, Me me, Atlas atlas, Texts texts)
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/networks/{slug}/members.csv", Send);

    private static async Task<IResult> Send(string slug, HttpContext http, KosmopolitDb db, Me me, MembersSheet sheet)
    {
        var ct = http.RequestAborted;
        var network = await db.Networks.VisibleTo(me).AsNoTracking().SingleOrDefaultAsync(n => n.Slug == slug, ct);
        if (network is null || !me.CanRun(network))
            return Results.NotFound();
        http.Response.Headers.CacheControl = "private, no-store";
        var note = http.RequestServices.GetRequiredService<NoteContactShown>();
        return Results.File(await sheet.Write(network, note, ct), "text/csv; charset=utf-8", $"{network.Slug}.csv");
    }

    private async Task<byte[]> Write(Network network, NoteContactShown note, CancellationToken ct)
    {
        var people = await list.All(network, me, ct);
        await note.Run(people.Select(p => p.Person), ShownBy.Sheet, ct);
        db.Record(new MembersSheetMade(network.Id, people.Count));
        await db.SaveChangesAsync(ct);
        return SafeSheet.Write([Head(), .. people.Select(Row)]);
    }

    private string[] Head() =>
        [
            texts["Name"],
            texts["Firm"],
            texts["Organisation number"],
            texts["Municipality"],
            texts["Markets they know"],
            texts["Languages"],
            texts["What they offer"],
            texts["E-mail"],
            texts["Phone"],
        ];

    private string[] Row(ListedMember listed)
    {
        var (person, firms) = listed;
        var tag = texts.Language.Tag;
        return
        [
            person.Name ?? "",
            string.Join("; ", firms.Select(f => f.Name).Where(n => !string.IsNullOrEmpty(n))),
            string.Join("; ", firms.Select(f => FirmWording.Number(f.OrganisationNumber ?? "")).Where(n => !string.IsNullOrEmpty(n))),
            atlas.Municipality(person.Municipality ?? "")?.Name(tag) ?? "",
            string.Join("; ", person.Markets.Select(k => atlas.PlaceName(k.Country, tag)).Distinct()),
            string.Join("; ", person.Languages.Where(l => l.Speaks != Cefr.None).Select(l => Spoken(l, tag))),
            person.Offer ?? "",
            person.ContactEmail ?? "",
            person.Phone ?? "",
        ];
    }

    private string Spoken(LanguageView language, string tag) =>
        string.Create(CultureInfo.InvariantCulture, $"{atlas.LanguageName(language.Language, tag)} {language.Speaks}");
}

/// <summary>Somebody took the list out as a sheet.</summary>
/// <param name="People">Rows in it.</param>
public sealed record MembersSheetMade(Guid NetworkId, int People);
