using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Knowledge.Importing;

/// <summary>That an operator brought a file of texts; what came with it can be taken back as one.</summary>
public sealed class ArticleImport : Entity
{
    private ArticleImport() { }

    public ArticleImport(string file, DateTimeOffset now) => (File, StartedAt) = (file, now);

    /// <summary>The file's name, without its folder.</summary>
    public string File { get; private set; } = "";

    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>Null while it runs, and when it was cut short: the same command then goes on.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    public DateTimeOffset? UndoneAt { get; private set; }

    public void Finish(DateTimeOffset now) => FinishedAt = now;

    public void Undo(DateTimeOffset now) => UndoneAt = now;
}

internal sealed class ArticleImportMapping : IEntityTypeConfiguration<ArticleImport>
{
    public void Configure(EntityTypeBuilder<ArticleImport> builder) => builder.ToTable("ArticleImports");
}
