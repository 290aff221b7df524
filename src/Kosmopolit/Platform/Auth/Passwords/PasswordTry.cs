using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Platform.Auth.Passwords;

/// <summary>
/// A password that did not fit an address, known or not: rows of one address are counted, so that nobody tries on and on,
/// and nobody learns from the counting whether the address has an account.
/// </summary>
public sealed class PasswordTry : Entity
{
    private PasswordTry() { }

    public PasswordTry(string normalizedEmail, DateTimeOffset now) => (NormalizedEmail, At) = (normalizedEmail, now);

    public string NormalizedEmail { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}

internal sealed class PasswordTryMapping : IEntityTypeConfiguration<PasswordTry>
{
    public void Configure(EntityTypeBuilder<PasswordTry> builder)
    {
        builder.ToTable("PasswordTries");
        builder.Property(t => t.NormalizedEmail).HasMaxLength(254);
        builder.HasIndex(t => new { t.NormalizedEmail, t.At });
        builder.HasIndex(t => t.At);
    }
}
