using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Members.Firms;

internal sealed class FirmMapping
    : IEntityTypeConfiguration<Firm>,
        IEntityTypeConfiguration<FirmRole>,
        IEntityTypeConfiguration<ExportMarket>
{
    public void Configure(EntityTypeBuilder<Firm> builder)
    {
        builder.ToTable("Firms");
        builder.Property(f => f.Slug).HasMaxLength(40);
        builder.Property(f => f.AboutLanguage).HasMaxLength(35);
        builder.HasIndex(f => f.Slug).IsUnique();
        builder.ComplexProperty(f => f.Name);
        builder.ComplexProperty(f => f.OrganisationNumber, t => t.Property(n => n.Value).HasMaxLength(20));
        builder.ComplexProperty(f => f.Municipality, t => t.Property(m => m.Value).HasMaxLength(4));
        builder.ComplexProperty(f => f.Sector, t => t.Property(s => s.Value).HasMaxLength(8));
        builder.ComplexProperty(f => f.Size);
        builder.ComplexProperty(f => f.Export);
        builder.ComplexProperty(f => f.About, t => t.Property(a => a.Value).HasMaxLength(1000));
        builder.HasMany(f => f.People).WithOne().HasForeignKey(r => r.FirmId);
        builder.HasMany(f => f.Exports).WithOne().HasForeignKey(e => e.FirmId);
    }

    public void Configure(EntityTypeBuilder<FirmRole> builder)
    {
        builder.ToTable("FirmRoles");
        builder.Property(r => r.Role).HasMaxLength(40);
        builder.HasOne<Member>().WithMany().HasForeignKey(r => r.MemberId);
        builder.HasIndex(r => new { r.MemberId, r.EndedAt });
    }

    public void Configure(EntityTypeBuilder<ExportMarket> builder)
    {
        builder.ToTable("ExportMarkets");
        builder.Property(e => e.Country).HasMaxLength(2);
        builder.HasIndex(e => new { e.Country, e.Audience });
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
