using Kosmopolit.Features.Members.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Knowledge.Questions.Answers;

internal sealed class AnswerMapping
    : IEntityTypeConfiguration<Answer>,
        IEntityTypeConfiguration<AnswerVersion>,
        IEntityTypeConfiguration<Acceptance>,
        IEntityTypeConfiguration<Thanks>,
        IEntityTypeConfiguration<Comment>
{
    /// <summary>Most characters of a comment.</summary>
    public const int MostComment = 1000;

    public void Configure(EntityTypeBuilder<Answer> builder)
    {
        builder.ToTable("Answers");
        builder.Property(a => a.Text).HasMaxLength(QuestionMapping.MostText);
        builder.Property(a => a.Language).HasMaxLength(35);
        builder.Property(a => a.PenCountry).HasMaxLength(12);
        builder.Ignore(a => a.Pen);
        builder.HasOne<Question>().WithMany().HasForeignKey(a => a.QuestionId);
        builder.HasOne<Member>().WithMany().HasForeignKey(a => a.AuthorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Versions).WithOne().HasForeignKey(v => v.AnswerId);
        builder.HasIndex(a => new { a.QuestionId, a.AnsweredAt });
        builder.HasIndex(a => a.AuthorId);
    }

    public void Configure(EntityTypeBuilder<AnswerVersion> builder)
    {
        builder.ToTable("AnswerVersions");
        builder.Property(v => v.Text).HasMaxLength(QuestionMapping.MostText);
        builder.HasIndex(v => new { v.AnswerId, v.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Acceptance> builder)
    {
        builder.ToTable("Acceptances");
        builder.HasOne<Question>().WithMany().HasForeignKey(a => a.QuestionId);
        builder.HasOne<Answer>().WithMany().HasForeignKey(a => a.AnswerId);
        builder.HasOne<Member>().WithMany().HasForeignKey(a => a.ById).OnDelete(DeleteBehavior.Restrict);
        // One answer at a time is the one that helped, however many windows are open.
        builder.HasIndex(a => a.QuestionId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Thanks> builder)
    {
        builder.ToTable("Thanks");
        builder.HasOne<Answer>().WithMany().HasForeignKey(t => t.AnswerId);
        builder.HasOne<Member>().WithMany().HasForeignKey(t => t.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(t => new { t.AnswerId, t.MemberId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Comment> builder)
    {
        builder.ToTable("Comments");
        builder.Property(c => c.Text).HasMaxLength(MostComment);
        builder.Property(c => c.Language).HasMaxLength(35);
        builder.HasOne<Question>().WithMany().HasForeignKey(c => c.QuestionId);
        builder.HasOne<Answer>().WithMany().HasForeignKey(c => c.AnswerId);
        builder.HasOne<Member>().WithMany().HasForeignKey(c => c.AuthorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.QuestionId, c.MadeAt });
        builder.HasIndex(c => c.AuthorId);
    }
}
