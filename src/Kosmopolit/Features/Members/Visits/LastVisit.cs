using Kosmopolit.Features.Members.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Members.Visits;

/// <summary>
/// The month in which a member was last here; no day, no hour, no page. It serves one question: who has been quiet for so
/// long that somebody should ask how they are.
/// </summary>
public sealed class LastVisit
{
    private LastVisit() { }

    public LastVisit(Guid member, DateOnly month) => (MemberId, Month) = (member, month);

    public Guid MemberId { get; private set; }

    /// <summary>The first of the month.</summary>
    public DateOnly Month { get; private set; }

    public void In(DateOnly month) => Month = month;

    public static DateOnly MonthOf(DateTimeOffset now) => new(now.Year, now.Month, 1);
}

internal sealed class LastVisitMapping : IEntityTypeConfiguration<LastVisit>
{
    public void Configure(EntityTypeBuilder<LastVisit> builder)
    {
        builder.ToTable("LastVisits");
        builder.HasKey(v => v.MemberId);
        builder.Property(v => v.MemberId).ValueGeneratedNever();
        builder.HasOne<Member>().WithOne().HasForeignKey<LastVisit>(v => v.MemberId);
        builder.HasIndex(v => v.Month);
    }
}
