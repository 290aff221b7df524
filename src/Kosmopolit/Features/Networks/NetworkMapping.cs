using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Networks;

internal sealed class NetworkMapping
    : IEntityTypeConfiguration<Network>,
        IEntityTypeConfiguration<NetworkMunicipality>,
        IEntityTypeConfiguration<StageChange>
{
    public void Configure(EntityTypeBuilder<Network> builder)
    {
        builder.ToTable("Networks");
        builder.Property(n => n.Slug).HasMaxLength(80);
        builder.Property(n => n.Purpose).HasMaxLength(2000);
        builder.Property(n => n.PurposeLanguage).HasMaxLength(35);
        builder.Property(n => n.InterestThreshold).HasDefaultValue(20);
        builder.Ignore(n => n.MeetingsHeld);
        builder.HasIndex(n => n.Slug).IsUnique();
        builder.HasMany(n => n.Municipalities).WithOne().HasForeignKey(m => m.NetworkId);
        builder.HasMany(n => n.History).WithOne().HasForeignKey(h => h.NetworkId);
    }

    public void Configure(EntityTypeBuilder<NetworkMunicipality> builder)
    {
        builder.ToTable("NetworkMunicipalities");
        builder.HasKey(m => new { m.NetworkId, m.Code });
        builder.Property(m => m.Code).HasMaxLength(4);
        builder.HasIndex(m => m.Code);
    }

    public void Configure(EntityTypeBuilder<StageChange> builder)
    {
        builder.ToTable("NetworkStages");
        builder.Property(h => h.Why).HasMaxLength(1000);
        // A start-up meeting is held once, however many windows say so at once.
        builder.HasIndex(h => new { h.NetworkId, h.Meeting }).IsUnique().HasFilter("\"Meeting\" IS NOT NULL");
    }
}

public static class NetworkTables
{
    extension(KosmopolitDb db)
    {
        public DbSet<Network> Networks => db.Set<Network>();
    }
}
