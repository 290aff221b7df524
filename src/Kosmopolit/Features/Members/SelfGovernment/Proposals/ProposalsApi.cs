using Kosmopolit.Features.Members.SelfGovernment.Ballots;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Api;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.SelfGovernment.Proposals;

/// <summary>Whether one wants a proposal to come to the vote.</summary>
public sealed record SupportTold(bool Supports);

/// <summary>Proposals of a network for programs of its members.</summary>
public static class ProposalsApi
{
    private const string Tag = "self-government";

    private const int Most = 200;

    public static void MapProposals(this IEndpointRouteBuilder api)
    {
        api.MapGet("/networks/{slug}/proposals", List)
            .As(Tag, "getProposals", "What is proposed and was decided in your network, the newest first")
            .Gives<IReadOnlyList<ProposalListed>>()
            .ForMembers();
        api.MapPost("/networks/{slug}/proposals", Propose)
            .As(Tag, "postProposal", "Lay something before the others")
            .Gives<ProposalResource>(201)
            .Writes();
        api.MapGet("/networks/{slug}/proposals/{id:guid}", Show)
            .As(Tag, "getProposal", "One proposal, its words and its votes")
            .Gives<ProposalResource>()
            .ForMembers();
        api.MapPut("/networks/{slug}/proposals/{id:guid}/support", Support)
            .As(Tag, "putMySupport", "Want it to come to the vote, or no longer")
            .Produces(204)
            .Writes();
    }

    private static async Task<IResult> List(string slug, HttpContext http, KosmopolitDb db, Me me, Answers answers)
    {
        if (await Find(slug, http, db, me) is not { } network)
            return answers.NotHere();
        var rows = db.Set<Proposal>().VisibleTo(me).Where(p => p.NetworkId == network.Id);
        return Results.Ok(
            await ProposalListed.Of(
                db,
                rows.OrderByDescending(p => p.ProposedAt).ThenByDescending(p => p.Id).Take(Most),
                http.RequestAborted
            )
        );
    }

    private static async Task<IResult> Show(string slug, Guid id, HttpContext http, KosmopolitDb db, Me me, Answers answers) =>
        await Find(slug, http, db, me) is { } network && await Resource(network, id, http, db, me) is { } found
            ? Results.Ok(found)
            : answers.NotHere();

    private static async Task<IResult> Propose(string slug, ProposeInput input, HttpContext http, KosmopolitDb db, Propose verb)
    {
        var (me, answers) = (http.RequestServices.GetRequiredService<Me>(), http.RequestServices.GetRequiredService<Answers>());
        if (await Find(slug, http, db, me) is not { } network)
            return answers.NotHere();
        if (answers.Check(input) is { } wrong)
            return wrong;
        var (proposal, refusal) = await verb.Run(network, input, http.RequestAborted);
        return proposal is null
            ? answers.Refuse(refusal!)
            : Results.Created(
                $"{ApiRoom.Root}/networks/{slug}/proposals/{proposal.Id}",
                await Resource(network, proposal.Id, http, db, me)
            );
    }

    private static async Task<IResult> Support(string slug, Guid id, SupportTold told, HttpContext http, KosmopolitDb db, Discuss verb)
    {
        var (me, answers) = (http.RequestServices.GetRequiredService<Me>(), http.RequestServices.GetRequiredService<Answers>());
        if (
            await Find(slug, http, db, me) is not { } network
            || !await db.Set<Proposal>().VisibleTo(me).AnyAsync(p => p.Id == id && p.NetworkId == network.Id, http.RequestAborted)
        )
            return answers.NotHere();
        var refusal = await verb.Support(network, id, told.Supports, http.RequestAborted);
        return refusal is null ? Results.NoContent() : answers.Refuse(refusal);
    }

    private static async Task<ProposalResource?> Resource(Network network, Guid id, HttpContext http, KosmopolitDb db, Me me)
    {
        var ct = http.RequestAborted;
        var proposal = db.Set<Proposal>().VisibleTo(me).Where(p => p.Id == id && p.NetworkId == network.Id);
        if (await ProposalListed.Of(db, proposal, ct) is not [var listed])
            return null;
        var words = await proposal
            .Select(p => new
            {
                p.Text,
                p.Language,
                p.AuthorId,
                p.Hitch,
            })
            .SingleAsync(ct);
        var author = (await http.RequestServices.GetRequiredService<Signing>().Members([words.AuthorId], ct))[words.AuthorId];
        var ballots = await db.Set<Ballot>().Where(b => b.ProposalId == id).OrderBy(b => b.Round).AsNoTracking().ToListAsync(ct);
        var hitch = words.Hitch is { } why ? http.RequestServices.GetRequiredService<Texts>().Say(Refusal.Remembered(why)) : null;
        return new ProposalResource(listed, words.Text, words.Language, author, hitch, [.. ballots.Select(BallotListed.Of)]);
    }

    // As on the page: while a network starts up there is nothing to decide by vote.
    private static async Task<Network?> Find(string slug, HttpContext http, KosmopolitDb db, Me me) =>
        await db.Governed(me, slug, http.RequestAborted) is { Stage: not (Stage.Interest or Stage.StartUp) } network ? network : null;
}
