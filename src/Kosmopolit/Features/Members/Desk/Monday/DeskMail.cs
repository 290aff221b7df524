using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Members.Desk.Monday;

/// <summary>
/// That somebody's desk of a Monday was looked at, and mailed if anything lay on it. The row is what keeps a second node,
/// or the same one after a crash, from writing again.
/// </summary>
public sealed class DeskMail : Entity
{
    private DeskMail() { }

    public DeskMail(Guid account, Guid network, DateOnly monday, int rows, DateTimeOffset at) =>
        (AccountId, NetworkId, Monday, Rows, At) = (account, network, monday, rows, at);

    public Guid AccountId { get; private set; }

    public Guid NetworkId { get; private set; }

    public DateOnly Monday { get; private set; }

    /// <summary>Rows in the mail; 0 when the desk was empty and nothing was sent.</summary>
    public int Rows { get; private set; }

    public DateTimeOffset At { get; private set; }
}

/// <summary>That somebody wants no Monday mail of a network, since when; gone when they want it again.</summary>
public sealed class DeskMailStopped : Entity
{
    private DeskMailStopped() { }

    public DeskMailStopped(Guid account, Guid network, DateTimeOffset at) => (AccountId, NetworkId, At) = (account, network, at);

    public Guid AccountId { get; private set; }

    public Guid NetworkId { get; private set; }

    public DateTimeOffset At { get; private set; }
}

internal sealed class DeskMailMapping : IEntityTypeConfiguration<DeskMail>, IEntityTypeConfiguration<DeskMailStopped>
{
    public void Configure(EntityTypeBuilder<DeskMail> builder)
    {
        builder.ToTable("DeskMails");
        builder.HasOne<Account>().WithMany().HasForeignKey(m => m.AccountId);
        builder.HasOne<Network>().WithMany().HasForeignKey(m => m.NetworkId);
        builder
            .HasIndex(m => new
            {
                m.AccountId,
                m.NetworkId,
                m.Monday,
            })
            .IsUnique();
    }

    public void Configure(EntityTypeBuilder<DeskMailStopped> builder)
    {
        builder.ToTable("DeskMailsStopped");
        builder.HasOne<Account>().WithMany().HasForeignKey(m => m.AccountId);
        builder.HasOne<Network>().WithMany().HasForeignKey(m => m.NetworkId);
        builder.HasIndex(m => new { m.AccountId, m.NetworkId }).IsUnique();
    }
}
