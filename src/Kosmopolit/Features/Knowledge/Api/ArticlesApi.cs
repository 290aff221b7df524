using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Features.Knowledge.Claims;
using Kosmopolit.Platform.Api;
using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Features.Knowledge.Api;

/// <param name="Confirms">True when it is so, false when it is different now; then <c>reason</c> says what.</param>
/// <param name="LastYear">The last year in which you saw it for yourself.</param>
/// <param name="ShowsName">Sign with your name, for those who may see it.</param>
public sealed record VoiceSent(
    bool Confirms,
    Members.People.Basis[] Basis,
    int? From = null,
    int? Until = null,
    string? Place = null,
    int? LastYear = null,
    string? Reason = null,
    bool ShowsName = false
);

/// <summary>Texts of the bank and what people stand for in them, for programs: the reading of the pages, and confirm or dispute.</summary>
public static class ArticlesApi
{
    private const string Tag = "knowledge";

    public static void MapArticlesApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/articles", List)
            .AllowAnonymous()
            .As(Tag, "getArticles", "Published texts, the latest first, one line for a text whatever its languages")
            .Gives<ArticlesFound>()
            .Refuses(400);
        api.MapGet("/articles/{slug}", Show)
            .AllowAnonymous()
            .As(Tag, "getArticle", "A text with its sources, its languages and what people stand for in it")
            .Gives<ArticleResource>()
            .OrNotHere();
        api.MapGet("/claims/{id:guid}", ShowClaim)
            .AllowAnonymous()
            .As(Tag, "getClaim", "A passage that somebody stands for, and how sure it is today")
            .Gives<ClaimResource>()
            .OrNotHere();
        api.MapPut("/claims/{id:guid}/voice", Speak)
            .As(Tag, "putVoice", "Confirm a claim, or say what is different now; you have one voice")
            .Gives<ClaimResource>()
            .Writes();
    }

    private static async Task<IResult> List(
        ArticleList texts,
        HttpContext http,
        string? country = null,
        string? topic = null,
        string? language = null,
        string? after = null,
        int count = 20
    )
    {
        var filter = new ArticleFilter(country?.ToUpperInvariant(), topic?.ToLowerInvariant(), language);
        var page = await texts.Page(filter, after, Math.Clamp(count, 1, 100), http.RequestAborted);
        int? total = language is null
            ? (await texts.Counts(http.RequestAborted))
                .Where(c => (filter.Country ?? c.Country) == c.Country && (filter.Topic ?? c.Topic) == c.Topic)
                .Sum(c => c.Texts)
            : null;
        return Results.Ok(new ArticlesFound([.. page.Lines.Select(ArticleListed.Of)], total, page.After));
    }

    private static async Task<IResult> Show(string slug, KnowledgeResources resources, Answers answers, HttpContext http) =>
        await resources.Article(slug, http.RequestAborted) is { } article ? Results.Ok(article) : answers.NotHere();

    private static async Task<IResult> ShowClaim(Guid id, KnowledgeResources resources, Answers answers, HttpContext http) =>
        await resources.Claim(id, http.RequestAborted) is { } claim ? Results.Ok(claim) : answers.NotHere();

    private static async Task<IResult> Speak(Guid id, VoiceSent sent, HttpContext http, SpeakUp verb, KnowledgeResources resources)
    {
        var answers = http.RequestServices.GetRequiredService<Answers>();
        var input = new VoiceInput
        {
            Basis = sent.Basis,
            From = sent.From,
            Until = sent.Until,
            Place = sent.Place,
            LastYear = sent.LastYear,
            Reason = sent.Reason,
            ShowsName = sent.ShowsName,
        };
        // For an account without a member there is nothing to do here.
        if (!http.RequestServices.GetRequiredService<Me>().CanWrite())
            return answers.NotHere();
        if (answers.Check(input) is { } wrong)
            return wrong;
        return await verb.Speak(id, sent.Confirms, input, http.RequestAborted) is { } refusal
            ? answers.Refuse(refusal)
            : await ShowClaim(id, resources, answers, http);
    }
}
