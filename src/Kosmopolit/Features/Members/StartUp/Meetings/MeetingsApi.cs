using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Api;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.StartUp.Meetings;

/// <summary>A meeting as it stands in the network's list; its papers are on its page.</summary>
/// <param name="Number">1 to 3 for a start-up meeting, otherwise null.</param>
/// <param name="Link">Address of the room on the net, or null.</param>
/// <param name="IsPublic">Everybody may know of it and come.</param>
public sealed record MeetingListed(
    Guid Id,
    int? Number,
    string Title,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    string? Place,
    string? Link,
    bool IsPublic,
    DateTimeOffset? CalledOffAt,
    DateTimeOffset? HeldAt
);

/// <summary>A network's meetings for programs.</summary>
public static class MeetingsApi
{
    public static void MapMeetings(this IEndpointRouteBuilder api) =>
        api.MapGet("/networks/{slug}/meetings", List)
            .AllowAnonymous()
            .As("networks", "getMeetings", "Meetings that you may know of, the latest first")
            .Gives<IReadOnlyList<MeetingListed>>()
            .OrNotHere();

    private static async Task<IResult> List(string slug, HttpContext http, KosmopolitDb db, Me me, Platform.Api.Answers answers)
    {
        var ct = http.RequestAborted;
        if (await db.Networks.VisibleTo(me).AsNoTracking().SingleOrDefaultAsync(n => n.Slug == slug, ct) is not { } network)
            return answers.NotHere();
        var t = http.RequestServices.GetRequiredService<Texts>();
        var meetings = await db.Meetings.VisibleTo(me, network).OrderByDescending(m => m.StartsAt).AsNoTracking().ToListAsync(ct);
        return Results.Ok(meetings.Select(m => Of(m, t)));
    }

    private static MeetingListed Of(Meeting m, Texts t) =>
        new(
            m.Id,
            m.Number,
            MeetingWording.Title(m, t),
            m.StartsAt,
            m.EndsAt,
            Told(m.Place),
            Told(m.Link),
            m.IsPublic,
            m.CalledOffAt,
            m.HeldAt
        );

    private static string? Told(string text) => text.Length == 0 ? null : text;
}
