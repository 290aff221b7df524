using Kosmopolit.Platform;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Knowledge.Questions.Outcomes;

/// <summary>Whether an answer was of use, once it was tried.</summary>
public enum Help
{
    Untold = 0,
    Helped = 1,
    Partly = 2,
    No = 3,
}

/// <summary>"What happened then": asked a month after the first answer, and what the asker told. One for each question.</summary>
public sealed class FollowUp : Entity, IRevised
{
    private FollowUp() { }

    public FollowUp(Guid question) => QuestionId = question;

    public Guid QuestionId { get; private set; }

    /// <summary>When the mail was written; null when the asker told without being asked.</summary>
    public DateTimeOffset? AskedAt { get; private set; }

    public Help Help { get; private set; }

    public string Words { get; private set; } = "";

    /// <summary>BCP 47 tag of the words.</summary>
    public string Language { get; private set; } = "";

    public DateTimeOffset? ToldAt { get; private set; }

    public int Revision { get; set; }

    public void Ask(DateTimeOffset now)
    {
        AskedAt = now;
        Raise(new OutcomeAsked(QuestionId));
    }

    public Refusal? Tell(Help help, string words, string language, DateTimeOffset now)
    {
        if (help is not (Help.Helped or Help.Partly or Help.No))
            return new Refusal("Choose from the list.", nameof(TellInput.Help));
        (Help, Words, Language, ToldAt) = (help, words, language, now);
        Raise(new OutcomeTold(QuestionId));
        return null;
    }

    /// <summary>The words go with the one who told them; that it helped, or not, belongs to the answer.</summary>
    public void Empty() => Words = "";
}

internal sealed class FollowUpMapping : IEntityTypeConfiguration<FollowUp>
{
    /// <summary>Most characters of what happened.</summary>
    public const int MostWords = 1000;

    public void Configure(EntityTypeBuilder<FollowUp> builder)
    {
        builder.ToTable("FollowUps");
        builder.Property(f => f.Words).HasMaxLength(MostWords);
        builder.Property(f => f.Language).HasMaxLength(35);
        builder.HasOne<Question>().WithMany().HasForeignKey(f => f.QuestionId);
        // Asked once, whatever two nodes do at once.
        builder.HasIndex(f => f.QuestionId).IsUnique();
    }
}
