using Kosmopolit.Features.Members.Firms.Trading;
using Kosmopolit.Features.Members.Profile.Api;
using Kosmopolit.Platform.Api;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Members.Firms.Api;

/// <summary>A country one's firm sells to.</summary>
public sealed record MyExport(Guid Id, ExportInput Export);

/// <summary>The countries a firm of the reader's sells to.</summary>
public static class ExportsApi
{
    private const string Tag = "my firms";

    public static void MapExports(this IEndpointRouteBuilder api)
    {
        var exports = api.MapGroup("/me/firms/{firm:guid}/exports");
        api.MapGet("/me/firms/{firm:guid}/exports", List)
            .As(Tag, "getMyExports", "Where the firm sells")
            .Gives<IReadOnlyList<MyExport>>()
            .ForMembers();
        api.MapPost("/me/firms/{firm:guid}/exports", Add)
            .As(Tag, "postMyExport", "Add a country it sells to")
            .Gives<MyExport>(201)
            .Writes();
        exports
            .MapGet("/{id:guid}", Show)
            .As(Tag, "getMyExport", "One country it sells to")
            .Gives<ExportInput>()
            .ForMembers()
            .WithMetadata(new HasVersion());
        exports
            .MapPut("/{id:guid}", Change)
            .As(Tag, "putMyExport", "Correct it, or say when it ended")
            .Gives<ExportInput>()
            .Writes()
            .Guarded()
            .WithMetadata(new HasVersion());
        exports.MapDelete("/{id:guid}", Delete).As(Tag, "deleteMyExport", "Take out what never was").Produces(204).Changes();
    }

    private static async Task<IResult> List(Guid firm, HttpContext http, MyFirm firms, Answers answers) =>
        await firms.Load(firm, http.RequestAborted) is { } found
            ? Results.Ok(found.Exports.OrderBy(e => e.SinceYear).ThenBy(e => e.Id).Select(e => Of(e, http)))
            : answers.NotHere();

    private static async Task<IResult> Add(
        Guid firm,
        ExportInput input,
        HttpContext http,
        MyFirm firms,
        ChangeExports verb,
        Answers answers
    )
    {
        if (await firms.Load(firm, http.RequestAborted) is not { } before)
            return answers.NotHere();
        if (answers.Check(input) is { } wrong)
            return wrong;
        var known = before.Exports.Select(e => e.Id).ToHashSet();
        input.Seen = new ExportInput().Print();
        if (await verb.Run(input, firm, null, http.RequestAborted) is { } refusal)
            return answers.Refuse(refusal);
        var added = (await firms.Load(firm, http.RequestAborted))!.Exports.Single(e => !known.Contains(e.Id));
        return Results.Created($"{ApiRoom.Root}/me/firms/{firm}/exports/{added.Id}", Of(added, http));
    }

    private static async Task<IResult> Show(Guid firm, Guid id, HttpContext http, MyFirm firms, Answers answers) =>
        Versions.Show(http, answers, await Row(firm, id, http, firms));

    private static Task<IResult> Change(Guid firm, Guid id, ExportInput input, HttpContext http, ChangeExports verb, Answers answers)
    {
        var firms = http.RequestServices.GetRequiredService<MyFirm>();
        return Versions.Change(http, answers, input, () => Row(firm, id, http, firms), i => verb.Run(i, firm, id, http.RequestAborted));
    }

    private static async Task<IResult> Delete(Guid firm, Guid id, HttpContext http, ChangeExports verb, Answers answers)
    {
        if (await Row(firm, id, http, http.RequestServices.GetRequiredService<MyFirm>()) is null)
            return answers.NotHere();
        return await verb.Remove(firm, id, http.RequestAborted) is { } refusal ? answers.Refuse(refusal) : Results.NoContent();
    }

    private static async Task<ExportInput?> Row(Guid firm, Guid id, HttpContext http, MyFirm firms) =>
        (await firms.Load(firm, http.RequestAborted))?.Exports.SingleOrDefault(e => e.Id == id) is { } row ? Of(row, http).Export : null;

    private static MyExport Of(ExportMarket e, HttpContext http) =>
        new(
            e.Id,
            ExportInput.Of(
                e,
                http.RequestServices.GetRequiredService<Atlas>()
                    .PlaceName(e.Country, http.RequestServices.GetRequiredService<Texts>().Language.Tag)
            )
        );
}
