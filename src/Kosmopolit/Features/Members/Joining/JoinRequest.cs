using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Members.Joining;

public enum Decision
{
    None = 0,
    Accepted = 1,
    Declined = 2,
    Withdrawn = 3,
}

/// <summary>
/// Somebody on their way into a network: begun when they said that they meet its criterion, sent when they were done
/// with the questions, decided by those who run the network.
/// </summary>
public sealed class JoinRequest : Entity
{
    private JoinRequest() { }

    /// <param name="attested">When the person said "I meet this network's criterion"; nothing more is asked or kept.</param>
    public JoinRequest(Guid member, Guid network, Guid? invitation, DateTimeOffset attested) =>
        (MemberId, NetworkId, InvitationId, AttestedAt) = (member, network, invitation, attested);

    public Guid MemberId { get; private set; }

    public Guid NetworkId { get; private set; }

    public Guid? InvitationId { get; private set; }

    public DateTimeOffset AttestedAt { get; private set; }

    /// <summary>A greeting to those who decide.</summary>
    public string Message { get; private set; } = "";

    /// <summary>Null while the questions are being answered.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>The account that decided; the person's own when withdrawn.</summary>
    public Guid? DecidedById { get; private set; }

    public Decision Decision { get; private set; }

    /// <summary>Why it was declined, in words for the person.</summary>
    public string Reason { get; private set; } = "";

    public bool IsOpen => Decision == Decision.None;

    public void BringInvitation(Guid invitation) => InvitationId = invitation;

    public void Send(string message, DateTimeOffset now)
    {
        (Message, SentAt) = (message, now);
        Raise(new JoinRequested(Id, NetworkId, MemberId));
    }

    public Refusal? Decide(Decision decision, Guid by, string reason, DateTimeOffset now)
    {
        if (!IsOpen)
            return new Refusal("This has been decided already.") { Kind = RefusalKind.Meanwhile };
        if (SentAt is null && decision != Decision.Withdrawn)
            return new Refusal("The person has not sent this yet.");
        (Decision, DecidedAt, DecidedById, Reason) = (decision, now, by, reason);
        Raise(new JoinDecided(Id, NetworkId, MemberId, decision));
        return null;
    }
}

public sealed record JoinRequested(Guid RequestId, Guid NetworkId, Guid MemberId);

public sealed record JoinDecided(Guid RequestId, Guid NetworkId, Guid MemberId, Decision Decision);

internal sealed class JoinRequestMapping : IEntityTypeConfiguration<JoinRequest>
{
    public void Configure(EntityTypeBuilder<JoinRequest> builder)
    {
        builder.ToTable("JoinRequests");
        builder.Property(r => r.Message).HasMaxLength(500);
        builder.Property(r => r.Reason).HasMaxLength(500);
        builder.Property(r => r.Decision).IsConcurrencyToken();
        builder.Ignore(r => r.IsOpen);
        builder.HasOne<Member>().WithMany().HasForeignKey(r => r.MemberId);
        builder.HasOne<Network>().WithMany().HasForeignKey(r => r.NetworkId);
        builder.HasIndex(r => new { r.NetworkId, r.Decision });
        // One open request of a person for a network, however many windows are open.
        builder.HasIndex(r => new { r.MemberId, r.NetworkId }).IsUnique().HasFilter("\"Decision\" = 0");
    }
}
