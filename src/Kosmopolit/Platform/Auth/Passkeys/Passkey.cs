using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Platform.Auth.Passkeys;

/// <summary>A key that a phone, a computer or a stick keeps for this site; we hold its public half, its name and the day of its last use.</summary>
public sealed class Passkey : IdentityUserPasskey<Guid>
{
    /// <summary>Most signs of a name.</summary>
    public const int LongestName = 60;

    /// <summary>Null until it is used for the first time.</summary>
    public DateOnly? UsedOn { get; set; }
}

public sealed record PasskeyAdded(Guid AccountId);

public sealed record PasskeyRenamed(Guid AccountId);

public sealed record PasskeyRemoved(Guid AccountId);

internal sealed class PasskeyMapping : IEntityTypeConfiguration<Passkey>
{
    public void Configure(EntityTypeBuilder<Passkey> builder)
    {
        // Identity maps them only for who asks through services, which the tools that make migrations do not have.
        builder.ToTable("AccountPasskeys");
        builder.HasKey(p => p.CredentialId);
        // As long as the standard lets one be.
        builder.Property(p => p.CredentialId).HasMaxLength(1024);
        builder.OwnsOne(p => p.Data, data => data.ToJson());
        builder.HasOne<Account>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
