using System.Security.Cryptography;
using System.Text;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Data;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Networks.Letters;

/// <summary>
/// What somebody outside writes to those who run a network. It waits for the writer to confirm the address from their own
/// mailbox before anybody reads it.
/// </summary>
public sealed class VisitorLetter : Entity, IRevised
{
    /// <summary>How long a letter waits for its writer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <summary>How long a confirmed letter is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(180);

    private VisitorLetter() { }

    public Guid NetworkId { get; private set; }

    public string Name { get; private set; } = "";

    public string Email { get; private set; } = "";

    public string NormalizedEmail { get; private set; } = "";

    public string Text { get; private set; } = "";

    /// <summary>BCP 47 tag of the writer's language.</summary>
    public string Language { get; private set; } = "";

    /// <summary>The writer agreed that those who run the network see the address.</summary>
    public bool SharesAddress { get; private set; }

    public string Hash { get; private set; } = "";

    public DateTimeOffset WrittenAt { get; private set; }

    public DateTimeOffset? ConfirmedAt { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public Guid? AnsweredById { get; private set; }

    public int Revision { get; set; }

    /// <param name="email">Written and normalised.</param>
    public static (VisitorLetter Row, string Token) Write(
        Guid network,
        string name,
        (string Written, string Normalized) email,
        string text,
        string language,
        bool sharesAddress,
        DateTimeOffset now
    )
    {
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(18));
        var row = new VisitorLetter
        {
            NetworkId = network,
            Name = name,
            Email = email.Written,
            NormalizedEmail = email.Normalized,
            Text = text,
            Language = language,
            SharesAddress = sharesAddress,
            Hash = HashOf(token),
            WrittenAt = now,
        };
        return (row, token);
    }

    public static string HashOf(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public Refusal? Confirm(DateTimeOffset now)
    {
        if (ConfirmedAt is not null)
            return new Refusal("This has been confirmed and sent already.");
        if (now >= WrittenAt + Patience)
            return new Refusal("This link is too old. Please write once more.");
        ConfirmedAt = now;
        Raise(new LetterConfirmed(Id, NetworkId));
        return null;
    }

    public Refusal? Answer(Guid by, DateTimeOffset now)
    {
        if (AnsweredAt is not null)
            return new Refusal("Somebody has answered this already.");
        (AnsweredAt, AnsweredById) = (now, by);
        Raise(new LetterAnswered(Id, NetworkId));
        return null;
    }
}

public sealed record LetterConfirmed(Guid LetterId, Guid NetworkId);

public sealed record LetterAnswered(Guid LetterId, Guid NetworkId);

internal sealed class VisitorLetterMapping : IEntityTypeConfiguration<VisitorLetter>
{
    public void Configure(EntityTypeBuilder<VisitorLetter> builder)
    {
        builder.ToTable("VisitorLetters");
        builder.Property(l => l.Email).HasMaxLength(254);
        builder.Property(l => l.NormalizedEmail).HasMaxLength(254);
        builder.Property(l => l.Text).HasMaxLength(2000);
        builder.Property(l => l.Language).HasMaxLength(35);
        builder.Property(l => l.Hash).HasMaxLength(64);
        builder.HasIndex(l => l.Hash).IsUnique();
        builder.HasIndex(l => new { l.NetworkId, l.ConfirmedAt });
        builder.HasIndex(l => new { l.NormalizedEmail, l.WrittenAt });
        builder.HasOne<Network>().WithMany().HasForeignKey(l => l.NetworkId);
    }
}
