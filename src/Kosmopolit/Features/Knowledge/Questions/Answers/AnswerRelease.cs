using Kosmopolit.Platform;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Knowledge.Questions.Answers;

/// <summary>
/// That an answer to a question that was not everyone's may go into the knowledge bank. Whoever asked and whoever answered each say so for
/// themselves; each may take it back, and a yes holds for the words as they stood.
/// </summary>
public sealed class AnswerRelease : Entity, IRevised
{
    private AnswerRelease() { }

    public AnswerRelease(Guid answer) => AnswerId = answer;

    public Guid AnswerId { get; private set; }

    /// <summary>When whoever asked agreed; null while they have not.</summary>
    public DateTimeOffset? AskerAt { get; private set; }

    /// <summary>When whoever answered agreed; null while they have not.</summary>
    public DateTimeOffset? AuthorAt { get; private set; }

    public int Revision { get; set; }

    public void Say(bool agrees, bool asAsker, bool asAuthor, DateTimeOffset now)
    {
        if (asAsker)
            AskerAt = agrees ? now : null;
        if (asAuthor)
            AuthorAt = agrees ? now : null;
    }
}

internal sealed class ReleaseMapping : IEntityTypeConfiguration<AnswerRelease>
{
    public void Configure(EntityTypeBuilder<AnswerRelease> builder)
    {
        builder.ToTable("AnswerReleases");
        builder.HasOne<Answer>().WithMany().HasForeignKey(r => r.AnswerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(r => r.AnswerId).IsUnique();
    }
}
