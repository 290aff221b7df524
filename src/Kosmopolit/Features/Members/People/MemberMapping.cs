using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Members.People;

internal sealed class MemberMapping
    : IEntityTypeConfiguration<Member>,
        IEntityTypeConfiguration<MarketKnowledge>,
        IEntityTypeConfiguration<LanguageSkill>,
        IEntityTypeConfiguration<Membership>,
        IEntityTypeConfiguration<MembershipChange>
{
    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.ToTable("Members");
        builder.Property(m => m.Slug).HasMaxLength(40);
        builder.Property(m => m.OfferLanguage).HasMaxLength(35);
        builder.HasIndex(m => m.Slug).IsUnique();
        builder.HasIndex(m => m.AccountId).IsUnique();
        builder.HasIndex(m => m.JoinedAt);
        builder.HasOne<Account>().WithMany().HasForeignKey(m => m.AccountId).OnDelete(DeleteBehavior.SetNull);
        builder.ComplexProperty(m => m.Name);
        builder.ComplexProperty(m => m.Municipality, f => f.Property(t => t.Value).HasMaxLength(4));
        builder.ComplexProperty(m => m.Offer, f => f.Property(t => t.Value).HasMaxLength(500));
        builder.Property(m => m.LooksForLanguage).HasMaxLength(35);
        builder.ComplexProperty(m => m.LooksFor, f => f.Property(t => t.Value).HasMaxLength(500));
        builder.ComplexProperty(m => m.Sectors, f => f.Property(t => t.Value).HasMaxLength(100));
        builder.ComplexProperty(m => m.Reads, f => f.Property(t => t.Value).HasMaxLength(200));
        builder.ComplexProperty(m => m.Availability);
        builder.ComplexProperty(m => m.ContactEmail, f => f.Property(t => t.Value).HasMaxLength(254));
        builder.ComplexProperty(m => m.Phone, f => f.Property(t => t.Value).HasMaxLength(40));
        builder.HasMany(m => m.Markets).WithOne().HasForeignKey(k => k.MemberId);
        builder.HasMany(m => m.Languages).WithOne().HasForeignKey(s => s.MemberId);
        builder.HasMany(m => m.Consents).WithOne().HasForeignKey(c => c.MemberId);
        builder.HasMany(m => m.Memberships).WithOne().HasForeignKey(s => s.MemberId);
    }

    public void Configure(EntityTypeBuilder<MarketKnowledge> builder)
    {
        builder.ToTable("MarketKnowledge");
        builder.Property(k => k.Country).HasMaxLength(12);
        builder.Property(k => k.Note).HasMaxLength(500);
        builder.Property(k => k.NoteLanguage).HasMaxLength(35);
        builder.HasIndex(k => new { k.Country, k.Audience });
    }

    public void Configure(EntityTypeBuilder<LanguageSkill> builder)
    {
        builder.ToTable("LanguageSkills");
        builder.Property(s => s.Language).HasMaxLength(35);
        builder.HasIndex(s => new { s.MemberId, s.Language }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("Memberships");
        builder.HasOne<Network>().WithMany().HasForeignKey(m => m.NetworkId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => new { m.NetworkId, m.EndedAt });
        builder.HasIndex(m => new { m.State, m.SuspendedUntil });
        builder.HasIndex(m => m.RenewBy);
        builder.HasMany(m => m.History).WithOne().HasForeignKey(h => h.MembershipId);
        // A person is in a network once at a time, whatever two requests do at once.
        builder.HasIndex(m => new { m.MemberId, m.NetworkId }).IsUnique().HasFilter("\"EndedAt\" IS NULL");
    }

    public void Configure(EntityTypeBuilder<MembershipChange> builder)
    {
        builder.ToTable("MembershipChanges");
        builder.Property(h => h.Why).HasMaxLength(500);
        builder.HasOne<Account>().WithMany().HasForeignKey(h => h.ByAccountId).OnDelete(DeleteBehavior.SetNull);
        builder.HasIndex(h => h.MemberId);
    }
}

public static class MemberTables
{
    extension(KosmopolitDb db)
    {
        public DbSet<Member> Members => db.Set<Member>();

        public DbSet<Membership> Memberships => db.Set<Membership>();

        public DbSet<MarketKnowledge> MarketKnowledge => db.Set<MarketKnowledge>();

        public DbSet<LanguageSkill> LanguageSkills => db.Set<LanguageSkill>();
    }
}
