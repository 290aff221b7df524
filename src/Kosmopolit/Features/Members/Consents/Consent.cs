using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Members.Consents;

/// <summary>Uses of what somebody tells that are voluntary and touch what the law protects most (GDPR Art. 9).</summary>
public enum Purpose
{
    /// <summary>To tell that one has family in a country.</summary>
    FamilyTies = 1,

    /// <summary>To be found for knowing the religion or politics of a market.</summary>
    SensitiveTopics = 2,

    /// <summary>To show markets and languages to everyone, beside a name they hint at origin.</summary>
    ShownToEveryone = 3,
}

/// <summary>
/// A receipt: what somebody agreed to, in which words, when, and when they took it back. Withdrawn rows stay, because
/// "did they agree then?" must stay answerable.
/// </summary>
public sealed class Consent : Entity
{
    private Consent() { }

    /// <param name="wording">Version of the sentence agreed to; see <see cref="ConsentWording"/>.</param>
    /// <param name="language">BCP 47 tag of the language in which it was read.</param>
    public Consent(Guid member, Purpose purpose, int wording, string language, DateTimeOffset now)
    {
        (MemberId, Purpose, Wording, Language, GivenAt) = (member, purpose, wording, language, now);
        Raise(new ConsentGiven(Id, member, purpose));
    }

    public Guid MemberId { get; private set; }

    public Purpose Purpose { get; private set; }

    public int Wording { get; private set; }

    public string Language { get; private set; } = "";

    public DateTimeOffset GivenAt { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    internal void Withdraw(DateTimeOffset now)
    {
        if (WithdrawnAt is not null)
            return;
        WithdrawnAt = now;
        Raise(new ConsentWithdrawn(Id, MemberId, Purpose));
    }
}

public sealed record ConsentGiven(Guid ConsentId, Guid MemberId, Purpose Purpose);

public sealed record ConsentWithdrawn(Guid ConsentId, Guid MemberId, Purpose Purpose);

internal sealed class ConsentMapping : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.ToTable("Consents");
        builder.Property(c => c.Language).HasMaxLength(35);
    }
}
