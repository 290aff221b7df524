using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Members.SelfGovernment.Proposals;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Members.SelfGovernment.Succession;

/// <summary>
/// The members decided to end their network. Each is asked whether to move to the successor; on the last day the network
/// closes and whoever said yes is a member there.
/// </summary>
public sealed class Dissolution : Entity, IRevised
{
    /// <summary>Between the decision and the last day.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromDays(30);

    private readonly List<MoveAnswer> _answers = [];

    private Dissolution() { }

    public Dissolution(Guid network, Guid proposal, Guid? successor, DateTimeOffset now)
    {
        (NetworkId, ProposalId, SuccessorId, DecidedAt, ClosesAt) = (network, proposal, successor, now, now + Notice);
        Raise(new DissolutionDecided(Id, network, successor));
    }

    public Guid NetworkId { get; private set; }

    public Guid ProposalId { get; private set; }

    /// <summary>Null leaves the knowledge to everyone.</summary>
    public Guid? SuccessorId { get; private set; }

    public DateTimeOffset DecidedAt { get; private set; }

    public DateTimeOffset ClosesAt { get; private set; }

    /// <summary>When those who run the successor said that they take the members in.</summary>
    public DateTimeOffset? WelcomedAt { get; private set; }

    public Guid? WelcomedById { get; private set; }

    public DateTimeOffset? DoneAt { get; private set; }

    public int Revision { get; set; }

    public IReadOnlyList<MoveAnswer> Answers => _answers;

    public Refusal? Welcome(Guid by, DateTimeOffset now)
    {
        if (SuccessorId is null || DoneAt is not null || WelcomedAt is not null)
            return new Refusal("This has been answered already.");
        (WelcomedAt, WelcomedById) = (now, by);
        Raise(new SuccessorAgreed(Id, NetworkId, SuccessorId.Value));
        return null;
    }

    public Refusal? Answer(Guid member, bool moves, DateTimeOffset now)
    {
        if (DoneAt is not null)
            return new Refusal("The network is closed. Ask the other network to take you in.");
        if (_answers.SingleOrDefault(a => a.MemberId == member) is { } known)
            known.Change(moves, now);
        else
            _answers.Add(new MoveAnswer(Id, member, moves, now));
        return null;
    }

    public Refusal? Finish(DateTimeOffset now)
    {
        if (DoneAt is not null)
            return new Refusal("The network is closed already.");
        if (now < ClosesAt)
            return new Refusal("The last day has not come: members still say where they go.");
        DoneAt = now;
        Raise(new NetworkDissolved(NetworkId, WelcomedAt is null ? null : SuccessorId));
        return null;
    }
}

/// <summary>Whether a member goes along to the successor.</summary>
public sealed class MoveAnswer : Entity
{
    private MoveAnswer() { }

    public MoveAnswer(Guid dissolution, Guid member, bool moves, DateTimeOffset now) =>
        (DissolutionId, MemberId, Moves, At) = (dissolution, member, moves, now);

    public Guid DissolutionId { get; private set; }

    public Guid MemberId { get; private set; }

    public bool Moves { get; private set; }

    public DateTimeOffset At { get; private set; }

    internal void Change(bool moves, DateTimeOffset now) => (Moves, At) = (moves, now);
}

/// <summary>A member who wants a resting network to wake.</summary>
public sealed class WakeUpCall : Entity
{
    private WakeUpCall() { }

    public WakeUpCall(Guid network, Guid member, DateTimeOffset restingSince, DateTimeOffset now) =>
        (NetworkId, MemberId, RestingSince, At) = (network, member, restingSince, now);

    public Guid NetworkId { get; private set; }

    public Guid MemberId { get; private set; }

    public DateTimeOffset RestingSince { get; private set; }

    public DateTimeOffset At { get; private set; }
}

public enum NoticeKind
{
    TermEnds60 = 60,
    TermEnds30 = 30,
    TermEnds7 = 7,
    Quiet = 101,
    NoCoordinator = 102,
    TermOver = 103,
    Rests = 104,
}

/// <summary>Something the members were told by mail; the key sees that it is told once, on however many nodes.</summary>
public sealed class MemberNotice
{
    private MemberNotice() { }

    public MemberNotice(Guid network, NoticeKind kind, DateTimeOffset about, DateTimeOffset now) =>
        (NetworkId, Kind, About, SentAt) = (network, kind, about, now);

    public Guid NetworkId { get; private set; }

    public NoticeKind Kind { get; private set; }

    /// <summary>The moment it speaks of: end of a term, last sign of life.</summary>
    public DateTimeOffset About { get; private set; }

    public DateTimeOffset SentAt { get; private set; }
}

public sealed record DissolutionDecided(Guid DissolutionId, Guid NetworkId, Guid? SuccessorId);

public sealed record SuccessorAgreed(Guid DissolutionId, Guid NetworkId, Guid SuccessorId);

/// <summary>Rooms that keep what a network knew follow this and hand it on: to the successor, or to everyone.</summary>
public sealed record NetworkDissolved(Guid NetworkId, Guid? SuccessorId);

internal sealed class DissolutionMapping
    : IEntityTypeConfiguration<Dissolution>,
        IEntityTypeConfiguration<MoveAnswer>,
        IEntityTypeConfiguration<WakeUpCall>,
        IEntityTypeConfiguration<MemberNotice>
{
    public void Configure(EntityTypeBuilder<Dissolution> builder)
    {
        builder.ToTable("Dissolutions");
        builder.HasOne<Network>().WithMany().HasForeignKey(d => d.NetworkId);
        builder.HasOne<Network>().WithMany().HasForeignKey(d => d.SuccessorId);
        builder.HasOne<Proposal>().WithMany().HasForeignKey(d => d.ProposalId);
        builder.HasMany(d => d.Answers).WithOne().HasForeignKey(a => a.DissolutionId);
        // A network ends once.
        builder.HasIndex(d => d.NetworkId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<MoveAnswer> builder)
    {
        builder.ToTable("MoveAnswers");
        builder.HasOne<Member>().WithMany().HasForeignKey(a => a.MemberId);
        builder.HasIndex(a => new { a.DissolutionId, a.MemberId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<WakeUpCall> builder)
    {
        builder.ToTable("WakeUpCalls");
        builder.HasOne<Network>().WithMany().HasForeignKey(c => c.NetworkId);
        builder.HasOne<Member>().WithMany().HasForeignKey(c => c.MemberId);
        builder
            .HasIndex(c => new
            {
                c.NetworkId,
                c.MemberId,
                c.RestingSince,
            })
            .IsUnique();
    }

    public void Configure(EntityTypeBuilder<MemberNotice> builder)
    {
        builder.ToTable("MemberNotices");
        builder.HasKey(n => new
        {
            n.NetworkId,
            n.Kind,
            n.About,
        });
        builder.HasOne<Network>().WithMany().HasForeignKey(n => n.NetworkId);
    }
}
