using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Platform.Auth;

/// <summary>Somebody who can sign in. Who they are as a person lives in the Members room.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public Account() => Id = Guid.CreateVersion7();

    public Account(string email, string language, DateTimeOffset now)
        : this()
    {
        (Email, UserName) = (email, email);
        (NormalizedEmail, NormalizedUserName) = (Normalise(email), Normalise(email));
        (Language, CreatedAt, EmailConfirmed) = (language, now, true);
        SecurityStamp = Guid.NewGuid().ToString("N");
    }

    /// <summary>BCP 47 tag of the language that pages and mails are written in.</summary>
    public string Language { get; set; } = "sv";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>From now on another address opens it; see <see cref="Addresses.ChangeAddress"/>.</summary>
    internal void MoveTo(string email)
    {
        (Email, UserName) = (email, email);
        (NormalizedEmail, NormalizedUserName) = (Normalise(email), Normalise(email));
        ConcurrencyStamp = Guid.NewGuid().ToString();
    }

    /// <summary>Nobody can sign in with it any more; only a number is left, for offices once held and the log.</summary>
    public void Vanish()
    {
        var number = Id.ToString("N");
        (Email, NormalizedEmail, PasswordHash, PhoneNumber) = (null, null, null, null);
        (UserName, NormalizedUserName, SecurityStamp) = (number, number, Guid.NewGuid().ToString("N"));
    }

    /// <summary>The form in which addresses are compared; the same as Identity's own normaliser.</summary>
    public static string Normalise(string email) => email.Trim().Normalize().ToUpperInvariant();
}

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.Property(a => a.Language).HasMaxLength(35);
        builder.HasIndex(a => a.NormalizedEmail).IsUnique();
    }
}
