using Kosmopolit.Features.Members.StartUp.Meetings;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Members.StartUp.Minutes;

/// <summary>What a meeting decided, in one sentence.</summary>
public sealed class MeetingDecision : Entity
{
    private MeetingDecision() { }

    public MeetingDecision(Meeting meeting, string text, DateTimeOffset now)
    {
        (MeetingId, NetworkId, Text, At) = (meeting.Id, meeting.NetworkId, text, now);
        Raise(new DecisionNoted(Id, MeetingId));
    }

    public Guid MeetingId { get; private set; }

    public Guid NetworkId { get; private set; }

    public string Text { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}

/// <summary>Something to do, who does it and until when.</summary>
public sealed class MeetingTask : Entity
{
    private MeetingTask() { }

    public MeetingTask(Meeting meeting, string text, string who, DateOnly? due, DateTimeOffset now)
    {
        (MeetingId, NetworkId, Text, Who, DueOn, GivenAt) = (meeting.Id, meeting.NetworkId, text, who, due, now);
        Raise(new TaskGiven(Id, MeetingId));
    }

    public Guid MeetingId { get; private set; }

    public Guid NetworkId { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>In the network's own words: a first name, a working group, "all of us".</summary>
    public string Who { get; private set; } = "";

    public DateOnly? DueOn { get; private set; }

    public DateTimeOffset GivenAt { get; private set; }

    public DateTimeOffset? DoneAt { get; private set; }

    public void Finish(DateTimeOffset now)
    {
        if (DoneAt is not null)
            return;
        DoneAt = now;
        Raise(new TaskDone(Id, MeetingId));
    }
}

public sealed record DecisionNoted(Guid DecisionId, Guid MeetingId);

public sealed record TaskGiven(Guid TaskId, Guid MeetingId);

public sealed record TaskDone(Guid TaskId, Guid MeetingId);

internal sealed class NotesMapping : IEntityTypeConfiguration<MeetingDecision>, IEntityTypeConfiguration<MeetingTask>
{
    public void Configure(EntityTypeBuilder<MeetingDecision> builder)
    {
        builder.ToTable("MeetingDecisions");
        builder.Property(d => d.Text).HasMaxLength(1000);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(d => d.MeetingId);
        builder.HasOne<Network>().WithMany().HasForeignKey(d => d.NetworkId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<MeetingTask> builder)
    {
        builder.ToTable("MeetingTasks");
        builder.Property(d => d.Text).HasMaxLength(500);
        builder.Property(d => d.DoneAt).IsConcurrencyToken();
        builder.HasOne<Meeting>().WithMany().HasForeignKey(d => d.MeetingId);
        builder.HasOne<Network>().WithMany().HasForeignKey(d => d.NetworkId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(t => new { t.NetworkId, t.DoneAt });
    }
}
