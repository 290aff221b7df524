using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Members.People;

/// <summary>How a membership stands. Only the first lets its holder in.</summary>
public enum MembershipState
{
    Active = 0,
    Left = 1,
    Suspended = 2,
    Lapsed = 3,
    Removed = 4,
}

/// <summary>
/// A member's time in a network; it ends, it is not deleted. Whatever makes it stand still ends it as well, so that every
/// query that asks for memberships without an end is right at once; what comes back goes on in the same row.
/// </summary>
public sealed class Membership : Entity, IRevised
{
    private readonly List<MembershipChange> _history = [];

    private Membership() { }

    public Membership(Guid member, Guid network, DateTimeOffset since, Audience audience) =>
        (MemberId, NetworkId, Since, Audience) = (member, network, since, audience);

    public Guid MemberId { get; private set; }

    public Guid NetworkId { get; private set; }

    public DateTimeOffset Since { get; private set; }

    /// <summary>When it ended or began to stand still; null exactly while <see cref="State"/> is active.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public MembershipState State { get; private set; }

    /// <summary>When a suspension ends by itself; kept afterwards, so that nobody escapes it by leaving and asking again.</summary>
    public DateTimeOffset? SuspendedUntil { get; private set; }

    /// <summary>The day until which the member has said that they stay; null until the network's clock has set the first.</summary>
    public DateOnly? RenewBy { get; private set; }

    /// <summary>Who may see that this person belongs to this network.</summary>
    public Audience Audience { get; private set; }

    public int Revision { get; set; }

    /// <summary>What became of it, when, through whom and why, in no certain order.</summary>
    public IReadOnlyList<MembershipChange> History => _history;

    public void ShowTo(Audience audience)
    {
        Audience = audience;
        Raise(new MemberChanged(MemberId));
    }

    /// <param name="how">What it is called: left, lapsed or removed.</param>
    /// <param name="by">The account that did it; null for the product's clock.</param>
    public void End(DateTimeOffset now, MembershipState how = MembershipState.Left, Guid? by = null, string why = "")
    {
        if (State == how || State is MembershipState.Left or MembershipState.Removed)
            return;
        Become(how, EndedAt ?? now, now, by, why);
    }

    /// <summary>Its member has vanished: it ends for nobody, and leaves no line that could name them.</summary>
    internal void EndForNobody(DateTimeOffset now)
    {
        if (EndedAt is null)
            (State, EndedAt) = (MembershipState.Left, now);
        Audience = Audience.OnlyMe;
    }

    /// <summary>Stops it until a day. A suspended member sees and does what a stranger may, and is told why.</summary>
    public Refusal? Suspend(DateTimeOffset until, Guid by, string why, DateTimeOffset now)
    {
        if (State != MembershipState.Active)
            return new Refusal("This membership is not active: there is nothing to suspend.");
        SuspendedUntil = until;
        Become(MembershipState.Suspended, now, now, by, why);
        return null;
    }

    /// <summary>Lets a suspended or lapsed membership go on.</summary>
    public Refusal? Resume(DateTimeOffset now, Guid? by, string why)
    {
        if (State is not (MembershipState.Suspended or MembershipState.Lapsed))
            return new Refusal("This membership does not stand still: there is nothing to take up again.");
        SuspendedUntil = null;
        Become(MembershipState.Active, null, now, by, why);
        return null;
    }

    public void StayUntil(DateOnly day)
    {
        if (day == RenewBy)
            return;
        RenewBy = day;
        Raise(new MembershipRenewed(Id, NetworkId, day));
    }

    private void Become(MembershipState state, DateTimeOffset? ended, DateTimeOffset now, Guid? by, string why)
    {
        (State, EndedAt) = (state, ended);
        _history.Add(new MembershipChange(this, state, now, by, why, state == MembershipState.Suspended ? SuspendedUntil : null));
        Raise(new MembershipStateChanged(Id, NetworkId, MemberId, state));
        Raise(new MemberChanged(MemberId));
    }
}

/// <summary>A turn in a membership: who made it, when, why.</summary>
public sealed class MembershipChange : Entity
{
    private MembershipChange() { }

    public MembershipChange(Membership of, MembershipState state, DateTimeOffset at, Guid? by, string why, DateTimeOffset? until) =>
        (MembershipId, MemberId, State, At, ByAccountId, Why, Until) = (of.Id, of.MemberId, state, at, by, why, until);

    public Guid MembershipId { get; private set; }

    /// <summary>Whose membership: what is said about somebody goes with them.</summary>
    public Guid MemberId { get; private set; }

    public MembershipState State { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Null when the product's clock did it.</summary>
    public Guid? ByAccountId { get; private set; }

    /// <summary>In words for the person, or empty.</summary>
    public string Why { get; private set; } = "";

    /// <summary>Until when, for a suspension.</summary>
    public DateTimeOffset? Until { get; private set; }
}

public sealed record MembershipStateChanged(Guid MembershipId, Guid NetworkId, Guid MemberId, MembershipState State);

public sealed record MembershipRenewed(Guid MembershipId, Guid NetworkId, DateOnly Until);
