using Kosmopolit.Features.Activities.Trips.Travellers;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Activities.Trips;

internal sealed class TripMapping
    : IEntityTypeConfiguration<TripSheet>,
        IEntityTypeConfiguration<TripStop>,
        IEntityTypeConfiguration<ProgrammeItem>,
        IEntityTypeConfiguration<Counterpart>
{
    public const int MostNote = 2000;

    public void Configure(EntityTypeBuilder<TripSheet> builder)
    {
        builder.ToTable("TripSheets");
        builder.Property(s => s.Risks).HasMaxLength(MostNote);
        builder.Property(s => s.Emergency).HasMaxLength(MostNote);
        builder.Property(s => s.Phrases).HasMaxLength(MostNote);
        builder.Property(s => s.Lists).HasMaxLength(MostNote);
        builder.HasOne<Activity>().WithMany().HasForeignKey(s => s.ActivityId);
        builder.HasIndex(s => s.ActivityId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<TripStop> builder)
    {
        builder.ToTable("TripStops");
        builder.Property(s => s.Country).HasMaxLength(2);
        builder.Ignore(s => s.Spot);
        builder.HasOne<Activity>().WithMany().HasForeignKey(s => s.ActivityId);
    }

    public void Configure(EntityTypeBuilder<ProgrammeItem> builder)
    {
        builder.ToTable("ProgrammeItems");
        builder.HasOne<Activity>().WithMany().HasForeignKey(i => i.ActivityId);
        builder.HasIndex(i => new { i.ActivityId, i.Day });
    }

    public void Configure(EntityTypeBuilder<Counterpart> builder)
    {
        builder.ToTable("Counterparts");
        builder.Property(c => c.About).HasMaxLength(500);
        builder.HasOne<Activity>().WithMany().HasForeignKey(c => c.ActivityId);
    }
}

internal sealed class TravellerMapping
    : IEntityTypeConfiguration<Traveller>,
        IEntityTypeConfiguration<FreeHours>,
        IEntityTypeConfiguration<MeetingWish>,
        IEntityTypeConfiguration<Expense>
{
    public void Configure(EntityTypeBuilder<Traveller> builder)
    {
        builder.ToTable("Travellers");
        builder.Property(t => t.Goals).HasMaxLength(1000);
        builder.HasOne<Activity>().WithMany().HasForeignKey(t => t.ActivityId);
        builder.HasOne<Member>().WithMany().HasForeignKey(t => t.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Firm>().WithMany().HasForeignKey(t => t.FirmId).OnDelete(DeleteBehavior.SetNull);
        builder.HasIndex(t => new { t.ActivityId, t.MemberId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<FreeHours> builder)
    {
        builder.ToTable("FreeHours");
        builder.HasOne<Traveller>().WithMany().HasForeignKey(h => h.TravellerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(h => new { h.TravellerId, h.Day }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<MeetingWish> builder)
    {
        builder.ToTable("MeetingWishes");
        builder.Ignore(w => w.IsMutual);
        builder.HasOne<Activity>().WithMany().HasForeignKey(w => w.ActivityId);
        builder.HasOne<Traveller>().WithMany().HasForeignKey(w => w.TravellerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Counterpart>().WithMany().HasForeignKey(w => w.CounterpartId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(w => new { w.TravellerId, w.CounterpartId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Expense> builder)
    {
        builder.ToTable("Expenses");
        builder.HasOne<Activity>().WithMany().HasForeignKey(e => e.ActivityId);
        builder.HasOne<Member>().WithMany().HasForeignKey(e => e.PaidById).OnDelete(DeleteBehavior.Restrict);
    }
}
