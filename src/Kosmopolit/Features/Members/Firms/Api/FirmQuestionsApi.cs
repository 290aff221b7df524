using Kosmopolit.Features.Members.Firms.Colleagues;
using Kosmopolit.Features.Members.Joining;
using Kosmopolit.Platform.Api;
using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Features.Members.Firms.Api;

/// <summary>A yes, a no, or the taking back of a question.</summary>
/// <param name="Audience">Who may see that the reader belongs to the firm, with their own yes.</param>
public sealed record FirmAnswer(Decision Decision, Audience Audience = Audience.OnlyMe);

/// <summary>A firm that is here already and the part one wants in it.</summary>
public sealed record FirmAsked(string? OrganisationNumber, string? Role);

/// <summary>Questions between the reader and firms: to be let in, to come in, to take over.</summary>
public static class FirmQuestionsApi
{
    private const string Tag = "my firms";

    public static void MapFirmQuestions(this IEndpointRouteBuilder api)
    {
        var questions = api.MapGroup("/me/firm-questions");
        api.MapGet("/me/firm-questions", List)
            .As(Tag, "getMyFirmQuestions", "What firms ask you and what you asked firms")
            .Gives<IReadOnlyList<FirmQuestion>>()
            .ForMembers();
        api.MapPost("/me/firm-questions", Ask)
            .As(Tag, "postMyFirmQuestion", "Ask to be added to a firm that is here, by its number")
            .Produces(StatusCodes.Status204NoContent)
            .Writes();
        questions
            .MapPut("/{id:guid}", Decide)
            .As(Tag, "putFirmQuestion", "Say yes or no to a question, or take your own back")
            .Produces(StatusCodes.Status204NoContent)
            .Writes();
    }

    private static async Task<IResult> List(HttpContext http, Me me, FirmQuestions questions, Answers answers) =>
        me.MemberId is null ? answers.NotHere() : Results.Ok(await questions.OfMine(http.RequestAborted));

    private static async Task<IResult> Ask(FirmAsked asked, HttpContext http, Me me, AskIn verb, Answers answers)
    {
        // The name is asked for by the form's rules; asking in needs the number alone.
        var input = new FirmInput
        {
            Name = "–",
            OrganisationNumber = asked.OrganisationNumber,
            Role = asked.Role,
        };
        input.TakePersonalNumber();
        if (me.MemberId is null)
            return answers.NotHere();
        if (answers.Check(input) is { } wrong)
            return wrong;
        return await verb.Run(input, http.RequestAborted) is { } refusal ? answers.Refuse(refusal) : Results.NoContent();
    }

    private static async Task<IResult> Decide(Guid id, FirmAnswer answer, HttpContext http, DecideFirmRequest verb, Answers answers)
    {
        if (!Enum.IsDefined(answer.Decision) || answer.Decision == Decision.None)
            return answers.Refuse(new Platform.Refusal("Choose from the list.", nameof(answer.Decision)));
        var input = new FirmDecisionInput
        {
            Request = id,
            Decision = answer.Decision,
            Audience = answer.Audience,
        };
        return await verb.Run(input, http.RequestAborted) is { } refusal ? answers.Refuse(refusal) : Results.NoContent();
    }
}
