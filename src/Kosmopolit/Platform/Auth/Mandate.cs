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

    /// <summary>Elected to step in when no coordinator is left.</summary>
    Deputy = 6,

    /// <summary>Invited back by the members until a day; sees, and does nothing alone.</summary>
    Guest = 7,
}

/// <summary>
/// Power that somebody was given, over what, from when, and when it ended. Rows are ended, never deleted: who could do
/// what on which day stays answerable.
/// </summary>
public sealed class Mandate : Entity
{
    private Mandate() { }

    /// <param name="scope">The network or support organisation concerned; null for the whole installation.</param>
    /// <param name="until">When it ends by itself; null when nothing is planned.</param>
    public Mandate(Guid account, Role role, Guid? scope, DateTimeOffset from, string reason, DateTimeOffset? until = null)
    {
        (AccountId, Role, Scope, From, Reason, Until) = (account, role, scope, from, reason, until);
        Raise(new MandateGiven(Id, account, role, scope));
    }

    public Guid AccountId { get; private set; }

    public Role Role { get; private set; }

    public Guid? Scope { get; private set; }

    public DateTimeOffset From { get; private set; }

    /// <summary>The end of the term, planned or past; also the concurrency token: a mandate ends once.</summary>
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

/// <summary>Somebody else gave an office that nobody is elected to: whoever got it, and whoever it concerns, is to be told.</summary>
/// <param name="ById">Account of whoever gave it.</param>
public sealed record OfficeGiven(Guid MandateId, Guid ById);

internal sealed class MandateMapping : IEntityTypeConfiguration<Mandate>
{
    public void Configure(EntityTypeBuilder<Mandate> builder)
    {
        builder.ToTable("Mandates");
        builder.Property(m => m.Until).IsConcurrencyToken();
        builder.HasOne<Account>().WithMany().HasForeignKey(m => m.AccountId);
        builder.HasIndex(m => new { m.AccountId, m.Until });
        builder.HasIndex(m => new { m.Scope, m.Role });
    }
}
