using Kosmopolit.Features.Members.StartUp.Meetings;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Members.StartUp.Answers;

public enum Answer
{
    None = 0,
    Yes = 1,
    No = 2,
    Maybe = 3,
}

/// <summary>Somebody who was invited to a meeting, what they answered, and whether they came.</summary>
public sealed class Invitee : Entity
{
    private Invitee() { }

    public Invitee(Guid meeting, Guid account, DateTimeOffset now) => (MeetingId, AccountId, InvitedAt) = (meeting, account, now);

    public Guid MeetingId { get; private set; }

    public Guid AccountId { get; private set; }

    public DateTimeOffset InvitedAt { get; private set; }

    public Answer Answer { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Those who lead the meeting may see this person as their network does. Nobody else gains anything by it.</summary>
    public bool ShowsSelf { get; private set; }

    public DateTimeOffset? AttendedAt { get; private set; }

    public Refusal? Reply(Answer answer, Meeting meeting, DateTimeOffset now)
    {
        if (meeting.CalledOffAt is not null)
            return new Refusal("This meeting was called off.");
        if (meeting.HeldAt is not null || meeting.EndsAt <= now)
            return new Refusal("This meeting is over.");
        (Answer, AnsweredAt) = (answer, now);
        Raise(new InvitationAnswered(Id, MeetingId, answer));
        return null;
    }

    public void Show(bool shows) => ShowsSelf = shows;

    public void Attend(bool was, DateTimeOffset now) => AttendedAt = was ? AttendedAt ?? now : null;
}

public sealed record InvitationAnswered(Guid InviteeId, Guid MeetingId, Answer Answer);

internal sealed class InviteeMapping : IEntityTypeConfiguration<Invitee>
{
    public void Configure(EntityTypeBuilder<Invitee> builder)
    {
        builder.ToTable("MeetingInvitees");
        builder.HasOne<Meeting>().WithMany().HasForeignKey(i => i.MeetingId);
        builder.HasOne<Account>().WithMany().HasForeignKey(i => i.AccountId);
        // Each is invited once, whoever presses the button at the same moment.
        builder.HasIndex(i => new { i.MeetingId, i.AccountId }).IsUnique();
    }
}
