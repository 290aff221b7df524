using Kosmopolit.Features.Members.Joining;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Members.Firms.Colleagues;

public enum RequestKind
{
    /// <summary>Somebody who wrote the firm's number asks to be added; the firm decides.</summary>
    AsksIn = 1,

    /// <summary>The firm names somebody; that person decides.</summary>
    Invited = 2,

    /// <summary>The last owner names who takes over; that person decides.</summary>
    TakesOver = 3,
}

/// <summary>A part in a firm that one side wants and the other has to confirm.</summary>
public sealed class FirmRequest : Entity
{
    private FirmRequest() { }

    /// <param name="member">Who is to have the part.</param>
    /// <param name="by">The member who asks.</param>
    public FirmRequest(Guid firm, Guid member, RequestKind kind, string role, Guid by, DateTimeOffset now) =>
        (FirmId, MemberId, Kind, Role, AskedById, AskedAt) = (firm, member, kind, role, by, now);

    public Guid FirmId { get; private set; }

    public Guid MemberId { get; private set; }

    public RequestKind Kind { get; private set; }

    /// <summary>One of <see cref="FirmRole.All"/>.</summary>
    public string Role { get; private set; } = "";

    public Guid AskedById { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public Guid? DecidedById { get; private set; }

    public Decision Decision { get; private set; }

    public Refusal? Decide(Decision decision, Guid by, DateTimeOffset now)
    {
        if (Decision != Decision.None)
            return new Refusal("This has been decided already.") { Kind = RefusalKind.Meanwhile };
        (Decision, DecidedById, DecidedAt) = (decision, by, now);
        return null;
    }
}

internal sealed class FirmRequestMapping : IEntityTypeConfiguration<FirmRequest>
{
    public void Configure(EntityTypeBuilder<FirmRequest> builder)
    {
        builder.ToTable("FirmRequests");
        builder.Property(r => r.Role).HasMaxLength(40);
        builder.Property(r => r.Decision).IsConcurrencyToken();
        builder.HasOne<Firm>().WithMany().HasForeignKey(r => r.FirmId);
        builder.HasOne<Member>().WithMany().HasForeignKey(r => r.MemberId);
        // One open request between a person and a firm, however often it is sent.
        builder.HasIndex(r => new { r.FirmId, r.MemberId }).IsUnique().HasFilter("\"Decision\" = 0");
        builder.HasIndex(r => new { r.MemberId, r.Decision });
    }
}
