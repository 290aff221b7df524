using Kosmopolit.Features.Members.Contacts;
using Kosmopolit.Platform.Api;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Members.People;

/// <summary>One person, as far as the reader may see them. Lists and searches are the Search room's.</summary>
public static class PeopleApi
{
    public static void MapPeople(this IEndpointRouteBuilder api) =>
        api.MapGet("/people/{slug}", Show)
            .AllowAnonymous()
            .As("people", "getPerson", "One person, as far as you may see them")
            .Gives<PersonResource>()
            .OrNotHere();

    private static async Task<IResult> Show(string slug, HttpContext http, KosmopolitDb db, Me me, NoteContactShown note)
    {
        var ct = http.RequestAborted;
        var services = http.RequestServices;
        if (await PersonPage.Of(m => m.Slug == slug, db, me, ct) is not { } page)
            return services.GetRequiredService<Answers>().NotHere();
        await note.Run(page.Person, ShownBy.Api, ct);
        return Results.Ok(PersonResource.Of(page, services.GetRequiredService<Atlas>(), services.GetRequiredService<Texts>()));
    }
}
