using Kosmopolit.Features.Knowledge.Importing;
using Kosmopolit.Features.Knowledge.Questions.Answers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Knowledge.Articles;

internal sealed class ArticleMapping
    : IEntityTypeConfiguration<Article>,
        IEntityTypeConfiguration<ArticleVersion>,
        IEntityTypeConfiguration<ArticleStep>
{
    /// <summary>Most characters of a text: some ninety printed pages.</summary>
    public const int MostText = 200_000;

    /// <summary>Most characters of a reason.</summary>
    public const int MostWhy = 300;

    public const int MostTitle = 150;

    public const int MostSummary = 300;

    /// <summary>Most characters of all sources, their addresses written out.</summary>
    public const int MostSources = 20_000;

    public void Configure(EntityTypeBuilder<Article> builder)
    {
        builder.ToTable("Articles");
        builder.Property(a => a.Slug).HasMaxLength(90);
        builder.Property(a => a.Country).HasMaxLength(12);
        builder.Property(a => a.Topic).HasMaxLength(20);
        builder.Property(a => a.Language).HasMaxLength(35);
        builder.Property(a => a.Summary).HasMaxLength(MostSummary);
        builder.Property(a => a.Text).HasMaxLength(MostText);
        builder.Property(a => a.Sources).HasMaxLength(MostSources);
        builder.Property(a => a.OpenQuestions).HasMaxLength(2000);
        builder.Property(a => a.ReviewReason).HasMaxLength(500);
        builder.ComplexProperty(a => a.Rights).Property(r => r.Url).HasMaxLength(500);
        builder.Ignore(a => a.IsPublic);
        builder.Ignore(a => a.Words);
        builder.Ignore(a => a.References);
        builder.HasOne<Article>().WithMany().HasForeignKey(a => a.OriginalId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Article>().WithMany().HasForeignKey(a => a.SuccessorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Versions).WithOne().HasForeignKey(v => v.ArticleId);
        builder.HasMany(a => a.Steps).WithOne().HasForeignKey(s => s.ArticleId);
        builder.HasIndex(a => a.Slug).IsUnique();
        builder.HasIndex(a => new { a.Country, a.Topic });
        builder.HasIndex(a => a.OriginalId);
        builder.HasIndex(a => a.ChangedAt);
        builder.HasOne<ArticleImport>().WithMany().HasForeignKey(a => a.ImportId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Answer>().WithMany().HasForeignKey(a => a.AnswerId).OnDelete(DeleteBehavior.SetNull);
        builder.HasIndex(a => a.AuthorId);
    }

    public void Configure(EntityTypeBuilder<ArticleVersion> builder)
    {
        builder.ToTable("ArticleVersions");
        builder.Property(v => v.Summary).HasMaxLength(MostSummary);
        builder.Property(v => v.Text).HasMaxLength(MostText);
        builder.Property(v => v.Sources).HasMaxLength(MostSources);
        builder.Property(v => v.Why).HasMaxLength(MostWhy);
        builder.Ignore(v => v.Words);
        builder.HasIndex(v => new { v.ArticleId, v.Number }).IsUnique();
        builder.HasOne<Answer>().WithMany().HasForeignKey(v => v.AnswerId).OnDelete(DeleteBehavior.SetNull);
        builder.HasIndex(v => v.ById);
    }

    public void Configure(EntityTypeBuilder<ArticleStep> builder)
    {
        builder.ToTable("ArticleSteps");
        builder.Property(s => s.Why).HasMaxLength(MostWhy);
        builder.HasOne<Article>().WithMany().HasForeignKey(s => s.SuccessorId).OnDelete(DeleteBehavior.SetNull);
        builder.HasIndex(s => s.ById);
    }
}
