using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Api;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Joining.Api;

/// <summary>Somebody who wants to join, as those who decide see them.</summary>
public sealed record WantsToJoin(Guid Id, DateTimeOffset SentAt, string? Message, PersonListed Person);

/// <param name="Reason">Needed with a no; the person reads it.</param>
public sealed record JoiningAnswer(Decision Decision, string? Reason);

/// <summary>Who wants to join, for those who run the network.</summary>
public static class RequestsApi
{
    private const string Tag = "joining";

    public static void MapRequests(this IEndpointRouteBuilder api)
    {
        api.MapGet("/networks/{slug}/requests", List)
            .As(Tag, "getJoinRequests", "Who wants to join; for those who run the network")
            .Gives<IReadOnlyList<WantsToJoin>>()
            .ForMembers();
        api.MapPut("/networks/{slug}/requests/{id:guid}", Decide)
            .As(Tag, "putJoinRequest", "Take somebody in, or say why not")
            .Produces(StatusCodes.Status204NoContent)
            .Writes()
            .Refuses(409);
    }

    private static async Task<IResult> List(string slug, HttpContext http, KosmopolitDb db, Me me, Answers answers)
    {
        var ct = http.RequestAborted;
        if (await Find(slug, db, me, ct) is not { } network)
            return answers.NotHere();
        var rows = await db.Set<JoinRequest>()
            .Where(r => r.NetworkId == network.Id && r.Decision == Decision.None && r.SentAt != null)
            .OrderBy(r => r.SentAt)
            .AsNoTracking()
            .ToListAsync(ct);
        var ids = rows.Select(r => r.MemberId).ToList();
        var people = await db.Members.Where(m => ids.Contains(m.Id)).AsApplicants().ToViews(db, m => m.AsApplicants(), ct);
        var (atlas, t) = (http.RequestServices.GetRequiredService<Atlas>(), http.RequestServices.GetRequiredService<Texts>());
        return Results.Ok(
            rows.Select(r => new WantsToJoin(
                r.Id,
                r.SentAt!.Value,
                r.Message.Length == 0 ? null : r.Message,
                PersonListed.Of(people.Single(p => p.Id == r.MemberId), atlas, t)
            ))
        );
    }

    private static async Task<IResult> Decide(string slug, Guid id, JoiningAnswer answer, HttpContext http, DecideRequest verb)
    {
        var (me, answers) = (http.RequestServices.GetRequiredService<Me>(), http.RequestServices.GetRequiredService<Answers>());
        if (await Find(slug, http.RequestServices.GetRequiredService<KosmopolitDb>(), me, http.RequestAborted) is not { } network)
            return answers.NotHere();
        if (answer.Decision is not (Decision.Accepted or Decision.Declined))
            return answers.Refuse(new Refusal("Choose from the list.", nameof(answer.Decision)));
        var input = new DecisionInput
        {
            Request = id,
            Decision = answer.Decision,
            Reason = answer.Reason,
        };
        if (answers.Check(input) is { } wrong)
            return wrong;
        var refusal = await verb.Run(network, id, answer.Decision, PlainText.Clean(answer.Reason), http.RequestAborted);
        return refusal is null ? Results.NoContent() : answers.Refuse(refusal);
    }

    // As on the page: for whoever does not decide here there is nothing.
    private static async Task<Network?> Find(string slug, KosmopolitDb db, Me me, CancellationToken ct) =>
        await db.Networks.VisibleTo(me).AsNoTracking().SingleOrDefaultAsync(n => n.Slug == slug, ct) is { } network && me.CanDecide(network)
            ? network
            : null;
}
