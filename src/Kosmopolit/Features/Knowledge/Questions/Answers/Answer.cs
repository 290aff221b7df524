using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Knowledge.Questions.Answers;

/// <summary>What a member knows about a question. Whoever may read the question may read it.</summary>
public sealed class Answer : Entity, IRevised
{
    private readonly List<AnswerVersion> _versions = [];

    private Answer() { }

    /// <param name="pen">Null when it is signed with the author's own name, as far as their page shows it.</param>
    public Answer(Guid question, Guid author, (string Text, string Language) words, PenName? pen, DateTimeOffset now)
    {
        (QuestionId, AuthorId, AnsweredAt, Language) = (question, author, now, words.Language);
        if (pen is not null)
            (IsUnnamed, PenBasis, PenCountry, PenYears) = (true, pen.Basis, pen.Country, pen.Years);
        Put(words.Text, now);
        Raise(new AnswerGiven(Id, question));
    }

    public Guid QuestionId { get; private set; }

    public Guid AuthorId { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>BCP 47 tag.</summary>
    public string Language { get; private set; } = "sv";

    public DateTimeOffset AnsweredAt { get; private set; }

    public DateTimeOffset? ChangedAt { get; private set; }

    /// <summary>Signed with what its author knows instead of who they are.</summary>
    public bool IsUnnamed { get; private set; }

    public Basis PenBasis { get; private set; }

    public string PenCountry { get; private set; } = "";

    public int? PenYears { get; private set; }

    /// <summary>The author agreed that the words may stay, without a name, when they leave.</summary>
    public bool MayStay { get; private set; }

    /// <summary>When the words were taken away with the one who wrote them.</summary>
    public DateTimeOffset? EmptiedAt { get; private set; }

    public int Revision { get; set; }

    public IReadOnlyList<AnswerVersion> Versions => _versions;

    public PenName? Pen => IsUnnamed ? new PenName(PenBasis, PenCountry, PenYears) : null;

    public void Leave(bool mayStay) => MayStay = mayStay;

    public Refusal? Change(string text, DateTimeOffset now)
    {
        if (EmptiedAt is not null)
            return new Refusal("These words are gone with the one who wrote them.");
        if (text == Text)
            return null;
        Put(text, now);
        ChangedAt = now;
        Raise(new AnswerChanged(Id, QuestionId));
        return null;
    }

    public void Empty(DateTimeOffset now)
    {
        (Text, EmptiedAt) = ("", now);
        _versions.Clear();
        Raise(new AnswerChanged(Id, QuestionId));
    }

    private void Put(string text, DateTimeOffset now)
    {
        Text = text;
        _versions.Add(new AnswerVersion(Id, _versions.Count + 1, text, now));
    }
}

/// <summary>An answer's words as they were at a time: what others relied on does not disappear.</summary>
public sealed class AnswerVersion : Entity
{
    private AnswerVersion() { }

    public AnswerVersion(Guid answer, int number, string text, DateTimeOffset at) =>
        (AnswerId, Number, Text, At) = (answer, number, text, at);

    public Guid AnswerId { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    public string Text { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}

/// <summary>That the asker named an answer the one that helped; one at a time, another replaces it.</summary>
public sealed class Acceptance : Entity
{
    private Acceptance() { }

    public Acceptance(Guid question, Guid answer, Guid? by, DateTimeOffset at)
    {
        (QuestionId, AnswerId, ById, At) = (question, answer, by, at);
        Raise(new AnswerAccepted(answer, question));
    }

    public Guid QuestionId { get; private set; }

    public Guid AnswerId { get; private set; }

    public Guid? ById { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Another answer helped more.</summary>
    public void Move(Guid answer, Guid? by, DateTimeOffset at)
    {
        (AnswerId, ById, At) = (answer, by, at);
        Raise(new AnswerAccepted(answer, QuestionId));
    }
}

/// <summary>A thank-you for an answer: counted, never listed.</summary>
public sealed class Thanks : Entity
{
    private Thanks() { }

    public Thanks(Answer answer, Guid member, DateTimeOffset at)
    {
        (AnswerId, MemberId, At) = (answer.Id, member, at);
        Raise(new AnswerThanked(answer.Id, answer.QuestionId));
    }

    public Guid AnswerId { get; private set; }

    public Guid MemberId { get; private set; }

    public DateTimeOffset At { get; private set; }
}

/// <summary>A word beside a question or an answer, to make it clearer.</summary>
public sealed class Comment : Entity
{
    private Comment() { }

    /// <param name="answer">Null when it speaks of the question.</param>
    public Comment(Guid question, Guid? answer, Guid author, (string Text, string Language) words, DateTimeOffset now)
    {
        (QuestionId, AnswerId, AuthorId, MadeAt) = (question, answer, author, now);
        (Text, Language) = words;
        Raise(new CommentMade(Id, question));
    }

    public Guid QuestionId { get; private set; }

    public Guid? AnswerId { get; private set; }

    public Guid AuthorId { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>BCP 47 tag.</summary>
    public string Language { get; private set; } = "sv";

    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>Taken back, or gone with its writer.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    public void Withdraw(DateTimeOffset now) => (Text, WithdrawnAt) = ("", WithdrawnAt ?? now);
}
