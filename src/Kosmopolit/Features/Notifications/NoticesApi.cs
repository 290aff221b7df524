using Kosmopolit.Features.Notifications.Following;
using Kosmopolit.Platform.Api;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Notifications;

/// <param name="Sentence">What happened, in the reader's language.</param>
/// <param name="Title">Of the thing it is about.</param>
/// <param name="Address">Of its page.</param>
public sealed record NoticeListed(Guid Id, string Sentence, string Title, string Address, DateTimeOffset At, DateTimeOffset? ReadAt);

/// <param name="After">Send it as <c>after</c> for the next page; null on the last.</param>
public sealed record NoticesFound(IReadOnlyList<NoticeListed> News, Guid? After);

/// <param name="Kind">Country, topic, question, person or network.</param>
/// <param name="Name">In the reader's language; null when it is not seen any more.</param>
public sealed record FollowListed(FollowKind Kind, string? Name, string? Address, Pace Pace);

/// <summary>News and what is followed, for programs: the verbs of the pages.</summary>
public static class NoticesApi
{
    private const string Tag = "news";

    public static void MapNotices(this IEndpointRouteBuilder api)
    {
        api.MapGet("/me/notices", List).As(Tag, "getMyNotices", "What happened where you follow it").Gives<NoticesFound>().ForMembers();
        api.MapPut("/me/notices/read", ReadAll).As(Tag, "putMyNoticesRead", "Mark all as read").Produces(204).Changes();
        api.MapGet("/me/following", Following)
            .As(Tag, "getMyFollowing", "What you follow, and how soon you hear of it")
            .Gives<IReadOnlyList<FollowListed>>()
            .ForMembers();
        api.MapPut("/me/following/{kind}/{target}", Follow)
            .As(Tag, "putMyFollowing", "Follow a country, topic, question, person or network of yours, or choose another pace")
            .Produces(204)
            .Writes();
        api.MapDelete("/me/following/{kind}/{target}", LetGo).As(Tag, "deleteMyFollowing", "No longer follow it").Produces(204).Changes();
    }

    private static async Task<IResult> List(Me me, NoticeList notices, Answers answers, CancellationToken ct, Guid? after = null)
    {
        if (me.MemberId is null)
            return answers.NotHere();
        var (news, next) = await notices.Page(after, ct);
        return Results.Ok(
            new NoticesFound(
                [.. news.Select(n => new NoticeListed(n.Row.Id, n.Text.Sentence, n.Text.Title, n.Row.Path, n.Row.At, n.Row.ReadAt))],
                next
            )
        );
    }

    private static async Task<IResult> ReadAll(Me me, MarkRead verb, Answers answers, CancellationToken ct)
    {
        if (me.MemberId is null)
            return answers.NotHere();
        await verb.Run(null, ct);
        return Results.NoContent();
    }

    private static async Task<IResult> Following(Me me, KosmopolitDb db, FollowAccess access, Answers answers, CancellationToken ct)
    {
        if (me.MemberId is not { } self)
            return answers.NotHere();
        var follows = await db.Set<Follow>().Where(f => f.MemberId == self).OrderBy(f => f.Since).AsNoTracking().ToListAsync(ct);
        var names = await access.Names([.. follows.Select(f => f.What)], ct);
        return Results.Ok(
            follows.Select(f => new FollowListed(
                f.Kind,
                names.GetValueOrDefault(f.What)?.Name,
                names.GetValueOrDefault(f.What)?.Path,
                f.Pace
            ))
        );
    }

    private static async Task<IResult> Follow(string kind, string target, PaceInput input, HttpContext http, ChoosePace verb)
    {
        var answers = http.RequestServices.GetRequiredService<Answers>();
        if (http.RequestServices.GetRequiredService<Me>().MemberId is null)
            return answers.NotHere();
        if (answers.Check(input) is { } wrong)
            return wrong;
        return await verb.Run(kind, target, input, http.RequestAborted) is { } refusal ? answers.Refuse(refusal) : Results.NoContent();
    }

    private static async Task<IResult> LetGo(string kind, string target, HttpContext http, ChoosePace verb, FollowAccess access)
    {
        var answers = http.RequestServices.GetRequiredService<Answers>();
        if (
            http.RequestServices.GetRequiredService<Me>().MemberId is null
            || await access.Find(kind, target, http.RequestAborted) is not { } thing
        )
            return answers.NotHere();
        return await verb.LetGo(thing.What, http.RequestAborted) is { } refusal ? answers.Refuse(refusal) : Results.NoContent();
    }
}
