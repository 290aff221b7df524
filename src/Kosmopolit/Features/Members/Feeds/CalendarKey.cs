using System.Security.Cryptography;
using System.Text;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Members.Feeds;

/// <summary>
/// The secret part of somebody's own calendar addresses: whoever holds it reads what they may read, and no more, as long
/// as they may. Only a hash is kept; a new one ends the old.
/// </summary>
public sealed class CalendarKey : Entity
{
    private CalendarKey() { }

    public Guid AccountId { get; private set; }

    public string Hash { get; private set; } = "";

    public DateTimeOffset MadeAt { get; private set; }

    public static CalendarKey For(Guid account) => new() { AccountId = account };

    /// <returns>The secret, to be shown once.</returns>
    public string Renew(DateTimeOffset now)
    {
        var secret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(18));
        (Hash, MadeAt) = (HashOf(secret), now);
        Raise(new CalendarKeyMade(AccountId));
        return secret;
    }

    public static string HashOf(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}

public sealed record CalendarKeyMade(Guid AccountId);

internal sealed class CalendarKeyMapping : IEntityTypeConfiguration<CalendarKey>
{
    public void Configure(EntityTypeBuilder<CalendarKey> builder)
    {
        builder.ToTable("CalendarKeys");
        builder.Property(k => k.Hash).HasMaxLength(64);
        builder.HasIndex(k => k.AccountId).IsUnique();
        builder.HasIndex(k => k.Hash).IsUnique();
        builder.HasOne<Account>().WithMany().HasForeignKey(k => k.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
