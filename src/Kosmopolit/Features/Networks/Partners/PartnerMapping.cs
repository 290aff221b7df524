using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Networks.Partners;

internal sealed class PartnerMapping
    : IEntityTypeConfiguration<PartnerOrganisation>,
        IEntityTypeConfiguration<PartnerOffice>,
        IEntityTypeConfiguration<Partnership>
{
    public void Configure(EntityTypeBuilder<PartnerOrganisation> builder)
    {
        builder.ToTable("PartnerOrganisations");
        builder.Property(o => o.Slug).HasMaxLength(80);
        builder.Property(o => o.About).HasMaxLength(2000);
        builder.Property(o => o.Language).HasMaxLength(35);
        builder.Property(o => o.Web).HasMaxLength(300);
        builder.HasIndex(o => o.Slug).IsUnique();
        builder.HasMany(o => o.Offices).WithOne().HasForeignKey(f => f.OrganisationId);
    }

    public void Configure(EntityTypeBuilder<PartnerOffice> builder)
    {
        builder.ToTable("PartnerOffices");
        builder.HasIndex(f => new { f.OrganisationId, f.Name }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Partnership> builder)
    {
        builder.ToTable("Partnerships");
        builder.Property(p => p.Wish).HasMaxLength(1000);
        builder.Property(p => p.Offer).HasMaxLength(1000);
        builder.Property(p => p.Language).HasMaxLength(35);
        builder.Property(p => p.Why).HasMaxLength(500);
        builder.Ignore(p => p.IsOpen);
        builder.HasOne<Network>().WithMany().HasForeignKey(p => p.NetworkId);
        builder.HasOne<PartnerOrganisation>().WithMany().HasForeignKey(p => p.OrganisationId);
        builder.HasOne<PartnerOffice>().WithMany().HasForeignKey(p => p.OfficeId);
        // One open cooperation of a network with an organisation, however many coordinators propose it.
        builder.HasIndex(p => new { p.NetworkId, p.OrganisationId }).IsUnique().HasFilter("\"State\" IN (0, 1)");
    }
}

public static class PartnerTables
{
    extension(KosmopolitDb db)
    {
        public DbSet<PartnerOrganisation> Partners => db.Set<PartnerOrganisation>();

        public DbSet<Partnership> Partnerships => db.Set<Partnership>();
    }
}
