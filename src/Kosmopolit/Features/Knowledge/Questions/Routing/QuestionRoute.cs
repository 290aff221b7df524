using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Knowledge.Questions.Routing;

/// <summary>How far a question has gone. The numbers are stored.</summary>
public enum RouteStep
{
    /// <summary>Those nearest: the network asked, the asker's own networks, or the one who was named.</summary>
    Nearest = 1,

    /// <summary>The neighbouring networks.</summary>
    Neighbours = 2,

    /// <summary>An adviser of an organisation that supports the network.</summary>
    Adviser = 3,

    /// <summary>Nobody else is asked.</summary>
    Done = 4,
}

/// <summary>The way of one question to those who may know: where it is, and when it goes on.</summary>
public sealed class QuestionRoute : Entity, IRevised
{
    /// <summary>How many are asked at each step.</summary>
    public const int Few = 3;

    /// <summary>How long an answer is waited for before the question goes on.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(72);

    /// <summary>How long somebody who was named, and takes no more questions just now, is tried again, and how often.</summary>
    public static readonly TimeSpan NamedPatience = TimeSpan.FromDays(14);

    private static readonly TimeSpan NextTry = TimeSpan.FromDays(1);

    /// <summary>Whoever takes a step and dies lets go of it after this.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private QuestionRoute() { }

    public QuestionRoute(Guid question, DateTimeOffset now) => (QuestionId, Step, DueAt) = (question, RouteStep.Nearest, now);

    public Guid QuestionId { get; private set; }

    public RouteStep Step { get; private set; }

    /// <summary>When its present step began to wait for answers; null before.</summary>
    public DateTimeOffset? StepSince { get; private set; }

    /// <summary>When something is to be done; null when it waits for nothing.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>When an adviser was written to.</summary>
    public DateTimeOffset? AdviserAt { get; private set; }

    public int Revision { get; set; }

    /// <summary>Takes the step for a while: of several nodes one does.</summary>
    public void Take(DateTimeOffset now) => DueAt = now + Lease;

    /// <summary>The step was taken: the next one follows unless somebody answers.</summary>
    public void Wait(DateTimeOffset now)
    {
        StepSince ??= now;
        DueAt = StepSince + Patience;
    }

    /// <summary>The one who was named takes no more questions just now: the limit is theirs, whoever asks.</summary>
    public void PutOff(DateTimeOffset asked, DateTimeOffset now)
    {
        if (now - asked < NamedPatience)
            DueAt = now + NextTry;
        else
            Go(RouteStep.Done, now);
    }

    /// <summary>Nobody could be asked at the first try; the question waits for room.</summary>
    public bool IsPutOff(DateTimeOffset asked) => StepSince is null && DueAt > asked + 2 * Lease;

    /// <summary>Somebody passed it on: another is looked for now.</summary>
    public void Again(DateTimeOffset now)
    {
        if (Step != RouteStep.Done)
            DueAt = now;
    }

    public void Go(RouteStep step, DateTimeOffset now) => (Step, StepSince, DueAt) = (step, null, step == RouteStep.Done ? null : now);

    public void Advised(DateTimeOffset now) => AdviserAt = now;
}

internal sealed class RouteMapping : IEntityTypeConfiguration<QuestionRoute>
{
    public void Configure(EntityTypeBuilder<QuestionRoute> builder)
    {
        builder.ToTable("Routes");
        builder.HasOne<Question>().WithMany().HasForeignKey(r => r.QuestionId);
        builder.HasIndex(r => r.QuestionId).IsUnique();
        builder.HasIndex(r => r.DueAt);
    }
}
