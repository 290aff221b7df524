using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Features.Networks.Partners;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Activities;

internal sealed class ActivityMapping : IEntityTypeConfiguration<Activity>
{
    public const int MostTitle = 120;

    public const int MostText = 4000;

    public const int MostWords = 1000;

    public const int MostLink = 500;

    public void Configure(EntityTypeBuilder<Activity> builder)
    {
        builder.ToTable("Activities");
        builder.Property(a => a.Title).HasMaxLength(MostTitle);
        builder.Property(a => a.Text).HasMaxLength(MostText);
        builder.Property(a => a.Lessons).HasMaxLength(MostText);
        builder.Property(a => a.Documents).HasMaxLength(2000);
        builder.Property(a => a.CostSharing).HasMaxLength(MostWords);
        builder.Property(a => a.Link).HasMaxLength(MostLink);
        builder.Property(a => a.Question).HasMaxLength(300);
        builder.Property(a => a.Country).HasMaxLength(2);
        builder.Property(a => a.Currency).HasMaxLength(3);
        builder.Property(a => a.Language).HasMaxLength(35);
        builder.Property(a => a.LessonsLanguage).HasMaxLength(35);
        builder.Property(a => a.TimeZone).HasMaxLength(64);
        builder.Ignore(a => a.IsAhead);
        builder.Ignore(a => a.IsAnnounced);
        builder.HasOne<Network>().WithMany().HasForeignKey(a => a.NetworkId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Member>().WithMany().HasForeignKey(a => a.ProposerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Activity>().WithMany().HasForeignKey(a => a.CopyOfId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.History).WithOne().HasForeignKey(h => h.ActivityId);
        builder.HasMany(a => a.Organisers).WithOne().HasForeignKey(o => o.ActivityId);
        builder.HasMany(a => a.CoHosts).WithOne().HasForeignKey(h => h.ActivityId);
        builder.HasMany(a => a.Exceptions).WithOne().HasForeignKey(e => e.ActivityId);
        builder.HasIndex(a => new { a.NetworkId, a.StartsAt });
        builder.HasIndex(a => new { a.Country, a.StartsAt });
        builder.HasIndex(a => new { a.State, a.StartsAt });
    }
}

internal sealed class PartsMapping
    : IEntityTypeConfiguration<ActivityChange>,
        IEntityTypeConfiguration<Organiser>,
        IEntityTypeConfiguration<CoHost>,
        IEntityTypeConfiguration<HostRequest>,
        IEntityTypeConfiguration<ExceptedDay>,
        IEntityTypeConfiguration<Duty>,
        IEntityTypeConfiguration<ActivityRemark>
{
    public void Configure(EntityTypeBuilder<ActivityChange> builder)
    {
        builder.ToTable("ActivityChanges");
        builder.Property(c => c.Why).HasMaxLength(ActivityMapping.MostWords);
        builder.HasOne<Member>().WithMany().HasForeignKey(c => c.ById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Organiser> builder)
    {
        builder.ToTable("Organisers");
        builder.HasOne<Member>().WithMany().HasForeignKey(o => o.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(o => new { o.MemberId, o.EndedAt });
    }

    public void Configure(EntityTypeBuilder<CoHost> builder)
    {
        builder.ToTable("CoHosts");
        builder.HasOne<Network>().WithMany().HasForeignKey(h => h.NetworkId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PartnerOrganisation>().WithMany().HasForeignKey(h => h.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(h => new { h.ActivityId, h.NetworkId }).IsUnique();
        builder.HasIndex(h => new { h.ActivityId, h.OrganisationId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<HostRequest> builder)
    {
        builder.ToTable("HostRequests");
        builder.HasOne<Activity>().WithMany().HasForeignKey(r => r.ActivityId);
        builder.HasOne<Network>().WithMany().HasForeignKey(r => r.NetworkId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.ActivityId, r.NetworkId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ExceptedDay> builder)
    {
        builder.ToTable("SeriesExceptions");
        builder.HasIndex(e => new { e.ActivityId, e.Day }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Duty> builder)
    {
        builder.ToTable("Duties");
        builder.HasOne<Activity>().WithMany().HasForeignKey(d => d.ActivityId);
        builder.HasOne<Member>().WithMany().HasForeignKey(d => d.TakenById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ActivityRemark> builder)
    {
        builder.ToTable("ActivityRemarks");
        builder.Property(r => r.Text).HasMaxLength(ActivityMapping.MostWords);
        builder.Property(r => r.Language).HasMaxLength(35);
        builder.HasOne<Activity>().WithMany().HasForeignKey(r => r.ActivityId);
        builder.HasOne<Member>().WithMany().HasForeignKey(r => r.AuthorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.ActivityId, r.MadeAt });
    }
}
