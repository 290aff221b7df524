using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Networks.LifeCycle.Interests;

/// <summary>
/// Somebody with a confirmed address would join a network, as a person or for a firm. No name is asked or kept; the
/// address is shown to the facilitator only when its owner allows it.
/// </summary>
public sealed class Interest : Entity
{
    private Interest() { }

    public Interest(Guid network, Guid account, DateTimeOffset now)
    {
        (NetworkId, AccountId, SaidAt) = (network, account, now);
        Raise(new InterestSaid(Id, network));
    }

    public Guid NetworkId { get; private set; }

    public Guid AccountId { get; private set; }

    /// <summary>SCB code, four digits, one of the network's region.</summary>
    public string Municipality { get; private set; } = "";

    /// <summary>Said for a firm rather than for oneself.</summary>
    public bool IsFirm { get; private set; }

    /// <summary>The facilitator may write to the address, until the handover.</summary>
    public bool MayContact { get; private set; }

    public DateTimeOffset SaidAt { get; private set; }

    /// <summary>Taken back, or over because the network started or was given up.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public void From(string municipality, bool isFirm, bool mayContact) =>
        (Municipality, IsFirm, MayContact) = (municipality, isFirm, mayContact);

    public void End(DateTimeOffset now)
    {
        if (EndedAt is not null)
            return;
        (EndedAt, MayContact) = (now, false);
        Raise(new InterestEnded(Id, NetworkId));
    }
}

public sealed record InterestSaid(Guid InterestId, Guid NetworkId);

public sealed record InterestEnded(Guid InterestId, Guid NetworkId);

internal sealed class InterestMapping : IEntityTypeConfiguration<Interest>
{
    public void Configure(EntityTypeBuilder<Interest> builder)
    {
        builder.ToTable("Interests");
        builder.Property(i => i.Municipality).HasMaxLength(4);
        builder.HasOne<Network>().WithMany().HasForeignKey(i => i.NetworkId);
        builder.HasOne<Account>().WithMany().HasForeignKey(i => i.AccountId);
        // One voice each, however many windows are open.
        builder.HasIndex(i => new { i.NetworkId, i.AccountId }).IsUnique().HasFilter("\"EndedAt\" IS NULL");
    }
}
