using Kosmopolit.Features.Members.Firms.Colleagues;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Members.Profile.Api;
using Kosmopolit.Platform.Api;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Firms.Api;

/// <summary>A firm in which the reader has a part.</summary>
/// <param name="Role">The reader's own part.</param>
/// <param name="Audience">Who may see that the reader belongs to it.</param>
public sealed record MyFirmListed(Guid Id, string Slug, string Name, string Role, Audience Audience);

/// <summary>The reader's firms: add one, change it, close it.</summary>
public static class MyFirmsApi
{
    internal const string Tag = "my firms";

    public static void MapMyFirms(this IEndpointRouteBuilder api)
    {
        var firms = api.MapGroup("/me/firms");
        api.MapGet("/me/firms", List)
            .As(Tag, "getMyFirms", "The firms you have a part in")
            .Gives<IReadOnlyList<MyFirmListed>>()
            .ForMembers();
        api.MapPost("/me/firms", Add)
            .As(Tag, "postMyFirm", "Add a firm; the same key sent twice makes one firm")
            .Gives<MyFirmListed>(StatusCodes.Status201Created)
            .Writes();
        firms
            .MapGet("/{id:guid}", Show)
            .As(Tag, "getMyFirm", "A firm of yours, with who sees what of it")
            .Gives<FirmInput>()
            .ForMembers()
            .WithMetadata(new HasVersion());
        firms
            .MapPut("/{id:guid}", Change)
            .As(Tag, "putMyFirm", "Say anew what the firm is")
            .Gives<FirmInput>()
            .Writes()
            .Guarded()
            .WithMetadata(new HasVersion());
        firms
            .MapDelete("/{id:guid}", Close)
            .As(Tag, "deleteMyFirm", "Close a firm that is no more; it cannot be undone")
            .Produces(StatusCodes.Status204NoContent)
            .Changes();
    }

    private static async Task<IResult> List(HttpContext http, KosmopolitDb db, Me me, Answers answers) =>
        me.MemberId is null ? answers.NotHere() : Results.Ok(await Mine(db, me).ToListAsync(http.RequestAborted));

    private static async Task<IResult> Add(FirmInput input, HttpContext http, KosmopolitDb db, Me me, Answers answers)
    {
        input.TakePersonalNumber();
        if (me.MemberId is null)
            return answers.NotHere();
        if (answers.Check(input) is { } wrong)
            return wrong;
        if (input.Key == Guid.Empty)
            input.Key = Guid.CreateVersion7();
        var services = http.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var (firm, refusal) = await services.GetRequiredService<AddFirm>().Run(input, now, http.RequestAborted);
        return firm is { } id
            ? Results.Created($"{ApiRoom.Root}/me/firms/{id}", await Mine(db, me, id).SingleAsync(http.RequestAborted))
            : answers.Refuse(refusal!);
    }

    private static async Task<IResult> Show(Guid id, HttpContext http, MyFirm firms, ChangeFirm verb, Answers answers) =>
        Versions.Show(http, answers, await firms.Load(id, http.RequestAborted) is { } firm ? verb.Of(firm) : null);

    private static Task<IResult> Change(Guid id, FirmInput input, HttpContext http, MyFirm firms, ChangeFirm verb, Answers answers)
    {
        input.TakePersonalNumber();
        return Versions.Change(
            http,
            answers,
            input,
            async () => await firms.Load(id, http.RequestAborted) is { } firm ? verb.Of(firm) : null,
            i => verb.Run(i, id, http.RequestAborted)
        );
    }

    private static async Task<IResult> Close(Guid id, HttpContext http, LeaveFirm verb, Answers answers) =>
        await verb.Close(id, http.RequestAborted) is { } refusal ? answers.Refuse(refusal) : Results.NoContent();

    private static IQueryable<MyFirmListed> Mine(KosmopolitDb db, Me me, Guid? only = null) =>
        db
            .Firms.VisibleTo(db.Memberships, me)
            .Join(
                db.FirmRoles.Where(r => r.MemberId == me.MemberId && r.EndedAt == null),
                s => s.Firm.Id,
                r => r.FirmId,
                (s, r) => new { s.Firm, Part = r }
            )
            .Where(x => only == null || x.Firm.Id == only)
            .OrderBy(x => x.Part.Since)
            .Select(x => new MyFirmListed(x.Firm.Id, x.Firm.Slug, x.Firm.Name.Value, x.Part.Role, x.Part.Audience));
}
