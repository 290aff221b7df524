using System.Security.Cryptography;
using System.Text;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Data;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Members.Joining;

/// <summary>
/// A link that lets one person into a network: it works once, for thirty days, for whoever holds it. Only a hash of it
/// is kept; the address it was mailed to is forgotten once it was used or has ended.
/// </summary>
public sealed class Invitation : Entity
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private Invitation() { }

    public Guid NetworkId { get; private set; }

    /// <summary>The account that invites; what it may decide is asked when the invitation is used.</summary>
    public Guid InvitedById { get; private set; }

    /// <summary>The address it was mailed to; empty when the link was handed over, used or ended.</summary>
    public string Email { get; private set; } = "";

    public string Hash { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }

    public Guid? UsedByMemberId { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public static (Invitation Row, string Token) Make(Guid network, Guid by, string email, DateTimeOffset now)
    {
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(18));
        var row = new Invitation
        {
            NetworkId = network,
            InvitedById = by,
            Email = email,
            Hash = HashOf(token),
            CreatedAt = now,
            ExpiresAt = now + Lifetime,
        };
        row.Raise(new InvitationMade(row.Id, network));
        return (row, token);
    }

    public static string HashOf(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Null while it can still be used.</summary>
    public Refusal? Ended(DateTimeOffset now) =>
        WithdrawnAt is not null ? new Refusal("This invitation was taken back. Ask the person who invited you for a new one.")
        : UsedAt is not null ? new Refusal("This invitation has been used already. An invitation is for one person.")
        : now >= ExpiresAt ? new Refusal("This invitation is too old. Ask the person who invited you for a new one.")
        : null;

    public Refusal? Use(Guid member, DateTimeOffset now)
    {
        if (Ended(now) is { } refusal)
            return refusal;
        (UsedAt, UsedByMemberId, Email) = (now, member, "");
        Raise(new InvitationUsed(Id, NetworkId, member));
        return null;
    }

    public void TakeBack(DateTimeOffset now)
    {
        if (UsedAt is not null || WithdrawnAt is not null)
            return;
        (WithdrawnAt, Email) = (now, "");
        Raise(new InvitationTakenBack(Id, NetworkId));
    }
}

public sealed record InvitationMade(Guid InvitationId, Guid NetworkId);

public sealed record InvitationUsed(Guid InvitationId, Guid NetworkId, Guid MemberId);

public sealed record InvitationTakenBack(Guid InvitationId, Guid NetworkId);

internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("Invitations");
        builder.Property(i => i.Email).HasMaxLength(254);
        builder.Property(i => i.Hash).HasMaxLength(64);
        builder.HasIndex(i => i.Hash).IsUnique();
        // Two people with one link: the second save is refused.
        builder.Property(i => i.UsedAt).IsConcurrencyToken();
        builder.HasOne<Network>().WithMany().HasForeignKey(i => i.NetworkId);
    }
}
