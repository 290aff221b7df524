using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Api;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Members.Contacts;

/// <param name="Viewer">Null when they do not show themselves to you.</param>
public sealed record SeenBy(DateOnly Day, ShownBy By, PersonListed? Viewer);

/// <summary>Who saw how to reach one.</summary>
public static class WhoSawApi
{
    public static void MapWhoSaw(this IEndpointRouteBuilder api) =>
        api.MapGet("/me/seen", List)
            .As("profile", "getMyViewers", "Who was signed in and saw your e-mail address or phone number, for a year back")
            .Gives<IReadOnlyList<SeenBy>>()
            .ForMembers();

    private static async Task<IResult> List(HttpContext http, Me me, Viewers viewers, Answers answers, Atlas atlas)
    {
        if (me.MemberId is null)
            return answers.NotHere();
        var t = http.RequestServices.GetRequiredService<Texts>();
        var rows = await viewers.List(http.RequestAborted);
        return Results.Ok(rows.Select(r => new SeenBy(r.Day, r.By, r.Viewer is null ? null : PersonListed.Of(r.Viewer, atlas, t))));
    }
}
