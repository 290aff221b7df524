using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Api;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Install;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Joining.Api;

/// <summary>An invitation of the reader's that waits to be used.</summary>
/// <param name="Email">The address it was mailed to; null when it was handed over as a link.</param>
public sealed record MyInvitation(Guid Id, string? Email, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);

/// <param name="Link">Lets one person in; it is shown this once.</param>
public sealed record InvitationLink(string Link);

/// <summary>The reader's invitations to a network.</summary>
public static class InvitationsApi
{
    private const string Tag = "joining";

    public static void MapInvitations(this IEndpointRouteBuilder api)
    {
        var invitations = api.MapGroup("/networks/{slug}/invitations");
        api.MapGet("/networks/{slug}/invitations", List)
            .As(Tag, "getMyInvitations", "Your invitations that wait to be used")
            .Gives<IReadOnlyList<MyInvitation>>()
            .ForMembers();
        api.MapPost("/networks/{slug}/invitations", Make)
            .As(Tag, "postInvitation", "Invite somebody, by mail or with a link you hand over")
            .Gives<InvitationLink>(StatusCodes.Status201Created)
            .Writes();
        invitations
            .MapDelete("/{id:guid}", TakeBack)
            .As(Tag, "deleteInvitation", "Take an invitation back")
            .Produces(StatusCodes.Status204NoContent)
            .Changes();
    }

    private static async Task<IResult> List(string slug, HttpContext http, KosmopolitDb db, Me me, Answers answers) =>
        await Find(slug, db, me, http.RequestAborted) is { } network
            ? Results.Ok(
                await Open(db, me, network, http)
                    .OrderByDescending(i => i.CreatedAt)
                    .Select(i => new MyInvitation(i.Id, i.Email == "" ? null : i.Email, i.CreatedAt, i.ExpiresAt))
                    .ToListAsync(http.RequestAborted)
            )
            : answers.NotHere();

    private static async Task<IResult> Make(string slug, InviteInput input, HttpContext http, KosmopolitDb db, Invite verb)
    {
        var (me, answers) = (http.RequestServices.GetRequiredService<Me>(), http.RequestServices.GetRequiredService<Answers>());
        if (await Find(slug, db, me, http.RequestAborted) is not { } network)
            return answers.NotHere();
        if (answers.Check(input) is { } wrong)
            return wrong;
        var (token, refusal) = await verb.Run(network, input, http.RequestAborted);
        var site = http.RequestServices.GetRequiredService<SiteAddress>();
        return token is null ? answers.Refuse(refusal!) : Results.Created((string?)null, new InvitationLink(site[$"/invitations/{token}"]));
    }

    private static async Task<IResult> TakeBack(string slug, Guid id, HttpContext http, KosmopolitDb db, Invite verb)
    {
        var (me, answers) = (http.RequestServices.GetRequiredService<Me>(), http.RequestServices.GetRequiredService<Answers>());
        if (
            await Find(slug, db, me, http.RequestAborted) is not { } network
            || !await Open(db, me, network, http).AnyAsync(i => i.Id == id, http.RequestAborted)
        )
            return answers.NotHere();
        await verb.TakeBack(network, id, http.RequestAborted);
        return Results.NoContent();
    }

    // As on the page: whoever may not invite to it finds nothing here.
    private static async Task<Network?> Find(string slug, KosmopolitDb db, Me me, CancellationToken ct) =>
        await db.Networks.VisibleTo(me).AsNoTracking().SingleOrDefaultAsync(n => n.Slug == slug, ct) is { } network && me.CanInvite(network)
            ? network
            : null;

    private static IQueryable<Invitation> Open(KosmopolitDb db, Me me, Network network, HttpContext http)
    {
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        return db.Set<Invitation>()
            .Where(i =>
                i.NetworkId == network.Id && i.InvitedById == me.AccountId && i.UsedAt == null && i.WithdrawnAt == null && i.ExpiresAt > now
            );
    }
}
