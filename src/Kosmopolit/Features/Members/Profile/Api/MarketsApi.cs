using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Api;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Members.Profile.Api;

/// <summary>A country one knows, as its owner edits it.</summary>
public sealed record MyMarket(Guid Id, GroundInput Ground, TopicsInput About);

/// <summary>The countries one knows: how, and what about them.</summary>
public static class MarketsApi
{
    private const string Tag = "markets";

    public static void MapMarkets(this IEndpointRouteBuilder api)
    {
        var markets = api.MapGroup("/me/markets");
        api.MapGet("/me/markets", List).As(Tag, "getMyMarkets", "The countries you know").Gives<IReadOnlyList<MyMarket>>().ForMembers();
        api.MapPost("/me/markets", Add).As(Tag, "postMyMarket", "Add a country").Gives<MyMarket>(201).Writes();
        markets
            .MapGet("/{id:guid}", Show)
            .As(Tag, "getMyMarket", "How you know a country")
            .Gives<GroundInput>()
            .ForMembers()
            .WithMetadata(new HasVersion());
        markets
            .MapPut("/{id:guid}", Change)
            .As(Tag, "putMyMarket", "Say anew how you know it")
            .Gives<GroundInput>()
            .Writes()
            .Guarded()
            .WithMetadata(new HasVersion());
        markets
            .MapDelete("/{id:guid}", Delete)
            .As(Tag, "deleteMyMarket", "Erase a country and what you know of it")
            .Produces(204)
            .Changes();
        markets
            .MapGet("/{id:guid}/topics", ShowTopics)
            .As(Tag, "getMyTopics", "What about a country you know")
            .Gives<TopicsInput>()
            .ForMembers()
            .WithMetadata(new HasVersion());
        markets
            .MapPut("/{id:guid}/topics", WriteTopics)
            .As(Tag, "putMyTopics", "Say anew what about it you know")
            .Gives<TopicsInput>()
            .Writes()
            .Guarded()
            .WithMetadata(new HasVersion());
        markets
            .MapDelete("/{id:guid}/topics", ClearTopics)
            .As(Tag, "deleteMyTopics", "Erase what about it you know")
            .Produces(204)
            .Changes()
            .Guarded();
    }

    private static async Task<IResult> List(HttpContext http, Answers answers, MyProfile profile, Atlas atlas, Texts t) =>
        await profile.Load(http.RequestAborted) is { } member ? Results.Ok(member.Markets.Select(k => Of(k, atlas, t))) : answers.NotHere();

    private static async Task<IResult> Add(GroundInput input, HttpContext http, Answers answers, MyProfile profile, ChangeGround verb)
    {
        if (await profile.Load(http.RequestAborted) is null)
            return answers.NotHere();
        if (answers.Check(input) is { } wrong)
            return wrong;
        input.Seen = new GroundInput().Print();
        var (market, refusal) = await verb.Run(input, null, http.RequestAborted);
        if (market is null)
            return answers.Refuse(refusal!);
        var (atlas, t) = (http.RequestServices.GetRequiredService<Atlas>(), http.RequestServices.GetRequiredService<Texts>());
        return Results.Created($"{ApiRoom.Root}/me/markets/{market.Id}", Of(market, atlas, t));
    }

    private static async Task<IResult> Show(Guid id, HttpContext http, Answers answers, MyProfile profile) =>
        Versions.Show(http, answers, await Ground(id, http, profile));

    private static Task<IResult> Change(
        Guid id,
        GroundInput input,
        HttpContext http,
        Answers answers,
        MyProfile profile,
        ChangeGround verb
    ) =>
        Versions.Change(
            http,
            answers,
            input,
            () => Ground(id, http, profile),
            async i => (await verb.Run(i, id, http.RequestAborted)).Refusal
        );

    private static async Task<IResult> Delete(Guid id, HttpContext http, Answers answers, MyProfile profile, Remove verb)
    {
        if (await Row(id, http, profile) is null)
            return answers.NotHere();
        await verb.Market(id, http.RequestAborted);
        return Results.NoContent();
    }

    private static async Task<IResult> ShowTopics(Guid id, HttpContext http, Answers answers, MyProfile profile) =>
        Versions.Show(http, answers, await About(id, http, profile));

    private static Task<IResult> WriteTopics(
        Guid id,
        TopicsInput input,
        HttpContext http,
        Answers answers,
        MyProfile profile,
        ChangeTopics verb
    ) => Versions.Change(http, answers, input, () => About(id, http, profile), i => verb.Run(i, id, http.RequestAborted));

    private static Task<IResult> ClearTopics(Guid id, HttpContext http, Answers answers, MyProfile profile, ChangeTopics verb) =>
        Versions.Clear(http, answers, () => About(id, http, profile), _ => new(), i => verb.Run(i, id, http.RequestAborted));

    private static async Task<MarketKnowledge?> Row(Guid id, HttpContext http, MyProfile profile) =>
        (await profile.Load(http.RequestAborted))?.Markets.SingleOrDefault(k => k.Id == id);

    private static async Task<GroundInput?> Ground(Guid id, HttpContext http, MyProfile profile) =>
        await Row(id, http, profile) is { } row
            ? Of(row, http.RequestServices.GetRequiredService<Atlas>(), http.RequestServices.GetRequiredService<Texts>()).Ground
            : null;

    private static async Task<TopicsInput?> About(Guid id, HttpContext http, MyProfile profile) =>
        await Row(id, http, profile) is { } row ? TopicsInput.Of(row) : null;

    internal static MyMarket Of(MarketKnowledge k, Atlas atlas, Texts t) =>
        new(k.Id, GroundInput.Of(k, atlas.PlaceName(k.Country, t.Language.Tag)), TopicsInput.Of(k));
}
