using Kosmopolit.Features.Members.SelfGovernment.Proposals;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Api;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.SelfGovernment.Ballots;

/// <summary>Voting, and counting again, for programs of the members.</summary>
public static class VotesApi
{
    private const string Tag = "self-government";

    public static void MapVotes(this IEndpointRouteBuilder api)
    {
        api.MapGet("/networks/{slug}/proposals/{id:guid}/vote", Paper)
            .As(Tag, "getVotingPaper", "The voting paper, with a fresh receipt where the vote is secret")
            .Gives<VotingPaper>()
            .ForMembers();
        api.MapPut("/networks/{slug}/proposals/{id:guid}/vote", Cast)
            .As(Tag, "putMyVote", "Vote; sent twice with one receipt it counts once")
            .Produces(204)
            .Writes();
        api.MapGet("/networks/{slug}/proposals/{id:guid}/result", Result)
            .As(Tag, "getResult", "The result with every vote that was counted, to count it again")
            .Gives<ResultTold>()
            .ForMembers()
            .Refuses(400);
    }

    private static async Task<IResult> Paper(string slug, Guid id, HttpContext http, KosmopolitDb db, ElectoralRoll roll)
    {
        var (ct, services) = (http.RequestAborted, http.RequestServices);
        if (await Find(slug, id, http, db) is not { } ballot)
            return services.GetRequiredService<Answers>().NotHere();
        var mine = await roll.Mine(ballot, ct);
        var given = await db.Set<RollEntry>()
            .Where(r => r.BallotId == ballot.Id && mine.Contains(r.VoterId) && r.Turnout != Turnout.NotYet)
            .Select(r => r.VoterId)
            .ToListAsync(ct);
        var names = await services.GetRequiredService<Signing>().Voters(ballot.Terms.Per, mine, ct);
        return Results.Ok(
            new VotingPaper(
                BallotListed.Of(ballot),
                Math.Max(1, ballot.Terms.Seats),
                await Choices(ballot, http, db),
                [.. mine.Select(v => new VotingVoter(v, names[v].Name, given.Contains(v)))],
                ballot.Terms.IsSecret ? SealedUrn.NewReceipt() : null
            )
        );
    }

    private static async Task<IResult> Cast(string slug, Guid id, VoteInput input, HttpContext http, KosmopolitDb db, CastVote verb)
    {
        var answers = http.RequestServices.GetRequiredService<Answers>();
        if (await Find(slug, id, http, db) is not { } ballot)
            return answers.NotHere();
        // A program may send null where a form sends nothing.
        input.Choice ??= [];
        return await verb.Run(ballot.Id, input, http.RequestAborted) is { } refusal ? answers.Refuse(refusal) : Results.NoContent();
    }

    private static async Task<IResult> Result(string slug, Guid id, int? round, HttpContext http, KosmopolitDb db)
    {
        var (ct, services) = (http.RequestAborted, http.RequestServices);
        if (await Find(slug, id, http, db) is null || await ClosedBallot.Find(db, id, round, ct) is not { } ballot)
            return services.GetRequiredService<Answers>().NotHere();
        var votes = await db.Set<CountedVote>().Where(v => v.BallotId == ballot.Id).OrderBy(v => v.Mark).AsNoTracking().ToListAsync(ct);
        var voters = await services.GetRequiredService<Signing>().Voters(ballot.Terms.Per, votes.Select(v => v.VoterId).OfType<Guid>(), ct);
        var names = (await Choices(ballot, http, db)).ToDictionary(c => c.Key, c => c.Text);
        return Results.Ok(
            new ResultTold(
                BallotListed.Of(ballot),
                ballot.Counted,
                [.. ballot.Options.OrderBy(o => o.Order).Select(o => new OptionCounted(o.Key, names[o.Key], o.Votes, o.Place))],
                [.. votes.Select(v => new VoteCounted(v.Mark, v.VoterId is { } voter ? voters[voter].Name : null, v.Choice.Split(' ')))],
                ballot.LotSeed,
                ballot.LotPledge,
                (await Recount.Of(db, ballot, ct)).Agrees
            )
        );
    }

    private static async Task<IReadOnlyList<VotingChoice>> Choices(Ballot ballot, HttpContext http, KosmopolitDb db)
    {
        var candidates = await ClosedBallot.Candidates(db, ballot, http.RequestAborted);
        var t = http.RequestServices.GetRequiredService<Texts>();
        return
        [
            .. ballot
                .Options.OrderBy(o => o.Order)
                .Select(o => new VotingChoice(o.Key, candidates.GetValueOrDefault(o.Key) ?? GovernmentWording.Option(o.Key, t))),
        ];
    }

    /// <summary>The last ballot about a proposal, for those who may read how the network governs itself.</summary>
    private static async Task<Ballot?> Find(string slug, Guid id, HttpContext http, KosmopolitDb db)
    {
        var me = http.RequestServices.GetRequiredService<Me>();
        var network = await db.Governed(me, slug, http.RequestAborted);
        return network is null
            ? null
            : await db.Set<Ballot>()
                .Include(b => b.Options)
                .Where(b => b.ProposalId == id && b.NetworkId == network.Id)
                .OrderByDescending(b => b.Round)
                .AsNoTracking()
                .FirstOrDefaultAsync(http.RequestAborted);
    }
}
