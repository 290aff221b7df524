using Kosmopolit.Features.Knowledge.Questions.Answers;
using Kosmopolit.Features.Knowledge.Questions.Outcomes;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Api;
using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Features.Knowledge.Questions.Api;

/// <param name="Answer">One of the question's answers.</param>
public sealed record Accepted(Guid Answer);

/// <summary>Questions and answers for programs: the verbs of the pages.</summary>
public static class QuestionsApi
{
    private const string Tag = "questions";

    public static void MapQuestionsApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/questions", List)
            .AllowAnonymous()
            .As(Tag, "getQuestions", "Questions you may read, newest first")
            .Gives<QuestionsFound>()
            .Refuses(400);
        api.MapGet("/questions/{id:guid}", Show)
            .AllowAnonymous()
            .As(Tag, "getQuestion", "A question with its answers and what came of it")
            .Gives<QuestionResource>()
            .OrNotHere();
        api.MapPost("/questions", Ask)
            .As(Tag, "postQuestion", "Ask everyone, a network or one person")
            .Gives<QuestionResource>(StatusCodes.Status201Created)
            .Writes();
        api.MapDelete("/questions/{id:guid}", Withdraw).As(Tag, "deleteQuestion", "Take your question back").Produces(204).Changes();
        api.MapPost("/questions/{id:guid}/answers", Answer)
            .As(Tag, "postAnswer", "Answer, with your name or as somebody who knows")
            .Gives<QuestionResource>(StatusCodes.Status201Created)
            .Writes();
        api.MapPut("/questions/{id:guid}/answers/{answer:guid}", Change)
            .As(Tag, "putAnswer", "Make your answer better")
            .Gives<QuestionResource>()
            .Writes();
        api.MapPut("/questions/{id:guid}/answers/{answer:guid}/thanks", Thank)
            .As(Tag, "putThanks", "Say thank you for an answer")
            .Produces(204)
            .Changes();
        api.MapPut("/questions/{id:guid}/accepted", Accept)
            .As(Tag, "putAccepted", "Say which answer helped you")
            .Gives<QuestionResource>()
            .Writes();
        api.MapPost("/questions/{id:guid}/comments", Comment)
            .As(Tag, "postComment", "Ask back or add something")
            .Gives<QuestionResource>(StatusCodes.Status201Created)
            .Writes();
        api.MapPut("/questions/{id:guid}/outcome", Tell)
            .As(Tag, "putOutcome", "Tell whether it helped; that closes the question")
            .Gives<QuestionResource>()
            .Writes();
    }

    private static async Task<IResult> List(
        QuestionList questions,
        HttpContext http,
        string? country = null,
        string? topic = null,
        string? language = null,
        bool open = false,
        string? after = null
    )
    {
        var page = await questions.Page(
            new QuestionFilter(country?.ToUpperInvariant(), topic?.ToLowerInvariant(), language, open),
            after,
            http.RequestAborted
        );
        return Results.Ok(new QuestionsFound([.. page.Lines.Select(QuestionListed.Of)], page.After));
    }

    private static Task<IResult> Show(Guid id, HttpContext http) => Now(id, http, StatusCodes.Status200OK);

    private static async Task<IResult> Ask(AskInput input, HttpContext http, AskQuestion verb)
    {
        if (Wrong(input, http) is { } wrong)
            return wrong;
        var (question, refusal) = await verb.Run(input, http.RequestAborted);
        return question is null ? Answers(http).Refuse(refusal!) : await Now(question.Id, http, StatusCodes.Status201Created);
    }

    private static async Task<IResult> Withdraw(Guid id, HttpContext http, WithdrawQuestion verb) =>
        await verb.Run(id, http.RequestAborted) is { } refusal ? Answers(http).Refuse(refusal) : Results.NoContent();

    private static async Task<IResult> Answer(Guid id, AnswerInput input, HttpContext http, AnswerQuestion verb)
    {
        if (Wrong(input, http) is { } wrong)
            return wrong;
        var (answer, refusal) = await verb.Run(id, input, http.RequestAborted);
        return answer is null ? Answers(http).Refuse(refusal!) : await Now(id, http, StatusCodes.Status201Created);
    }

    private static Task<IResult> Change(Guid id, Guid answer, EditAnswerInput input, HttpContext http, EditAnswer verb) =>
        Do(input, id, http, ct => verb.Run(answer, input, ct));

    private static async Task<IResult> Thank(Guid id, Guid answer, HttpContext http, Thank verb)
    {
        var refusal = await verb.Run(answer, http.RequestAborted);
        return refusal is null ? Results.NoContent() : Answers(http).Refuse(refusal);
    }

    private static Task<IResult> Accept(Guid id, Accepted input, HttpContext http, AcceptAnswer verb) =>
        Do(input, id, http, ct => verb.Run(id, input.Answer, ct));

    private static Task<IResult> Comment(Guid id, CommentInput input, HttpContext http, CommentOn verb) =>
        Do(input, id, http, ct => verb.Run(id, input, ct), StatusCodes.Status201Created);

    private static Task<IResult> Tell(Guid id, TellInput input, HttpContext http, TellWhatHappened verb) =>
        Do(input, id, http, ct => verb.Run(id, input, ct));

    private static async Task<IResult> Do(
        object input,
        Guid question,
        HttpContext http,
        Func<CancellationToken, Task<Refusal?>> verb,
        int done = StatusCodes.Status200OK
    )
    {
        if (Wrong(input, http) is { } wrong)
            return wrong;
        return await verb(http.RequestAborted) is { } refusal ? Answers(http).Refuse(refusal) : await Now(question, http, done);
    }

    // For an account without a member there is nothing to do here.
    private static IResult? Wrong(object input, HttpContext http) =>
        http.RequestServices.GetRequiredService<Me>().MemberId is null ? Answers(http).NotHere() : Answers(http).Check(input);

    private static Platform.Api.Answers Answers(HttpContext http) => http.RequestServices.GetRequiredService<Platform.Api.Answers>();

    private static async Task<IResult> Now(Guid id, HttpContext http, int status)
    {
        var view = await http.RequestServices.GetRequiredService<QuestionReading>().Of(id, http.RequestAborted);
        if (view is null)
            return Answers(http).NotHere();
        return status == StatusCodes.Status201Created
            ? Results.Created($"/questions/{id}", QuestionResource.Of(view))
            : Results.Ok(QuestionResource.Of(view));
    }
}
