using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Api;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Members.Profile.Api;

/// <summary>A language one knows, as its owner edits it.</summary>
public sealed record MyLanguage(Guid Id, LanguageInput Skill);

/// <summary>The languages one knows.</summary>
public static class LanguagesApi
{
    private const string Tag = "languages";

    public static void MapLanguages(this IEndpointRouteBuilder api)
    {
        var languages = api.MapGroup("/me/languages");
        api.MapGet("/me/languages", List)
            .As(Tag, "getMyLanguages", "The languages you know")
            .Gives<IReadOnlyList<MyLanguage>>()
            .ForMembers();
        api.MapPost("/me/languages", Add).As(Tag, "postMyLanguage", "Add a language").Gives<MyLanguage>(201).Writes();
        languages
            .MapGet("/{id:guid}", Show)
            .As(Tag, "getMyLanguage", "How well you know a language")
            .Gives<LanguageInput>()
            .ForMembers()
            .WithMetadata(new HasVersion());
        languages
            .MapPut("/{id:guid}", Change)
            .As(Tag, "putMyLanguage", "Say anew how well you know it")
            .Gives<LanguageInput>()
            .Writes()
            .Guarded()
            .WithMetadata(new HasVersion());
        languages.MapDelete("/{id:guid}", Delete).As(Tag, "deleteMyLanguage", "Erase a language").Produces(204).Changes();
    }

    private static async Task<IResult> List(HttpContext http, Answers answers, MyProfile profile, Atlas atlas, Texts t) =>
        await profile.Load(http.RequestAborted) is { } member
            ? Results.Ok(member.Languages.Select(l => Of(l, atlas, t)))
            : answers.NotHere();

    private static async Task<IResult> Add(LanguageInput input, HttpContext http, Answers answers, MyProfile profile, ChangeLanguages verb)
    {
        if (await profile.Load(http.RequestAborted) is not { } member)
            return answers.NotHere();
        if (answers.Check(input) is { } wrong)
            return wrong;
        var known = member.Languages.Select(l => l.Id).ToHashSet();
        input.Seen = new LanguageInput().Print();
        if (await verb.Run(input, null, http.RequestAborted) is { } refusal)
            return answers.Refuse(refusal);
        var added = (await profile.Load(http.RequestAborted))!.Languages.Single(l => !known.Contains(l.Id));
        var (atlas, t) = (http.RequestServices.GetRequiredService<Atlas>(), http.RequestServices.GetRequiredService<Texts>());
        return Results.Created($"{ApiRoom.Root}/me/languages/{added.Id}", Of(added, atlas, t));
    }

    private static async Task<IResult> Show(Guid id, HttpContext http, Answers answers, MyProfile profile) =>
        Versions.Show(http, answers, await Skill(id, http, profile));

    private static Task<IResult> Change(
        Guid id,
        LanguageInput input,
        HttpContext http,
        Answers answers,
        MyProfile profile,
        ChangeLanguages verb
    )
    {
        var isStored = false;
        return Versions.Change(
            http,
            answers,
            input,
            // Another language in an old row makes a new row: the answer then shows that one.
            async () => await Skill(id, http, profile) ?? (isStored ? await Newest(http, profile) : null),
            async i =>
            {
                var refusal = await verb.Run(i, id, http.RequestAborted);
                isStored = refusal is null;
                return refusal;
            }
        );
    }

    private static async Task<IResult> Delete(Guid id, HttpContext http, Answers answers, MyProfile profile, Remove verb)
    {
        if (await Skill(id, http, profile) is null)
            return answers.NotHere();
        await verb.Language(id, http.RequestAborted);
        return Results.NoContent();
    }

    private static async Task<LanguageInput?> Skill(Guid id, HttpContext http, MyProfile profile) =>
        (await profile.Load(http.RequestAborted))?.Languages.SingleOrDefault(l => l.Id == id) is { } row
            ? Of(row, http.RequestServices.GetRequiredService<Atlas>(), http.RequestServices.GetRequiredService<Texts>()).Skill
            : null;

    private static async Task<LanguageInput?> Newest(HttpContext http, MyProfile profile)
    {
        if ((await profile.Load(http.RequestAborted))?.Languages.MaxBy(l => l.Id) is not { } row)
            return null;
        http.Response.Headers.ContentLocation = $"{ApiRoom.Root}/me/languages/{row.Id}";
        return Of(row, http.RequestServices.GetRequiredService<Atlas>(), http.RequestServices.GetRequiredService<Texts>()).Skill;
    }

    internal static MyLanguage Of(LanguageSkill l, Atlas atlas, Texts t) =>
        new(l.Id, LanguageInput.Of(l, atlas.LanguageName(l.Language, t.Language.Tag)));
}
