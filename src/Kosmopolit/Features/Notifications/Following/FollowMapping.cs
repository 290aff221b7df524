using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Notifications.Following;

internal sealed class FollowMapping
    : IEntityTypeConfiguration<Follow>,
        IEntityTypeConfiguration<Notice>,
        IEntityTypeConfiguration<NoticeMailStopped>
{
    public void Configure(EntityTypeBuilder<Follow> builder)
    {
        builder.ToTable("Follows");
        builder.Property(f => f.Target).HasMaxLength(40);
        builder.Ignore(f => f.What);
        builder.HasOne<Member>().WithMany().HasForeignKey(f => f.MemberId);
        builder
            .HasIndex(f => new
            {
                f.MemberId,
                f.Kind,
                f.Target,
            })
            .IsUnique();
        builder.HasIndex(f => new { f.Kind, f.Target });
    }

    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("Notices");
        builder.Property(n => n.Source).HasMaxLength(40);
        builder.Property(n => n.Kind).HasMaxLength(80);
        builder.Property(n => n.BecauseOf).HasMaxLength(40);
        builder.Property(n => n.MailedAt).IsConcurrencyToken();
        builder.Ignore(n => n.Because);
        builder.HasOne<Member>().WithMany().HasForeignKey(n => n.MemberId);
        builder.HasIndex(n => new { n.MemberId, n.ReadAt });
        builder.HasIndex(n => new { n.MemberId, n.At });
        builder.HasIndex(n => n.DueAt);
    }

    public void Configure(EntityTypeBuilder<NoticeMailStopped> builder)
    {
        builder.ToTable("NoticeMailsStopped");
        builder.HasOne<Member>().WithMany().HasForeignKey(s => s.MemberId);
        builder.HasIndex(s => s.MemberId).IsUnique();
    }
}
