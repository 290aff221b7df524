using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Members.Renewal;

/// <summary>That a member was asked, so many days before a day, whether they stay. The row is what keeps two nodes from asking twice.</summary>
public sealed class RenewalReminder : Entity
{
    private RenewalReminder() { }

    public RenewalReminder(Guid membership, DateOnly renewBy, int days, DateTimeOffset at) =>
        (MembershipId, RenewBy, Days, At) = (membership, renewBy, days, at);

    public Guid MembershipId { get; private set; }

    /// <summary>The day it was about.</summary>
    public DateOnly RenewBy { get; private set; }

    /// <summary>30, 7, or 0 for the last one after the day.</summary>
    public int Days { get; private set; }

    public DateTimeOffset At { get; private set; }
}

internal sealed class RenewalReminderMapping : IEntityTypeConfiguration<RenewalReminder>
{
    public void Configure(EntityTypeBuilder<RenewalReminder> builder)
    {
        builder.ToTable("RenewalReminders");
        builder.HasOne<Membership>().WithMany().HasForeignKey(r => r.MembershipId);
        builder
            .HasIndex(r => new
            {
                r.MembershipId,
                r.RenewBy,
                r.Days,
            })
            .IsUnique();
    }
}
