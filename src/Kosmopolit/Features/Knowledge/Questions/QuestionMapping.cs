using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Knowledge.Questions;

internal sealed class QuestionMapping : IEntityTypeConfiguration<Question>, IEntityTypeConfiguration<QuestionChange>
{
    /// <summary>Most characters of a question's one line.</summary>
    public const int MostTitle = 150;

    /// <summary>Most characters of a question's or an answer's text.</summary>
    public const int MostText = 4000;

    public void Configure(EntityTypeBuilder<Question> builder)
    {
        builder.ToTable("Questions");
        builder.Property(q => q.Country).HasMaxLength(12);
        builder.Property(q => q.Topic).HasMaxLength(20);
        builder.Property(q => q.Language).HasMaxLength(35);
        builder.Property(q => q.Body).HasMaxLength(MostText);
        builder.Ignore(q => q.TakesAnswers);
        builder.HasOne<Member>().WithMany().HasForeignKey(q => q.AskerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Member>().WithMany().HasForeignKey(q => q.NamedId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Network>().WithMany().HasForeignKey(q => q.NetworkId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(q => q.History).WithOne().HasForeignKey(h => h.QuestionId);
        builder.HasIndex(q => new { q.Country, q.AskedAt });
        builder.HasIndex(q => new { q.NetworkId, q.AskedAt });
        builder.HasIndex(q => q.AskedAt);
    }

    public void Configure(EntityTypeBuilder<QuestionChange> builder)
    {
        builder.ToTable("QuestionChanges");
        builder.HasOne<Member>().WithMany().HasForeignKey(c => c.ById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => c.QuestionId);
    }
}
