using System.Security.Cryptography;
using System.Text;
using Kosmopolit.Platform.Data;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Platform.Auth.Tokens;

/// <summary>What a program may do in its owner's name.</summary>
public enum TokenScope
{
    Read = 1,
    Write = 2,
}

/// <summary>
/// Lets a program in as its owner, without a session, on the API alone. The secret is shown once; a hash of it is kept.
/// It is long and random, so that a plain hash cannot be guessed back.
/// </summary>
public sealed class AccessToken : Entity
{
    /// <summary>Begins every token: whoever finds one in a file knows what it is.</summary>
    public const string Prefix = "kpt_";

    private AccessToken() { }

    public Guid AccountId { get; private set; }

    /// <summary>What its owner calls it.</summary>
    public string Name { get; private set; } = "";

    public TokenScope Scope { get; private set; }

    public string Hash { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>The last day on which it was used; the hour is nobody's business.</summary>
    public DateOnly? LastUsed { get; private set; }

    public static (AccessToken Row, string Secret) Make(
        Guid account,
        string name,
        TokenScope scope,
        DateTimeOffset now,
        DateTimeOffset until
    )
    {
        var secret = Prefix + WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var row = new AccessToken
        {
            AccountId = account,
            Name = name,
            Scope = scope,
            Hash = HashOf(secret),
            CreatedAt = now,
            ExpiresAt = until,
        };
        row.Raise(new AccessTokenMade(row.Id, account, scope));
        return (row, secret);
    }

    public static string HashOf(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    public void Revoke(DateTimeOffset now)
    {
        if (RevokedAt is not null)
            return;
        RevokedAt = now;
        Raise(new AccessTokenRevoked(Id, AccountId));
    }
}

public sealed record AccessTokenMade(Guid TokenId, Guid AccountId, TokenScope Scope);

public sealed record AccessTokenRevoked(Guid TokenId, Guid AccountId);

internal sealed class AccessTokenMapping : IEntityTypeConfiguration<AccessToken>
{
    public void Configure(EntityTypeBuilder<AccessToken> builder)
    {
        builder.ToTable("AccessTokens");
        builder.Property(t => t.Name).HasMaxLength(100);
        builder.Property(t => t.Hash).HasMaxLength(64);
        builder.HasOne<Account>().WithMany().HasForeignKey(t => t.AccountId);
        builder.HasIndex(t => t.Hash).IsUnique();
    }
}
