using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Members.StartUp.Powers;

/// <summary>
/// One act in a network of somebody who is there by exception: a guest, or an operator who broke the glass. Members read
/// these rows.
/// </summary>
public sealed class PowerUse : Entity
{
    private PowerUse() { }

    public PowerUse(Guid network, Guid account, Role role, bool wrote, string path, DateTimeOffset now) =>
        (NetworkId, AccountId, Role, Wrote, Path, At) = (network, account, role, wrote, path[..Math.Min(path.Length, 200)], now);

    public Guid NetworkId { get; private set; }

    public Guid AccountId { get; private set; }

    public Role Role { get; private set; }

    /// <summary>Sent something, rather than looked.</summary>
    public bool Wrote { get; private set; }

    public string Path { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}

/// <summary>An operator took a coordinator's rights for some hours, and why.</summary>
public sealed class BrokenGlass : Entity
{
    private BrokenGlass() { }

    public BrokenGlass(Mandate mandate, string reason)
    {
        (MandateId, NetworkId, AccountId, Reason) = (mandate.Id, mandate.Scope!.Value, mandate.AccountId, reason);
        (At, Until) = (mandate.From, mandate.Until!.Value);
        Raise(new GlassBroken(Id, NetworkId, AccountId));
    }

    public Guid MandateId { get; private set; }

    public Guid NetworkId { get; private set; }

    public Guid AccountId { get; private set; }

    public string Reason { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <summary>When it ends by itself, or ended early.</summary>
    public DateTimeOffset Until { get; private set; }

    public void End(DateTimeOffset now)
    {
        if (Until <= now)
            return;
        Until = now;
        Raise(new GlassMended(Id, NetworkId));
    }
}

public sealed record GlassBroken(Guid BreakId, Guid NetworkId, Guid AccountId);

public sealed record GlassMended(Guid BreakId, Guid NetworkId);

internal sealed class PowerMapping : IEntityTypeConfiguration<PowerUse>, IEntityTypeConfiguration<BrokenGlass>
{
    public void Configure(EntityTypeBuilder<PowerUse> builder)
    {
        builder.ToTable("PowerUses");
        builder.HasOne<Network>().WithMany().HasForeignKey(p => p.NetworkId);
        builder.HasIndex(p => new { p.NetworkId, p.At });
    }

    public void Configure(EntityTypeBuilder<BrokenGlass> builder)
    {
        builder.ToTable("BrokenGlass");
        builder.Property(g => g.Reason).HasMaxLength(1000);
        builder.HasOne<Network>().WithMany().HasForeignKey(g => g.NetworkId);
        builder.HasOne<Mandate>().WithMany().HasForeignKey(g => g.MandateId);
        builder.HasIndex(g => new { g.NetworkId, g.Until });
    }
}
