namespace Kosmopolit.Features.Knowledge.Questions;

// Numbers only: what was written, and for whom, stands in the rows.

public sealed record QuestionAsked(Guid QuestionId);

/// <summary>Its state or words are others: the index reads it again.</summary>
public sealed record QuestionChanged(Guid QuestionId);

public sealed record QuestionWithdrawn(Guid QuestionId);

public sealed record AnswerGiven(Guid AnswerId, Guid QuestionId);

public sealed record AnswerChanged(Guid AnswerId, Guid QuestionId);

public sealed record AnswerAccepted(Guid AnswerId, Guid QuestionId);

public sealed record AnswerThanked(Guid AnswerId, Guid QuestionId);

public sealed record CommentMade(Guid CommentId, Guid QuestionId);

/// <summary>The asker was asked what came of it.</summary>
public sealed record OutcomeAsked(Guid QuestionId);

public sealed record OutcomeTold(Guid QuestionId);
