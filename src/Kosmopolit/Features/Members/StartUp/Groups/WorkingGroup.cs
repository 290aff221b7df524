using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Members.StartUp.Groups;

/// <summary>A few members who take something on together.</summary>
public sealed class WorkingGroup : Entity
{
    private readonly List<GroupPlace> _places = [];

    private WorkingGroup() { }

    public WorkingGroup(Guid network, string name, string purpose, DateTimeOffset now)
    {
        (NetworkId, Name, Purpose, FoundedAt) = (network, name, purpose, now);
        Raise(new GroupFounded(Id, network));
    }

    public Guid NetworkId { get; private set; }

    public string Name { get; private set; } = "";

    public string Purpose { get; private set; } = "";

    public DateTimeOffset FoundedAt { get; private set; }

    public IReadOnlyList<GroupPlace> Places => _places;

    public void Take(Guid member, DateTimeOffset now)
    {
        if (_places.Any(p => p.MemberId == member && p.EndedAt is null))
            return;
        _places.Add(new GroupPlace(Id, member, now));
        Raise(new GroupJoined(Id, member));
    }

    public void Leave(Guid member, DateTimeOffset now) => _places.Find(p => p.MemberId == member && p.EndedAt is null)?.End(now);
}

/// <summary>A member's time in a group.</summary>
public sealed class GroupPlace : Entity
{
    private GroupPlace() { }

    public GroupPlace(Guid group, Guid member, DateTimeOffset since) => (GroupId, MemberId, Since) = (group, member, since);

    public Guid GroupId { get; private set; }

    public Guid MemberId { get; private set; }

    public DateTimeOffset Since { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    internal void End(DateTimeOffset now) => EndedAt = now;
}

public sealed record GroupFounded(Guid GroupId, Guid NetworkId);

public sealed record GroupJoined(Guid GroupId, Guid MemberId);

internal sealed class GroupMapping : IEntityTypeConfiguration<WorkingGroup>, IEntityTypeConfiguration<GroupPlace>
{
    public void Configure(EntityTypeBuilder<WorkingGroup> builder)
    {
        builder.ToTable("WorkingGroups");
        builder.Property(g => g.Purpose).HasMaxLength(500);
        builder.HasOne<Network>().WithMany().HasForeignKey(g => g.NetworkId);
        builder.HasMany(g => g.Places).WithOne().HasForeignKey(p => p.GroupId);
        builder.HasIndex(g => new { g.NetworkId, g.Name }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<GroupPlace> builder)
    {
        builder.ToTable("WorkingGroupPlaces");
        builder.HasOne<Member>().WithMany().HasForeignKey(p => p.MemberId);
        builder.HasIndex(p => new { p.GroupId, p.MemberId }).IsUnique().HasFilter("\"EndedAt\" IS NULL");
    }
}
