using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Knowledge.Articles;

public enum StepKind
{
    /// <summary>Another text took its place.</summary>
    GaveWay = 1,

    /// <summary>It was brought back.</summary>
    CameBack = 2,
}

/// <summary>A step of a text that changes none of its words: who took it, when and why.</summary>
public sealed class ArticleStep : Entity
{
    private ArticleStep() { }

    internal ArticleStep(Guid article, StepKind kind, Guid? successor, Writer by, DateTimeOffset now)
    {
        (ArticleId, Kind, SuccessorId, At) = (article, kind, successor, now);
        (ById, Why, ShowsName) = (by.Member, by.Why, by.ShowsName);
    }

    public Guid ArticleId { get; private set; }

    public StepKind Kind { get; private set; }

    /// <summary>The text that took its place; null when it came back, or when that text was taken away.</summary>
    public Guid? SuccessorId { get; private set; }

    /// <summary>The member who took the step; null when they have left.</summary>
    public Guid? ById { get; private set; }

    public string Why { get; private set; } = "";

    /// <summary>Whether they sign with their name; otherwise "a member".</summary>
    public bool ShowsName { get; private set; }

    public DateTimeOffset At { get; private set; }
}
