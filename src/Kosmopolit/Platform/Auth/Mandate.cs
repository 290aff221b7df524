using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Platform.Auth;

/// <summary>What a mandate lets its holder do; everybody else is a visitor or a member.</summary>
public enum Role
{
    Operator = 1,
    ProgrammeManager = 2,
    Facilitator = 3,
    Coordinator = 4,
    Adviser = 5,
}

/// <summary>
/// Power that somebody was given, over what, from when, and when it ended. Rows are ended, never deleted: who could do
/// what on which day stays answerable.
/// </summary>
public sealed class Mandate : Entity
{
    private Mandate() { }

    /// <param name="scope">The network or support organisation concerned; null for the whole installation.</param>
    public Mandate(Guid account, Role role, Guid? scope, DateTimeOffset from, string reason)
    {
        (AccountId, Role, Scope, From, Reason) = (account, role, scope, from, reason);
        Raise(new MandateGiven(Id, account, role, scope));
    }

    public Guid AccountId { get; private set; }

    public Role Role { get; private set; }

    public Guid? Scope { get; private set; }

    public DateTimeOffset From { get; private set; }

    public DateTimeOffset? Until { get; private set; }

    public string Reason { get; private set; } = "";

    public void End(DateTimeOffset now)
    {
        if (Until <= now)
            return;
        Until = now;
        Raise(new MandateEnded(Id, AccountId, Role, Scope));
    }
}

public sealed record MandateGiven(Guid MandateId, Guid AccountId, Role Role, Guid? Scope);

public sealed record MandateEnded(Guid MandateId, Guid AccountId, Role Role, Guid? Scope);

internal sealed class MandateMapping : IEntityTypeConfiguration<Mandate>
{
    public void Configure(EntityTypeBuilder<Mandate> builder)
    {
        builder.ToTable("Mandates");
        builder.HasOne<Account>().WithMany().HasForeignKey(m => m.AccountId);
        builder.HasIndex(m => new { m.AccountId, m.Until });
        builder.HasIndex(m => new { m.Scope, m.Role });
    }
}
