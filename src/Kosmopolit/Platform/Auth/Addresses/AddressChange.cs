using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Platform.Auth.Addresses;

/// <summary>
/// Somebody wants to sign in with another address. Two codes are on their way, one to each address; both are needed, so
/// that neither an open browser nor an open mailbox is enough.
/// </summary>
public sealed class AddressChange : Entity
{
    public const int MaxGuesses = 5;

    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private AddressChange() { }

    public Guid AccountId { get; private set; }

    /// <summary>The new address; erased once the change is done or given up.</summary>
    public string Email { get; private set; } = "";

    public string NormalizedEmail { get; private set; } = "";

    public string OldHash { get; private set; } = "";

    /// <summary>Empty when the address has an account already: no code fits then.</summary>
    public string NewHash { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Also the concurrency token: two guesses at once count as two.</summary>
    public int Guesses { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <param name="isFree">False when the new address has an account already.</param>
    public static (AddressChange Row, string OldCode, string NewCode) Begin(Guid account, string email, bool isFree, DateTimeOffset now)
    {
        var (old, fresh) = (SignInCode.SixDigits(), SignInCode.SixDigits());
        var row = new AddressChange
        {
            AccountId = account,
            Email = email.Trim(),
            NormalizedEmail = Account.Normalise(email),
            CreatedAt = now,
            ExpiresAt = now + Lifetime,
        };
        row.OldHash = SignInCode.HashOf(row.Id, old);
        row.NewHash = isFree ? SignInCode.HashOf(row.Id, fresh) : "";
        row.Raise(new AddressChangeBegun(row.Id, account));
        return (row, old, fresh);
    }

    public bool IsOpen(DateTimeOffset now) => ClosedAt is null && now < ExpiresAt && Guesses < MaxGuesses;

    /// <summary>Counts the guess; two right codes close the change, and the caller moves the account.</summary>
    public Refusal? Confirm(string oldCode, string newCode, DateTimeOffset now)
    {
        if (!IsOpen(now))
            return new Refusal("These codes are too old, or too many wrong ones were tried. Begin again.");
        Guesses++;
        var old = SignInCode.Fits(OldHash, SignInCode.HashOf(Id, oldCode));
        var fresh = SignInCode.Fits(NewHash, SignInCode.HashOf(Id, newCode));
        if (!old)
            return new Refusal("That is not the code in the mail to your present address.", "OldCode");
        if (!fresh)
            return new Refusal("That is not the code in the mail to the new address.", "NewCode");
        Close(now);
        Raise(new AddressChanged(Id, AccountId));
        return null;
    }

    /// <summary>Takes it back, or makes room for a new one.</summary>
    public void Close(DateTimeOffset now) => (ClosedAt, Email, NormalizedEmail) = (ClosedAt ?? now, "", "");
}

public sealed record AddressChangeBegun(Guid ChangeId, Guid AccountId);

public sealed record AddressChanged(Guid ChangeId, Guid AccountId);

internal sealed class AddressChangeMapping : IEntityTypeConfiguration<AddressChange>
{
    public void Configure(EntityTypeBuilder<AddressChange> builder)
    {
        builder.ToTable("AddressChanges");
        builder.Property(c => c.Email).HasMaxLength(254);
        builder.Property(c => c.NormalizedEmail).HasMaxLength(254);
        builder.Property(c => c.OldHash).HasMaxLength(64);
        builder.Property(c => c.NewHash).HasMaxLength(64);
        builder.Property(c => c.Guesses).IsConcurrencyToken();
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(c => new { c.AccountId, c.CreatedAt });
        builder.HasIndex(c => new { c.NormalizedEmail, c.CreatedAt });
        builder.HasIndex(c => c.ExpiresAt);
    }
}
