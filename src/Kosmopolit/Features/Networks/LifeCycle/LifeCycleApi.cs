using Kosmopolit.Features.Networks.LifeCycle.Interests;
using Kosmopolit.Platform.Api;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Networks.LifeCycle;

/// <summary>A step on a network's way.</summary>
/// <param name="Meeting">Number of the start-up meeting that was held; null for a change of stage.</param>
/// <param name="As">In which role somebody said so; who they are is not told.</param>
/// <param name="Why">In the words of whoever decided it, or null.</param>
public sealed record HistoryStep(Stage Stage, int? Meeting, DateTimeOffset At, Role? As, string? Why);

/// <summary>How many would join.</summary>
/// <param name="Threshold">How many are enough to begin.</param>
/// <param name="All">Null below five.</param>
/// <param name="Municipalities">By SCB code; only those of which the number may be told.</param>
public sealed record InterestTold(int Threshold, int? All, bool IsEnough, IReadOnlyDictionary<string, int> Municipalities);

/// <summary>The way of a network from the first interest on, for programs.</summary>
public static class LifeCycleApi
{
    private const string Tag = "networks";

    public static void MapLifeCycle(this IEndpointRouteBuilder api)
    {
        api.MapGet("/networks/{slug}/history", History)
            .AllowAnonymous()
            .As(Tag, "getNetworkHistory", "The way of a network so far, oldest first")
            .Gives<IReadOnlyList<HistoryStep>>()
            .OrNotHere();
        api.MapGet("/networks/{slug}/interest", Interest)
            .AllowAnonymous()
            .As(Tag, "getInterest", "How many would join, and how many are enough")
            .Gives<InterestTold>()
            .OrNotHere();
        api.MapGet("/networks/{slug}/interest/mine", Mine)
            .As(Tag, "getMyInterest", "What you said about joining")
            .Gives<InterestInput>()
            .ForMembers();
        api.MapPut("/networks/{slug}/interest/mine", Say)
            .As(Tag, "putMyInterest", "Say that you would join")
            .Gives<InterestInput>()
            .Writes();
        api.MapDelete("/networks/{slug}/interest/mine", Withdraw).As(Tag, "deleteMyInterest", "Take it back").Produces(204).Changes();
    }

    private static async Task<IResult> History(string slug, HttpContext http, KosmopolitDb db, Me me, Answers answers)
    {
        var network = await db
            .Networks.VisibleTo(me)
            .Include(n => n.History)
            .AsNoTracking()
            .SingleOrDefaultAsync(n => n.Slug == slug, http.RequestAborted);
        return network is null
            ? answers.NotHere()
            : Results.Ok(
                network
                    .History.OrderBy(h => h.At)
                    .ThenBy(h => h.Id)
                    .Select(h => new HistoryStep(h.Stage, h.Meeting, h.At, h.As, h.Why.Length == 0 ? null : h.Why))
            );
    }

    private static async Task<IResult> Interest(string slug, HttpContext http, KosmopolitDb db, Me me, Answers answers)
    {
        if (await Find(slug, http, db, me) is not { } network)
            return answers.NotHere();
        var picture = await db.Interest(network, http.RequestAborted);
        return Results.Ok(new InterestTold(network.InterestThreshold, picture.All, picture.IsEnough, picture.Municipalities));
    }

    private static async Task<IResult> Mine(string slug, HttpContext http, KosmopolitDb db, SayInterest verb, Answers answers) =>
        await Find(slug, http, db, Reader(http)) is { } network && await verb.Own(network, http.RequestAborted) is { } own
            ? Results.Ok(Of(own))
            : answers.NotHere();

    private static async Task<IResult> Say(string slug, InterestInput input, HttpContext http, KosmopolitDb db, SayInterest verb)
    {
        var answers = http.RequestServices.GetRequiredService<Answers>();
        if (await Find(slug, http, db, Reader(http)) is not { } network)
            return answers.NotHere();
        return await verb.Run(network, input, http.RequestAborted) is { } refusal
            ? answers.Refuse(refusal)
            : Results.Ok(Of((await verb.Own(network, http.RequestAborted))!));
    }

    private static async Task<IResult> Withdraw(string slug, HttpContext http, KosmopolitDb db, SayInterest verb, Answers answers)
    {
        if (await Find(slug, http, db, Reader(http)) is not { } network)
            return answers.NotHere();
        await verb.Withdraw(network, http.RequestAborted);
        return Results.NoContent();
    }

    private static InterestInput Of(Interest interest) =>
        new()
        {
            Municipality = interest.Municipality,
            IsFirm = interest.IsFirm,
            MayContact = interest.MayContact,
        };

    private static Me Reader(HttpContext http) => http.RequestServices.GetRequiredService<Me>();

    private static Task<Network?> Find(string slug, HttpContext http, KosmopolitDb db, Me me) =>
        db
            .Networks.VisibleTo(me)
            .Include(n => n.Municipalities)
            .AsNoTracking()
            .SingleOrDefaultAsync(n => n.Slug == slug, http.RequestAborted);
}
