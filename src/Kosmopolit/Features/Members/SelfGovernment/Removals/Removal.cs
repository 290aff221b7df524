using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Members.SelfGovernment.Proposals;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Members.SelfGovernment.Removals;

/// <summary>Something that happened on the way of a removal.</summary>
public enum RemovalEvent
{
    Proposed = 1,
    Dropped = 2,
    Carried = 3,
    Appealed = 4,
    Upheld = 5,
    Reinstated = 6,
}

/// <summary>A member is to leave against their will: two people and a reason, and the members have the last word.</summary>
public sealed class Removal : Entity, IRevised
{
    /// <summary>Within which the person may ask the members.</summary>
    public static readonly TimeSpan AppealTime = TimeSpan.FromDays(30);

    /// <summary>Removals of the reader that have taken effect and are not over, with the network's name.</summary>
    public static async Task<IReadOnlyList<(Guid Id, string Network)>> Mine(KosmopolitDb db, Me me, CancellationToken ct = default)
    {
        var rows = await db.Set<Removal>()
            .Where(r => r.MemberId == me.MemberId && r.CarriedAt != null && r.EndedAt == null)
            .Join(db.Networks.VisibleTo(me), r => r.NetworkId, n => n.Id, (r, n) => new { r.Id, n.Name })
            .ToListAsync(ct);
        return [.. rows.Select(r => (r.Id, r.Name))];
    }

    private readonly List<RemovalStep> _steps = [];

    private Removal() { }

    public Removal(Guid network, Guid member, string reason, Guid by, DateTimeOffset now)
    {
        (NetworkId, MemberId, Reason, ProposedById) = (network, member, reason, by);
        Step(RemovalEvent.Proposed, by, reason, now);
    }

    public Guid NetworkId { get; private set; }

    public Guid MemberId { get; private set; }

    /// <summary>Read by the person, by those who decide, and by the members if there is an appeal.</summary>
    public string Reason { get; private set; } = "";

    public Guid ProposedById { get; private set; }

    /// <summary>Since when the person is out; null before a second person agreed, and again after a reinstatement.</summary>
    public DateTimeOffset? CarriedAt { get; private set; }

    /// <summary>The proposal by which the members are asked.</summary>
    public Guid? AppealId { get; private set; }

    /// <summary>Nothing more follows: dropped, upheld or reinstated.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public int Revision { get; set; }

    public IReadOnlyList<RemovalStep> Steps => _steps;

    public bool IsWaiting => CarriedAt is null && EndedAt is null;

    public Refusal? Second(Guid by, DateTimeOffset now)
    {
        if (!IsWaiting)
            return new Refusal("This has been decided already.");
        if (by == ProposedById)
            return new Refusal("A second person must agree. You proposed this yourself.");
        CarriedAt = now;
        Step(RemovalEvent.Carried, by, "", now);
        return null;
    }

    public Refusal? Drop(Guid by, string why, DateTimeOffset now)
    {
        if (!IsWaiting)
            return new Refusal("This has been decided already.");
        EndedAt = now;
        Step(RemovalEvent.Dropped, by, why, now);
        return null;
    }

    /// <summary>Why the person cannot ask the members; null when they can.</summary>
    public Refusal? RefusesAppeal(DateTimeOffset now) =>
        CarriedAt is not { } carried || EndedAt is not null ? new Refusal("There is nothing to appeal against.")
        : AppealId is not null ? new Refusal("The members have been asked already.")
        : now >= carried + AppealTime ? new Refusal("The thirty days for an appeal are over.")
        : null;

    public void Appeal(Guid proposal, Guid by, DateTimeOffset now)
    {
        AppealId = proposal;
        Step(RemovalEvent.Appealed, by, "", now);
    }

    /// <summary>What the members said.</summary>
    public void Answer(bool reinstated, DateTimeOffset now)
    {
        EndedAt = now;
        Step(reinstated ? RemovalEvent.Reinstated : RemovalEvent.Upheld, null, "", now);
    }

    private void Step(RemovalEvent happened, Guid? by, string why, DateTimeOffset now)
    {
        _steps.Add(new RemovalStep(Id, happened, by, why, now));
        Raise(new RemovalMoved(Id, NetworkId, MemberId, happened));
    }
}

/// <summary>One line of a removal's history.</summary>
public sealed class RemovalStep : Entity
{
    private RemovalStep() { }

    public RemovalStep(Guid removal, RemovalEvent happened, Guid? by, string why, DateTimeOffset now) =>
        (RemovalId, Happened, ById, Why, At) = (removal, happened, by, why, now);

    public Guid RemovalId { get; private set; }

    public RemovalEvent Happened { get; private set; }

    /// <summary>The account; null for the members together.</summary>
    public Guid? ById { get; private set; }

    public string Why { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}

public sealed record RemovalMoved(Guid RemovalId, Guid NetworkId, Guid MemberId, RemovalEvent Happened);

internal sealed class RemovalMapping : IEntityTypeConfiguration<Removal>, IEntityTypeConfiguration<RemovalStep>
{
    public void Configure(EntityTypeBuilder<Removal> builder)
    {
        builder.ToTable("Removals");
        builder.Property(r => r.Reason).HasMaxLength(1000);
        builder.Ignore(r => r.IsWaiting);
        builder.HasOne<Network>().WithMany().HasForeignKey(r => r.NetworkId);
        builder.HasOne<Member>().WithMany().HasForeignKey(r => r.MemberId);
        builder.HasOne<Proposal>().WithMany().HasForeignKey(r => r.AppealId);
        builder.HasMany(r => r.Steps).WithOne().HasForeignKey(s => s.RemovalId);
        // One at a time about a person in a network, however many propose it at once.
        builder.HasIndex(r => new { r.NetworkId, r.MemberId }).IsUnique().HasFilter("\"EndedAt\" IS NULL");
    }

    public void Configure(EntityTypeBuilder<RemovalStep> builder)
    {
        builder.ToTable("RemovalSteps");
        builder.Property(s => s.Why).HasMaxLength(1000);
    }
}
