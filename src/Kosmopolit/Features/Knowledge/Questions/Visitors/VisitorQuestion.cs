using System.Security.Cryptography;
using System.Text;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Data;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Knowledge.Questions.Visitors;

/// <summary>
/// What somebody without an account asks in public. It waits for the asker to confirm the address from their own mailbox;
/// then it becomes a question, and this row keeps only where the answers go.
/// </summary>
public sealed class VisitorQuestion : Entity, IRevised
{
    /// <summary>How long it waits for its asker.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <summary>How long answers are sent; then the address is forgotten and the question stays.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(180);

    private VisitorQuestion() { }

    public string Email { get; private set; } = "";

    public string NormalizedEmail { get; private set; } = "";

    public string Country { get; private set; } = "";

    public string Topic { get; private set; } = "";

    /// <summary>BCP 47 tag of the words.</summary>
    public string WrittenIn { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string Body { get; private set; } = "";

    public Urgency Urgency { get; private set; }

    /// <summary>BCP 47 tag of the pages the asker reads.</summary>
    public string Language { get; private set; } = "";

    public string Hash { get; private set; } = "";

    public DateTimeOffset WrittenAt { get; private set; }

    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>The question it became; null while it waits.</summary>
    public Guid? QuestionId { get; private set; }

    public int Revision { get; set; }

    /// <param name="email">Written and normalised.</param>
    public static (VisitorQuestion Row, string Token) Write(
        (string Written, string Normalized) email,
        Matter matter,
        (string Title, string Body, Urgency Urgency) words,
        string language,
        DateTimeOffset now
    )
    {
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(18));
        var row = new VisitorQuestion
        {
            Email = email.Written,
            NormalizedEmail = email.Normalized,
            Country = matter.Country,
            Topic = matter.Topic,
            WrittenIn = matter.Language,
            Title = words.Title,
            Body = words.Body,
            Urgency = words.Urgency,
            Language = language,
            Hash = HashOf(token),
            WrittenAt = now,
        };
        return (row, token);
    }

    public static string HashOf(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>It is theirs: from now on it is a public question like any other.</summary>
    public Outcome<Question> Confirm(DateTimeOffset now)
    {
        if (ConfirmedAt is not null)
            return new Refusal("This has been confirmed and sent already.");
        if (now >= WrittenAt + Patience)
            return new Refusal("This link is too old. Please write once more.");
        var question = new Question(null, new Matter(Country, Topic, WrittenIn), new Circle(Reach.Public), now);
        question.Word(Title, Body, Urgency);
        question.Sign(unnamed: true, mayStay: true);
        (ConfirmedAt, QuestionId, Body) = (now, question.Id, "");
        return question;
    }
}

internal sealed class VisitorQuestionMapping : IEntityTypeConfiguration<VisitorQuestion>
{
    public void Configure(EntityTypeBuilder<VisitorQuestion> builder)
    {
        builder.ToTable("VisitorQuestions");
        builder.Property(v => v.Email).HasMaxLength(254);
        builder.Property(v => v.NormalizedEmail).HasMaxLength(254);
        builder.Property(v => v.Country).HasMaxLength(12);
        builder.Property(v => v.Topic).HasMaxLength(20);
        builder.Property(v => v.WrittenIn).HasMaxLength(35);
        builder.Property(v => v.Body).HasMaxLength(QuestionMapping.MostText);
        builder.Property(v => v.Language).HasMaxLength(35);
        builder.Property(v => v.Hash).HasMaxLength(64);
        builder.HasOne<Question>().WithMany().HasForeignKey(v => v.QuestionId);
        builder.HasIndex(v => v.Hash).IsUnique();
        builder.HasIndex(v => v.QuestionId).IsUnique();
        builder.HasIndex(v => new { v.NormalizedEmail, v.WrittenAt });
    }
}
