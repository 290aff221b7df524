using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Members.StartUp.Handover;

/// <summary>That a network was handed over to its members: when, by whom, under which statutes. There is one, for ever.</summary>
public sealed class HandoverRecord : Entity
{
    private HandoverRecord() { }

    public HandoverRecord(Guid network, Guid charter, Guid? by, int coordinators, DateTimeOffset now)
    {
        (NetworkId, CharterId, ByAccountId, Coordinators, At) = (network, charter, by, coordinators, now);
        Raise(new NetworkHandedOver(network));
    }

    public Guid NetworkId { get; private set; }

    public Guid CharterId { get; private set; }

    public Guid? ByAccountId { get; private set; }

    /// <summary>How many coordinators took over.</summary>
    public int Coordinators { get; private set; }

    public DateTimeOffset At { get; private set; }
}

public sealed record NetworkHandedOver(Guid NetworkId);

internal sealed class HandoverMapping : IEntityTypeConfiguration<HandoverRecord>
{
    public void Configure(EntityTypeBuilder<HandoverRecord> builder)
    {
        builder.ToTable("Handovers");
        builder.HasOne<Network>().WithMany().HasForeignKey(h => h.NetworkId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Statutes.CharterVersion>().WithMany().HasForeignKey(h => h.CharterId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(h => h.ByAccountId).OnDelete(DeleteBehavior.SetNull);
        // A second handover cannot be stored, whoever tries.
        builder.HasIndex(h => h.NetworkId).IsUnique();
    }
}
