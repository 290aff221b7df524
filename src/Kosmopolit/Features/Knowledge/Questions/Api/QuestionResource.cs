using Kosmopolit.Features.Knowledge.Questions.Answers;
using Kosmopolit.Features.Knowledge.Questions.Outcomes;
using Kosmopolit.Features.Members.People;

namespace Kosmopolit.Features.Knowledge.Questions.Api;

/// <summary>A question in a list.</summary>
/// <param name="Country">ISO 3166-1 alpha-2, the code of a former state, or null.</param>
/// <param name="Topic">Key of a topic, or null.</param>
public sealed record QuestionListed(
    Guid Id,
    string Title,
    string Language,
    string? Country,
    string? Topic,
    QuestionState State,
    Reach Reach,
    Urgency Urgency,
    DateTimeOffset AskedAt,
    int Answers
)
{
    internal static QuestionListed Of(QuestionLine line) =>
        new(
            line.Id,
            line.Title,
            line.Language,
            Set(line.Country),
            Set(line.Topic),
            line.State,
            line.Reach,
            line.Urgency,
            line.AskedAt,
            line.Answers
        );

    internal static string? Set(string code) => code.Length == 0 ? null : code;
}

/// <summary>A page of questions.</summary>
/// <param name="After">Send it as <c>after</c> for the next page; null on the last.</param>
public sealed record QuestionsFound(IReadOnlyList<QuestionListed> Questions, string? After);

/// <summary>Whoever said something, as far as the reader may know.</summary>
/// <param name="Page">Address of their page; null when there is none for this reader.</param>
public sealed record Voice(string Name, string? Page);

/// <param name="By">Who said it.</param>
public sealed record CommentResource(Guid Id, Voice By, Written? Text, DateTimeOffset MadeAt);

/// <param name="Text">Null when the words are gone with the one who wrote them.</param>
/// <param name="IsAccepted">The asker named it the one that helped.</param>
public sealed record AnswerResource(
    Guid Id,
    Voice By,
    Written? Text,
    DateTimeOffset AnsweredAt,
    DateTimeOffset? ChangedAt,
    bool IsAccepted,
    int Thanks,
    IReadOnlyList<CommentResource> Comments
);

/// <summary>What the asker told a while later.</summary>
public sealed record OutcomeResource(Help Help, Written? Words, DateTimeOffset ToldAt);

/// <summary>A question with everything said about it.</summary>
/// <param name="Outcome">Null while nothing was told.</param>
public sealed record QuestionResource(
    Guid Id,
    Voice By,
    Written? Title,
    Written? Body,
    string? Country,
    string? Topic,
    QuestionState State,
    Reach Reach,
    Urgency Urgency,
    DateTimeOffset AskedAt,
    IReadOnlyList<AnswerResource> Answers,
    IReadOnlyList<CommentResource> Comments,
    OutcomeResource? Outcome
)
{
    internal static QuestionResource Of(QuestionView view)
    {
        var q = view.Row;
        return new(
            q.Id,
            new Voice(view.By.Name, view.By.Path),
            Written.Of(q.Title, q.Language),
            Written.Of(q.Body, q.Language),
            QuestionListed.Set(q.Country),
            QuestionListed.Set(q.Topic),
            q.State,
            q.Reach,
            q.Urgency,
            q.AskedAt,
            [.. view.Answers.Select(Of)],
            [.. view.Comments.Select(Of)],
            view.Outcome is { } told ? new OutcomeResource(told.Help, Written.Of(told.Words, told.Language), told.ToldAt!.Value) : null
        );
    }

    private static AnswerResource Of(AnswerView view) =>
        new(
            view.Row.Id,
            new Voice(view.By.Name, view.By.Path),
            Written.Of(view.Row.Text, view.Row.Language),
            view.Row.AnsweredAt,
            view.Row.ChangedAt,
            view.IsAccepted,
            view.Thanks,
            [.. view.Comments.Select(Of)]
        );

    private static CommentResource Of(CommentView view) =>
        new(view.Row.Id, new Voice(view.By.Name, view.By.Path), Written.Of(view.Row.Text, view.Row.Language), view.Row.MadeAt);
}
