using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Members.Firms;

internal sealed class FirmMapping
    : IEntityTypeConfiguration<Firm>,
        IEntityTypeConfiguration<FirmRole>,
        IEntityTypeConfiguration<ExportMarket>,
        IEntityTypeConfiguration<ExportStatusChange>
{
    public void Configure(EntityTypeBuilder<Firm> builder)
    {
        builder.ToTable("Firms");
        builder.Property(f => f.Slug).HasMaxLength(40);
        builder.Property(f => f.AboutLanguage).HasMaxLength(35);
        builder.HasIndex(f => f.Slug).IsUnique();
        builder.ComplexProperty(f => f.Name);
        builder.ComplexProperty(f => f.OrganisationNumber, t => t.Property(n => n.Value).HasMaxLength(20));
        builder.Property(f => f.UniqueNumber).HasMaxLength(10);
        builder.HasIndex(f => f.UniqueNumber).IsUnique();
        builder.ComplexProperty(f => f.SoleTraderChecked);
        builder.ComplexProperty(f => f.HomeCountry, t => t.Property(c => c.Value).HasMaxLength(2));
        builder.ComplexProperty(f => f.Web, t => t.Property(w => w.Value).HasMaxLength(300));
        builder.ComplexProperty(f => f.Municipality, t => t.Property(m => m.Value).HasMaxLength(4));
        builder.ComplexProperty(f => f.Sector, t => t.Property(s => s.Value).HasMaxLength(8));
        builder.ComplexProperty(f => f.Size);
        builder.ComplexProperty(f => f.Export);
        builder.ComplexProperty(f => f.About, t => t.Property(a => a.Value).HasMaxLength(1000));
        builder.HasMany(f => f.People).WithOne().HasForeignKey(r => r.FirmId);
        builder.HasMany(f => f.Exports).WithOne().HasForeignKey(e => e.FirmId);
        builder.HasMany(f => f.Statuses).WithOne().HasForeignKey(c => c.FirmId);
        builder.Ignore(f => f.Today);
    }

    public void Configure(EntityTypeBuilder<FirmRole> builder)
    {
        builder.ToTable("FirmRoles");
        builder.Property(r => r.Role).HasMaxLength(40);
        builder.HasOne<Member>().WithMany().HasForeignKey(r => r.MemberId);
        builder.Ignore(r => r.Keeps);
        builder.HasIndex(r => new { r.MemberId, r.EndedAt });
        // A person has one part in a firm at a time, whatever two requests do at once.
        builder.HasIndex(r => new { r.FirmId, r.MemberId }).IsUnique().HasFilter("\"EndedAt\" IS NULL");
    }

    public void Configure(EntityTypeBuilder<ExportMarket> builder)
    {
        builder.ToTable("ExportMarkets");
        builder.Property(e => e.Country).HasMaxLength(2);
        builder.HasIndex(e => new { e.Country, e.Audience });
    }

    public void Configure(EntityTypeBuilder<ExportStatusChange> builder)
    {
        builder.ToTable("ExportStatusChanges");
        builder.HasOne<Member>().WithMany().HasForeignKey(c => c.ById).OnDelete(DeleteBehavior.SetNull);
        builder.HasIndex(c => new { c.FirmId, c.From });
    }
}

public static class FirmTables
{
    extension(KosmopolitDb db)
    {
        public DbSet<Firm> Firms => db.Set<Firm>();

        public DbSet<FirmRole> FirmRoles => db.Set<FirmRole>();

        public DbSet<ExportMarket> ExportMarkets => db.Set<ExportMarket>();
    }
}
