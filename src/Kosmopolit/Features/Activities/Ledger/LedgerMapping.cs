using Kosmopolit.Features.Activities.Ledger.Asking;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Activities.Ledger;

internal sealed class LedgerMapping
    : IEntityTypeConfiguration<LedgerEntry>,
        IEntityTypeConfiguration<LedgerVersion>,
        IEntityTypeConfiguration<LedgerAsk>,
        IEntityTypeConfiguration<LedgerMailStopped>
{
    public const int MostPartner = 200;

    public const int MostNote = 1000;

    public const int MostWhy = 300;

    public void Configure(EntityTypeBuilder<LedgerEntry> builder)
    {
        builder.ToTable("LedgerEntries");
        builder.ComplexProperty(e => e.Deal, Shape);
        builder.HasMany(e => e.Versions).WithOne().HasForeignKey(v => v.EntryId);
        builder.HasOne<Firm>().WithMany().HasForeignKey(e => e.FirmId);
        builder.HasOne<Member>().WithMany().HasForeignKey(e => e.ById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => e.DealId);
    }

    public void Configure(EntityTypeBuilder<LedgerVersion> builder)
    {
        builder.ToTable("LedgerVersions");
        builder.ComplexProperty(v => v.Deal, Shape);
        builder.Property(v => v.Why).HasMaxLength(MostWhy);
        builder.HasOne<Member>().WithMany().HasForeignKey(v => v.ById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<LedgerAsk> builder)
    {
        builder.ToTable("LedgerAsks");
        builder.HasOne<Activity>().WithMany().HasForeignKey(a => a.ActivityId);
        builder.HasOne<Member>().WithMany().HasForeignKey(a => a.MemberId).OnDelete(DeleteBehavior.Restrict);
        // Asked once for each number of days, whatever two nodes do at once.
        builder
            .HasIndex(a => new
            {
                a.ActivityId,
                a.MemberId,
                a.Days,
            })
            .IsUnique();
    }

    public void Configure(EntityTypeBuilder<LedgerMailStopped> builder)
    {
        builder.ToTable("LedgerMailsStopped");
        builder.HasOne<Member>().WithMany().HasForeignKey(s => s.MemberId);
        builder.HasIndex(s => s.MemberId).IsUnique();
    }

    private static void Shape(ComplexPropertyBuilder<Deal> deal)
    {
        deal.Property(d => d.Country).HasMaxLength(2);
        deal.Property(d => d.Partner).HasMaxLength(MostPartner);
        deal.Property(d => d.Note).HasMaxLength(MostNote);
    }
}
