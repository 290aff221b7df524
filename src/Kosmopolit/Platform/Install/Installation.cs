using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Platform.Install;

/// <summary>The one row that says this database belongs to a running installation.</summary>
public sealed class Installation
{
    /// <summary>There is only one installation in a database.</summary>
    public const int OnlyId = 1;

    private Installation() { }

    public Installation(string name, bool isDemo, DateTimeOffset now) => (Name, IsDemo, SetUpAt) = (name, isDemo, now);

    public int Id { get; private set; } = OnlyId;

    public string Name { get; private set; } = "";

    /// <summary>Every person and firm is invented; every page says so.</summary>
    public bool IsDemo { get; private set; }

    public DateTimeOffset SetUpAt { get; private set; }
}

public sealed record InstallationSetUp(string Language, Guid OperatorId);

internal sealed class InstallationMapping : IEntityTypeConfiguration<Installation>
{
    public void Configure(EntityTypeBuilder<Installation> builder)
    {
        builder.ToTable("Installation");
        builder.Property(i => i.Id).ValueGeneratedNever();
    }
}

/// <summary>What this node remembers of the installation; asked again only until it is set up.</summary>
public sealed class InstallationState
{
    private volatile Installation? _known;

    public bool IsDemo => _known?.IsDemo == true;

    public bool IsSetUp => _known is not null;

    public async Task<bool> Refresh(KosmopolitDb db, CancellationToken ct)
    {
        _known ??= await db.Set<Installation>().AsNoTracking().SingleOrDefaultAsync(ct);
        return IsSetUp;
    }
}
