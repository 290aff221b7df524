using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Activities.Importing;

/// <summary>A calendar file that a member looks at before anything of it is proposed: sealed, one at a time, for a day.</summary>
public sealed class BroughtCalendar : Entity
{
    /// <summary>How long a file that nobody confirms is kept.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    private BroughtCalendar() { }

    /// <param name="content">The file, sealed with the installation's keys.</param>
    public BroughtCalendar(Guid network, Guid by, string fileName, byte[] content, DateTimeOffset now) =>
        (NetworkId, ById, FileName, Content, At) = (network, by, fileName, content, now);

    /// <summary>The network its events are meant for.</summary>
    public Guid NetworkId { get; private set; }

    public Guid ById { get; private set; }

    public string FileName { get; private set; } = "";

    public byte[] Content { get; private set; } = [];

    public DateTimeOffset At { get; private set; }
}

/// <summary>That an activity came of an event of somebody's calendar, so that it does not come of it a second time.</summary>
public sealed class BroughtEvent : Entity
{
    private BroughtEvent() { }

    public BroughtEvent(Activity activity, string key) => (ActivityId, NetworkId, Key) = (activity.Id, activity.NetworkId, key);

    public Guid ActivityId { get; private set; }

    public Guid NetworkId { get; private set; }

    /// <summary>SHA-256 of the event's own name, in hexadecimal digits.</summary>
    public string Key { get; private set; } = "";
}

internal sealed class BroughtMapping : IEntityTypeConfiguration<BroughtCalendar>, IEntityTypeConfiguration<BroughtEvent>
{
    public void Configure(EntityTypeBuilder<BroughtCalendar> builder)
    {
        builder.ToTable("BroughtCalendars");
        builder.Property(c => c.FileName).HasMaxLength(100);
        builder.HasOne<Network>().WithMany().HasForeignKey(c => c.NetworkId);
        builder.HasOne<Member>().WithMany().HasForeignKey(c => c.ById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => c.ById).IsUnique();
    }

    public void Configure(EntityTypeBuilder<BroughtEvent> builder)
    {
        builder.ToTable("BroughtEvents");
        builder.Property(e => e.Key).HasMaxLength(64);
        builder.HasOne<Activity>().WithMany().HasForeignKey(e => e.ActivityId);
        builder.HasOne<Network>().WithMany().HasForeignKey(e => e.NetworkId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => e.ActivityId);
        // Brought by two at the same moment, it comes in once.
        builder.HasIndex(e => new { e.NetworkId, e.Key }).IsUnique();
    }
}
