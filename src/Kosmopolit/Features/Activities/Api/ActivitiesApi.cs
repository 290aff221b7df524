using Kosmopolit.Features.Activities.Discovery;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Api;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Geography;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Api;

/// <summary>Activities for programs: what the pages show to the same reader.</summary>
public static class ActivitiesApi
{
    private const string Tag = "activities";

    public static void MapActivitiesApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/activities", List)
            .AllowAnonymous()
            .As(Tag, "getActivities", "What is coming, the next first; or what has been, the latest first")
            .Gives<ActivitiesFound>()
            .Refuses(400);
        api.MapGet("/activities/{id:guid}", Show)
            .AllowAnonymous()
            .As(Tag, "getActivity", "An activity or a business trip")
            .Gives<ActivityResource>()
            .OrNotHere();
    }

    private static async Task<IResult> List(
        ActivityList activities,
        Atlas atlas,
        Answers answers,
        KosmopolitDb db,
        Me me,
        HttpContext http,
        string? country = null,
        string? network = null,
        string? method = null,
        bool past = false,
        int count = 50
    )
    {
        var ct = http.RequestAborted;
        var code = atlas.Country(PlainText.Clean(country))?.Alpha2;
        if (code is null && !string.IsNullOrWhiteSpace(country))
            return answers.Unreadable(nameof(country));
        var isMethod = Enum.TryParse<Method>(method, true, out var known) && Enum.IsDefined(known);
        if (!isMethod && !string.IsNullOrWhiteSpace(method))
            return answers.Unreadable(nameof(method));
        // A network that is not there has no activities.
        var of = network is null
            ? (Guid?)null
            : await db.Networks.VisibleTo(me).Where(n => n.Slug == network).Select(n => n.Id).SingleOrDefaultAsync(ct);
        var filter = new ActivityFilter(code, of, isMethod ? known : null, past);
        var rows = await activities.Find(me, filter, Math.Clamp(count, 1, ActivityList.Most), ct);
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        return Results.Ok(new ActivitiesFound([.. rows.Select(a => ActivityListed.Of(a, now))]));
    }

    private static async Task<IResult> Show(Guid id, ActivityReading reading, Answers answers, TimeProvider clock, HttpContext http) =>
        await reading.Of(id, http.RequestAborted) is { } view
            ? Results.Ok(ActivityResource.Of(view, clock.GetUtcNow()))
            : answers.NotHere();
}
