using Kosmopolit.Features.Knowledge.Questions.Routing;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Knowledge.Questions;

/// <summary>For whom a question is written.</summary>
public enum Reach
{
    /// <summary>Everyone, with or without an account.</summary>
    Public = 1,

    /// <summary>The members of one network.</summary>
    Network = 2,

    /// <summary>One member, and nobody else.</summary>
    NamedPerson = 3,
}

/// <summary>How soon an answer is of use.</summary>
public enum Urgency
{
    CanWait = 0,
    WithinAWeek = 1,
    WithinTwoDays = 2,
}

public enum QuestionState
{
    /// <summary>Waits for an answer, or for one that is the right one.</summary>
    Open = 0,

    /// <summary>The asker said which answer helped.</summary>
    Answered = 1,

    /// <summary>The asker told what came of it: the story has an end.</summary>
    Closed = 2,
    Withdrawn = 3,
}

/// <summary>What a question is about: codes by which it is found.</summary>
/// <param name="Country">ISO 3166-1 alpha-2, the code of a former state, or empty.</param>
/// <param name="Topic">One of <see cref="KnowledgeTopics"/>, or empty.</param>
/// <param name="Language">BCP 47 tag of the words.</param>
public sealed record Matter(string Country, string Topic, string Language);

/// <summary>Who may read a question.</summary>
/// <param name="NetworkId">With <see cref="Reach.Network"/>.</param>
/// <param name="NamedId">The member, with <see cref="Reach.NamedPerson"/>.</param>
public sealed record Circle(Reach Reach, Guid? NetworkId = null, Guid? NamedId = null);

/// <summary>Something somebody wants to know, kept so that the next one finds it.</summary>
public sealed class Question : Entity, IRevised
{
    private readonly List<QuestionChange> _history = [];
    private readonly List<Ask> _asks = [];

    private Question() { }

    /// <param name="asker">The member who asks; null for a visitor, who confirmed by mail.</param>
    public Question(Guid? asker, Matter matter, Circle circle, DateTimeOffset now)
    {
        (AskerId, AskedAt) = (asker, now);
        (Country, Topic, Language) = (matter.Country, matter.Topic, matter.Language);
        (Reach, NetworkId, NamedId) = (circle.Reach, circle.NetworkId, circle.NamedId);
        Raise(new QuestionAsked(Id));
    }

    public Guid? AskerId { get; private set; }

    public string Country { get; private set; } = "";

    public string Topic { get; private set; } = "";

    public string Language { get; private set; } = "sv";

    public string Title { get; private set; } = "";

    public string Body { get; private set; } = "";

    public Urgency Urgency { get; private set; }

    public Reach Reach { get; private set; }

    public Guid? NetworkId { get; private set; }

    public Guid? NamedId { get; private set; }

    /// <summary>The asker's name is not shown beside it, whatever their page shows.</summary>
    public bool IsUnnamed { get; private set; }

    /// <summary>The asker agreed that the words may stay, without a name, when they leave.</summary>
    public bool MayStay { get; private set; }

    /// <summary>The asker agreed that it may go on to neighbours, who then read it, when its own network has no answer.</summary>
    public bool MayGoOn { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    public QuestionState State { get; private set; }

    /// <summary>When the words were taken away with the one who wrote them.</summary>
    public DateTimeOffset? EmptiedAt { get; private set; }

    public int Revision { get; set; }

    public IReadOnlyList<QuestionChange> History => _history;

    /// <summary>Who was asked it; known to the one who was.</summary>
    public IReadOnlyList<Ask> Asks => _asks;

    public bool TakesAnswers => State is QuestionState.Open or QuestionState.Answered && EmptiedAt is null;

    public void Word(string title, string body, Urgency urgency) => (Title, Body, Urgency) = (title, body, urgency);

    public void Sign(bool unnamed, bool mayStay) => (IsUnnamed, MayStay) = (unnamed, mayStay);

    public void GoOn(bool may) => MayGoOn = may;

    /// <summary>Who may answer at all: refused in the words of the state it is in.</summary>
    public Refusal? Takes() =>
        State switch
        {
            QuestionState.Closed => new Refusal("This question is closed: its asker has told what came of it. Ask a new one."),
            QuestionState.Withdrawn => new Refusal("This question was taken back by its asker."),
            _ => EmptiedAt is null ? null : new Refusal("Whoever asked this has left and took the words along."),
        };

    /// <summary>An answer was named the one that helped.</summary>
    public Refusal? Settle(Guid? by, DateTimeOffset now) => Takes() ?? Turn(QuestionState.Answered, by, now);

    /// <summary>The asker told what came of it.</summary>
    public Refusal? Close(Guid? by, DateTimeOffset now) =>
        State switch
        {
            QuestionState.Withdrawn => new Refusal("This question was taken back by its asker."),
            QuestionState.Closed => null,
            _ => Turn(QuestionState.Closed, by, now),
        };

    public Refusal? Withdraw(Guid? by, DateTimeOffset now)
    {
        if (State == QuestionState.Withdrawn)
            return new Refusal("This question was taken back by its asker.") { Kind = RefusalKind.NotYours };
        if (State == QuestionState.Closed)
            return new Refusal("This question is closed. Others have answered it and may build on it.") { Kind = RefusalKind.NotYours };
        Turn(QuestionState.Withdrawn, by, now);
        Raise(new QuestionWithdrawn(Id));
        return null;
    }

    /// <summary>The words go with their writer; the row stays, so that what others wrote keeps its place.</summary>
    public void Empty(DateTimeOffset now)
    {
        (Title, Body, EmptiedAt) = ("", "", now);
        Raise(new QuestionChanged(Id));
    }

    private Refusal? Turn(QuestionState state, Guid? by, DateTimeOffset now)
    {
        if (State != state)
            _history.Add(new QuestionChange(Id, state, by, now));
        State = state;
        Raise(new QuestionChanged(Id));
        return null;
    }
}

/// <summary>A state a question came into: which, when, through whom.</summary>
public sealed class QuestionChange : Entity
{
    private QuestionChange() { }

    public QuestionChange(Guid question, QuestionState state, Guid? by, DateTimeOffset at) =>
        (QuestionId, State, ById, At) = (question, state, by, at);

    public Guid QuestionId { get; private set; }

    public QuestionState State { get; private set; }

    /// <summary>The member; null for a visitor with the link of their mail.</summary>
    public Guid? ById { get; private set; }

    public DateTimeOffset At { get; private set; }
}
