using Kosmopolit.Features.Members.Firms.Colleagues;
using Kosmopolit.Platform.Api;
using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Features.Members.Firms.Api;

/// <summary>Somebody with a part in a firm of the reader's.</summary>
/// <param name="Name">Null for whoever does not show it to the reader.</param>
/// <param name="IsMe">The reader's own part.</param>
public sealed record FirmPart(Guid Id, string Role, DateTimeOffset Since, string? Name, bool IsMe);

/// <summary>A person to be asked into a firm.</summary>
/// <param name="TakesOver">True when the person is to take the reader's own part; with their yes the reader has left.</param>
public sealed record ColleagueAsked(string? Person, string? As, bool TakesOver);

/// <summary>Who belongs to a firm of the reader's: ask somebody in, change or end one's part, end somebody else's.</summary>
public static class ColleaguesApi
{
    private const string Tag = "my firms";

    public static void MapColleagues(this IEndpointRouteBuilder api)
    {
        var firm = api.MapGroup("/me/firms/{firm:guid}");
        firm.MapGet("/people", List).As(Tag, "getMyColleagues", "Who belongs to the firm").Gives<IReadOnlyList<FirmPart>>().ForMembers();
        firm.MapPost("/people", Ask)
            .As(Tag, "postMyColleague", "Ask somebody into the firm, or to take over your part")
            .Produces(StatusCodes.Status204NoContent)
            .Writes();
        firm.MapDelete("/people/{part:guid}", Remove)
            .As(Tag, "deleteMyColleague", "End somebody else’s part, or your own")
            .Produces(StatusCodes.Status204NoContent)
            .Changes()
            .Refuses(422);
        firm.MapPut("/part", Change)
            .As(Tag, "putMyPart", "What you are in the firm, and who may know that you belong to it")
            .Produces(StatusCodes.Status204NoContent)
            .Writes();
        firm.MapGet("/questions", Open)
            .As(Tag, "getFirmQuestions", "What waits for a yes or no of the firm")
            .Gives<IReadOnlyList<FirmQuestion>>()
            .ForMembers();
    }

    private static async Task<IResult> List(Guid firm, HttpContext http, MyFirm firms, PartNames names, Me me)
    {
        if (await firms.Load(firm, http.RequestAborted) is not { } found)
            return http.RequestServices.GetRequiredService<Answers>().NotHere();
        var people = await names.Of(found);
        return Results.Ok(people.Select(p => new FirmPart(p.Part.Id, p.Part.Role, p.Part.Since, p.Name, p.Part.MemberId == me.MemberId)));
    }

    private static async Task<IResult> Ask(Guid firm, ColleagueAsked asked, HttpContext http, AddColleague verb, Answers answers)
    {
        if (await http.RequestServices.GetRequiredService<MyFirm>().Load(firm, http.RequestAborted) is null)
            return answers.NotHere();
        var input = new ColleagueInput { Person = asked.Person, As = asked.As };
        if (answers.Check(input) is { } wrong)
            return wrong;
        return Done(answers, await verb.Run(input, firm, asked.TakesOver, http.RequestAborted));
    }

    private static async Task<IResult> Remove(Guid firm, Guid part, HttpContext http, MyFirm firms, LeaveFirm verb, Answers answers)
    {
        var own = (await firms.Load(firm, http.RequestAborted))?.PartOf(http.RequestServices.GetRequiredService<Me>().MemberId);
        return Done(
            answers,
            own?.Id == part ? await verb.Leave(firm, http.RequestAborted) : await verb.Remove(firm, part, http.RequestAborted)
        );
    }

    private static async Task<IResult> Change(Guid firm, PartInput input, HttpContext http, ChangePart verb, Answers answers) =>
        Done(answers, await verb.Run(input, firm, http.RequestAborted));

    private static async Task<IResult> Open(Guid firm, HttpContext http, MyFirm firms, FirmQuestions questions, Answers answers) =>
        await firms.Load(firm, http.RequestAborted) is { } found
            ? Results.Ok(await questions.OfFirm(found, http.RequestAborted))
            : answers.NotHere();

    private static IResult Done(Answers answers, Platform.Refusal? refusal) =>
        refusal is null ? Results.NoContent() : answers.Refuse(refusal);
}
