using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Api;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Joining.Api;

/// <summary>The reader's way into a network.</summary>
/// <param name="SentAt">Null while it is being prepared.</param>
public sealed record MyJoining(
    DateTimeOffset AttestedAt,
    DateTimeOffset? SentAt,
    Decision Decision,
    DateTimeOffset? DecidedAt,
    string? Reason
);

/// <summary>The beginning of joining.</summary>
/// <param name="Meets">True: "I meet this network's criterion". Nothing more is asked or kept.</param>
/// <param name="Invitation">The last part of an invitation's link, or null.</param>
public sealed record JoiningBegun(bool Meets, string? Invitation);

/// <summary>Asking a network to take one in: begin, tell who one is with the verbs of the profile, send.</summary>
public static class JoiningApi
{
    private const string Tag = "joining";

    public static void MapJoining(this IEndpointRouteBuilder api)
    {
        var joining = api.MapGroup("/networks/{slug}/joining");
        api.MapGet("/networks/{slug}/joining", Show)
            .As(Tag, "getMyJoining", "How far you are on your way in")
            .Gives<MyJoining>()
            .ForMembers();
        api.MapPost("/networks/{slug}/joining", Begin)
            .As(Tag, "postMyJoining", "Begin: say that you meet the network’s criterion")
            .Gives<MyJoining>()
            .Writes();
        joining
            .MapPut("/greeting", Send)
            .As(Tag, "putMyJoining", "Send it to those who decide, with a greeting")
            .Gives<MyJoining>()
            .Writes();
    }

    private static async Task<IResult> Show(string slug, HttpContext http, KosmopolitDb db, Me me, Answers answers) =>
        await Find(slug, http, db, me) is { } network && await Mine(network, http, db, me) is { } mine
            ? Results.Ok(mine)
            : answers.NotHere();

    private static async Task<IResult> Begin(string slug, JoiningBegun begun, HttpContext http, KosmopolitDb db, BeginJoining verb)
    {
        var (me, answers) = (http.RequestServices.GetRequiredService<Me>(), http.RequestServices.GetRequiredService<Answers>());
        if (await Find(slug, http, db, me) is not { } network)
            return answers.NotHere();
        if (!begun.Meets)
            return answers.Refuse(new Refusal("The network is for people who say yes to this.", nameof(begun.Meets)));
        if (me.Networks.Contains(network.Id))
            return answers.Refuse(new Refusal("You are a member of this network already."));
        if (await verb.Run(network, begun.Invitation, http.RequestAborted) is { } refusal)
            return answers.Refuse(refusal);
        // Whoever begins for the first time is a member only from now on.
        var account = me.AccountId!.Value;
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        return Results.Ok(await Mine(network, http, db, await WhoAmI.Load(db, account, now)));
    }

    private static async Task<IResult> Send(string slug, GreetingInput input, HttpContext http, KosmopolitDb db, SendRequest verb)
    {
        var (me, answers) = (http.RequestServices.GetRequiredService<Me>(), http.RequestServices.GetRequiredService<Answers>());
        if (await Find(slug, http, db, me) is not { } network || await Mine(network, http, db, me) is null)
            return answers.NotHere();
        if (answers.Check(input) is { } wrong)
            return wrong;
        if (await verb.Run(network, PlainText.Clean(input.Message), http.RequestAborted) is { } refusal)
            return answers.Refuse(refusal);
        return Results.Ok(await Mine(network, http, db, me));
    }

    private static Task<Network?> Find(string slug, HttpContext http, KosmopolitDb db, Me me) =>
        db.Networks.VisibleTo(me).AsNoTracking().SingleOrDefaultAsync(n => n.Slug == slug, http.RequestAborted);

    private static Task<MyJoining?> Mine(Network network, HttpContext http, KosmopolitDb db, Me me) =>
        db.Set<JoinRequest>()
            .Where(r => r.MemberId == me.MemberId && r.NetworkId == network.Id)
            .OrderByDescending(r => r.AttestedAt)
            .Select(r => new MyJoining(r.AttestedAt, r.SentAt, r.Decision, r.DecidedAt, r.Reason == "" ? null : r.Reason))
            .FirstOrDefaultAsync(http.RequestAborted);
}
