using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Features.Members.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Knowledge.Claims;

internal sealed class ClaimMapping : IEntityTypeConfiguration<Claim>, IEntityTypeConfiguration<Voice>, IEntityTypeConfiguration<HalfLife>
{
    public const int MostPassage = 1000;
    public const int MostReason = 1000;

    public void Configure(EntityTypeBuilder<Claim> builder)
    {
        builder.ToTable("Claims");
        builder.Property(c => c.Country).HasMaxLength(12);
        builder.Property(c => c.Topic).HasMaxLength(20);
        builder.Property(c => c.Language).HasMaxLength(35);
        builder.Property(c => c.Passage).HasMaxLength(MostPassage);
        builder.Property(c => c.OpenKey).HasMaxLength(64);
        builder.HasIndex(c => new { c.ArticleId, c.OpenKey }).IsUnique();
        builder.Ignore(c => c.IsOpen);
        builder.Ignore(c => c.IsStanding);
        builder.HasOne<Article>().WithMany().HasForeignKey(c => c.ArticleId);
        builder.HasOne<Member>().WithMany().HasForeignKey(c => c.HolderId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Claim>().WithMany().HasForeignKey(c => c.SuccessorId).OnDelete(DeleteBehavior.SetNull);
        builder.HasMany(c => c.Voices).WithOne().HasForeignKey(v => v.ClaimId);
        builder.HasIndex(c => new { c.Country, c.Topic });
    }

    public void Configure(EntityTypeBuilder<Voice> builder)
    {
        builder.ToTable("ClaimVoices");
        builder.Property(v => v.Place).HasMaxLength(120);
        builder.Property(v => v.Reason).HasMaxLength(MostReason);
        builder.HasOne<Member>().WithMany().HasForeignKey(v => v.MemberId).OnDelete(DeleteBehavior.SetNull);
        // Everybody has one voice, however many windows are open.
        builder.HasIndex(v => new { v.ClaimId, v.MemberId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<HalfLife> builder)
    {
        builder.ToTable("HalfLives");
        builder.Property(h => h.Topic).HasMaxLength(20);
        builder.HasIndex(h => h.Topic).IsUnique();
    }
}
