using System.Security.Cryptography;
using System.Text;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Platform.Auth;

/// <summary>
/// A one-time code sent by mail: six digits, ten minutes, five guesses, one use. Only a salted hash is kept. A row is
/// made for unknown addresses too, so that the answer and its timing never tell whether an account exists.
/// </summary>
public sealed class SignInCode : Entity
{
    public const int MaxGuesses = 5;

    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    public const string ToSignIn = "sign-in";

    /// <summary>Shows once more that somebody who is signed in owns the account; see <see cref="StepUp.Prove"/>.</summary>
    public const string ToProve = "proof";

    /// <summary>Opens nothing and is sent to nobody: made so that an unknown address costs as much as a known one.</summary>
    public const string ForNothing = "nothing";

    private SignInCode() { }

    public string NormalizedEmail { get; private set; } = "";

    /// <summary>What it opens; a code for one thing opens no other.</summary>
    public string Purpose { get; private set; } = ToSignIn;

    public string Hash { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Also the concurrency token: two guesses at once count as two.</summary>
    public int Guesses { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }

    public static (SignInCode Row, string Code) Issue(string email, DateTimeOffset now, string purpose = ToSignIn)
    {
        var code = SixDigits();
        var row = new SignInCode
        {
            NormalizedEmail = Account.Normalise(email),
            Purpose = purpose,
            CreatedAt = now,
            ExpiresAt = now + Lifetime,
        };
        row.Hash = HashOf(row.Id, code);
        return (row, code);
    }

    /// <summary>Counts the guess; a right one spends the code.</summary>
    public Refusal? Redeem(string code, DateTimeOffset now)
    {
        if (UsedAt is not null)
            return new Refusal("This code has been used already. Ask for a new one.", nameof(code));
        if (now >= ExpiresAt)
            return new Refusal("This code is too old. Ask for a new one.", nameof(code));
        if (Guesses >= MaxGuesses)
            return new Refusal("Too many wrong codes. Ask for a new one.", nameof(code));
        Guesses++;
        if (!Fits(Hash, HashOf(Id, code)))
            return new Refusal("That is not the code in the mail. Look at the six digits once more.", nameof(code));
        UsedAt = now;
        return null;
    }

    internal static string SixDigits() =>
        RandomNumberGenerator.GetInt32(0, 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);

    internal static string HashOf(Guid salt, string code) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{salt:N}:{code}")));

    internal static bool Fits(string hash, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(other));
}

internal sealed class SignInCodeMapping : IEntityTypeConfiguration<SignInCode>
{
    public void Configure(EntityTypeBuilder<SignInCode> builder)
    {
        builder.ToTable("SignInCodes");
        builder.Property(c => c.NormalizedEmail).HasMaxLength(254);
        builder.Property(c => c.Purpose).HasMaxLength(20).HasDefaultValue(SignInCode.ToSignIn);
        builder.Property(c => c.Hash).HasMaxLength(64);
        builder.Property(c => c.Guesses).IsConcurrencyToken();
        builder.HasIndex(c => new
        {
            c.NormalizedEmail,
            c.Purpose,
            c.CreatedAt,
        });
        builder.HasIndex(c => c.ExpiresAt);
    }
}
