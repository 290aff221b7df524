using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Api;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Members.Firms;

/// <summary>One firm, as far as the reader may see it.</summary>
public static class FirmsApi
{
    public static void MapFirms(this IEndpointRouteBuilder api) =>
        api.MapGet("/firms/{slug}", Show)
            .AllowAnonymous()
            .As("firms", "getFirm", "One firm, as far as you may see it")
            .Gives<FirmResource>()
            .OrNotHere();

    private static async Task<IResult> Show(string slug, HttpContext http, KosmopolitDb db, Me me, Answers answers)
    {
        var ct = http.RequestAborted;
        var (atlas, t) = (http.RequestServices.GetRequiredService<Atlas>(), http.RequestServices.GetRequiredService<Texts>());
        if ((await db.Firms.Where(f => f.Slug == slug).VisibleTo(db.Memberships, me).ToViews(db, me, ct)) is not [var firm])
            return answers.NotHere();
        var ids = firm.People.Select(p => p.MemberId).ToList();
        var people = await db.Members.Where(m => ids.Contains(m.Id)).VisibleTo(me).ToViews(db, me, ct);
        return Results.Ok(
            new FirmResource(
                FirmListed.Of(firm, atlas, t),
                [
                    .. firm
                        .People.Select(r => (r.Role, Person: people.SingleOrDefault(p => p.Id == r.MemberId)))
                        .Where(r => r.Person is not null)
                        .Select(r => new FirmPerson(r.Role, PersonListed.Of(r.Person!, atlas, t))),
                ]
            )
        );
    }
}
