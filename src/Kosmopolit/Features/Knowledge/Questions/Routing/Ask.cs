using System.Security.Cryptography;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Knowledge.Questions.Routing;

/// <summary>Why somebody passes a question on.</summary>
public enum PassReason
{
    None = 0,

    /// <summary>Does not know this: they are less likely to be asked about the like.</summary>
    DoNotKnow = 1,

    /// <summary>Has no time: they are left in peace for this week.</summary>
    NoTime = 2,

    /// <summary>Knows somebody better.</summary>
    KnowSomebody = 3,
}

/// <summary>
/// That one member was asked one question: when, why, and what they made of it. Shown to that member alone; the asker is told
/// how many there are.
/// </summary>
public sealed class Ask : Entity, IRevised
{
    /// <summary>Nobody is asked more often than this within <see cref="Span"/>, whatever they or anybody wishes.</summary>
    public const int MostAWeek = 2;

    public static readonly TimeSpan Span = TimeSpan.FromDays(7);

    private Ask() { }

    /// <param name="number">
    /// How many-th ask of this member it is. The database lets each number be used once, so that two routings at once cannot
    /// both count "one this week" and both ask.
    /// </param>
    public Ask(Question question, Knower knower, int number, RouteStep step, DateTimeOffset now)
    {
        (QuestionId, MemberId, Number, Step, At) = (question.Id, knower.Member, number, step, now);
        (Country, Topic, Because) = (question.Country, question.Topic, Evidence.Pack(knower.Because));
    }

    public Guid QuestionId { get; private set; }

    public Guid MemberId { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    public RouteStep Step { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Of the question, for what "I do not know this" teaches.</summary>
    public string Country { get; private set; } = "";

    public string Topic { get; private set; } = "";

    /// <summary>Packed <see cref="Evidence"/>.</summary>
    public string Because { get; private set; } = "";

    /// <summary>When its mail is due; null for none, or when it has been written.</summary>
    public DateTimeOffset? MailDueAt { get; private set; }

    public DateTimeOffset? MailedAt { get; private set; }

    public DateTimeOffset? PassedAt { get; private set; }

    public PassReason Reason { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Secret with which the address that takes the answer is signed; never leaves the house.</summary>
    public byte[] Seed { get; private set; } = RandomNumberGenerator.GetBytes(16);

    public int Revision { get; set; }

    public bool Waits => PassedAt is null && AnsweredAt is null;

    public void MailAt(DateTimeOffset? due) => MailDueAt = due;

    public void Mailed(DateTimeOffset now) => (MailDueAt, MailedAt) = (null, now);

    public void Answered(DateTimeOffset now) => (AnsweredAt, MailDueAt) = (AnsweredAt ?? now, null);

    public Refusal? Pass(PassReason reason, DateTimeOffset now)
    {
        if (reason is not (PassReason.DoNotKnow or PassReason.NoTime or PassReason.KnowSomebody))
            return new Refusal("Choose from the list.", nameof(PassInput.Reason));
        if (!Waits)
            return new Refusal("You have answered this or passed it on already.") { Kind = RefusalKind.Meanwhile };
        (PassedAt, Reason, MailDueAt) = (now, reason, null);
        Raise(new AskPassed(Id, QuestionId));
        return null;
    }
}

/// <summary>Numbers only: who it was stands in the row.</summary>
public sealed record AskPassed(Guid AskId, Guid QuestionId);

internal sealed class AskMapping : IEntityTypeConfiguration<Ask>
{
    public void Configure(EntityTypeBuilder<Ask> builder)
    {
        builder.ToTable("Asks");
        builder.Property(a => a.Country).HasMaxLength(12);
        builder.Property(a => a.Topic).HasMaxLength(20);
        builder.Property(a => a.Because).HasMaxLength(Evidence.MostPacked);
        builder.Property(a => a.Seed).HasMaxLength(16);
        builder.Ignore(a => a.Waits);
        builder.HasOne<Question>().WithMany(q => q.Asks).HasForeignKey(a => a.QuestionId);
        builder.HasOne<Member>().WithMany().HasForeignKey(a => a.MemberId).OnDelete(DeleteBehavior.Restrict);
        // Asked once for each question, and counted in one line, whatever two nodes do at once.
        builder.HasIndex(a => new { a.QuestionId, a.MemberId }).IsUnique();
        builder.HasIndex(a => new { a.MemberId, a.Number }).IsUnique();
        builder.HasIndex(a => a.MailDueAt);
    }
}
