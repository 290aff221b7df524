using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Platform.Auth.Sessions;

/// <summary>How somebody showed who they are when a session began, or later proved it once more.</summary>
public enum SignedInBy
{
    Code = 1,
    Passkey = 2,
    Password = 3,
    Provider = 4,

    /// <summary>Made the installation a moment ago.</summary>
    Setup = 5,

    /// <summary>A persona of the demonstration, in Development only.</summary>
    Demonstration = 6,
}

/// <summary>
/// One browser that is signed in. The cookie carries its id and every request asks whether it still holds, so that it
/// ends the moment its owner says so. No network address is kept, and the day of the last visit, not the hour.
/// </summary>
public sealed class Session : Entity
{
    /// <summary>Days for which a session that nobody used any more stays written down; its cookie is void long before.</summary>
    public const int Kept = 60;

    private Session() { }

    /// <param name="device">Browser and system in words, such as “Firefox · Android”; empty when the browser does not tell.</param>
    public Session(Guid account, SignedInBy by, string device, DateTimeOffset now)
    {
        (AccountId, By, Device, StartedAt, SeenOn) = (account, by, device, now, Day(now));
        // The provider may have let somebody pass who signed in there weeks ago.
        ProvedAt = by is SignedInBy.Provider or SignedInBy.Setup ? null : now;
        Raise(new SessionOpened(Id, account, by));
    }

    public Guid AccountId { get; private set; }

    public SignedInBy By { get; private set; }

    public string Device { get; private set; } = "";

    public DateTimeOffset StartedAt { get; private set; }

    public DateOnly SeenOn { get; private set; }

    /// <summary>When somebody last proved in this browser that they are the account's owner.</summary>
    public DateTimeOffset? ProvedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public void Prove(SignedInBy by, DateTimeOffset now)
    {
        ProvedAt = now;
        Raise(new IdentityProved(Id, AccountId, by));
    }

    public void End(DateTimeOffset now)
    {
        if (EndedAt is not null)
            return;
        EndedAt = now;
        Raise(new SessionEnded(Id, AccountId));
    }

    /// <summary>Notes a visit on a new day, beside what the request is about.</summary>
    public static Task See(KosmopolitDb db, Guid id, DateTimeOffset now)
    {
        var today = Day(now);
        return db.InOneTransaction(
            () => db.Set<Session>().Where(s => s.Id == id && s.SeenOn < today).ExecuteUpdateAsync(s => s.SetProperty(x => x.SeenOn, today)),
            CancellationToken.None
        );
    }

    public static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}

public sealed record SessionOpened(Guid SessionId, Guid AccountId, SignedInBy By);

public sealed record SessionEnded(Guid SessionId, Guid AccountId);

public sealed record IdentityProved(Guid SessionId, Guid AccountId, SignedInBy By);

internal sealed class SessionMapping : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("Sessions");
        builder.Property(s => s.Device).HasMaxLength(80);
        builder.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(s => new { s.AccountId, s.EndedAt });
        builder.HasIndex(s => s.SeenOn);
    }
}
