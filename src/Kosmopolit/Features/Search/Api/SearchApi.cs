using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Search.Answering;
using Kosmopolit.Platform.Api;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Search.Api;

/// <summary>Lists and searches: one finder for pages and programs.</summary>
public static class SearchApi
{
    public static void MapSearch(this IEndpointRouteBuilder api)
    {
        api.MapGet("/people", People)
            .AllowAnonymous()
            .As("people", "getPeople", "People you may find, by country, topic, language, sector, region or words")
            .Gives<PeopleFound>()
            .Refuses(400);
        api.MapGet("/firms", Firms)
            .AllowAnonymous()
            .As("firms", "getFirms", "Firms you may find, by country they sell to, sector, region or words")
            .Gives<FirmsFound>()
            .Refuses(400);
        api.MapGet("/search", All)
            .AllowAnonymous()
            .As("search", "search", "Who knows …? People, firms, networks, countries, texts and questions, best first, each with why")
            .Gives<AllFound>()
            .Refuses(400);
        api.MapGet("/completions", Complete)
            .AllowAnonymous()
            .As("search", "getCompletions", "How the last words of a question may go on, at most eight ways; only names that you may see")
            .Gives<IReadOnlyList<CompletionListed>>();
    }

    private static async Task<IResult> People([AsParameters] LookFor wanted, HttpContext http, Finder finder, Me me, Texts t, Atlas atlas)
    {
        var found = await finder.Find(wanted.For(Kinds.Person, t), me, http.RequestAborted);
        return Results.Ok(
            new PeopleFound(
                [.. found.Hits.Select(h => h.Person).OfType<PersonView>().Select(p => PersonListed.Of(p, atlas, t))],
                found.Total,
                found.Facets,
                found.NextAfter,
                found.State != IndexState.Ready
            )
        );
    }

    private static async Task<IResult> Firms([AsParameters] LookFor wanted, HttpContext http, Finder finder, Me me, Texts t, Atlas atlas)
    {
        var found = await finder.Find(wanted.For(Kinds.Firm, t), me, http.RequestAborted);
        return Results.Ok(
            new FirmsFound(
                [.. found.Hits.Select(h => h.Firm).OfType<FirmView>().Select(f => FirmListed.Of(f, atlas, t))],
                found.Total,
                found.Facets,
                found.NextAfter,
                found.State != IndexState.Ready
            )
        );
    }

    private static async Task<IResult> All(
        [AsParameters] LookFor wanted,
        HttpContext http,
        Finder finder,
        Me me,
        Texts t,
        string? kind = null
    )
    {
        var found = await finder.Find(wanted.For(SearchKind.FromAddress(kind), t), me, http.RequestAborted);
        var services = http.RequestServices;
        var (atlas, because) = (services.GetRequiredService<Atlas>(), services.GetRequiredService<WhyWording>());
        return Results.Ok(
            new AllFound(
                [.. found.Hits.Select(h => Of(h, because, atlas, t))],
                found.Total,
                found.TotalsByKind.ToDictionary(k => SearchKind.InAddress(k.Key) ?? k.Key, k => k.Value),
                found.Facets,
                found.Understood,
                found.NextAfter,
                found.State != IndexState.Ready
            )
        );
    }

    private static async Task<IResult> Complete(string? q, HttpContext http, Completer completer, Me me, Texts t)
    {
        // Names differ by reader and may be taken back at any moment: not even the browser keeps them.
        http.Response.Headers.CacheControl = "no-store";
        var completed = await completer.Complete(q ?? "", t.Language.Tag, me, http.RequestAborted);
        return Results.Ok(completed.Offers.Select(c => CompletionListed.Of(c, completed.Before, t)).ToList());
    }

    private static HitListed Of(Hit hit, WhyWording because, Atlas atlas, Texts t)
    {
        var kind = SearchKind.InAddress(hit.Kind) ?? hit.Kind;
        var key = hit.Kind == Kinds.Country ? hit.Key.ToLowerInvariant() : hit.Key;
        return new HitListed(
            kind,
            key,
            hit.Person?.Title(t, atlas)
                ?? hit.Firm?.Title(t, atlas)
                ?? hit.Network?.Name
                ?? hit.Article?.Title
                ?? hit.Question?.Title
                ?? hit.Activity?.Title
                ?? atlas.PlaceName(hit.Key, t.Language.Tag),
            $"/{kind}/{key}{hit.Place}",
            because.Sentence(hit.Why),
            hit.Snippet is { } s ? Written.Of(s.Text, s.Language) : null
        );
    }
}
