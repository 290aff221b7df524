using Kosmopolit.Platform.Data;

namespace Kosmopolit.Platform.Notices;

/// <summary>How news of a followed thing come by mail; on the site they stand at once.</summary>
public enum Pace
{
    AtOnce = 1,
    Daily = 2,
    Weekly = 3,

    /// <summary>On the site only.</summary>
    Never = 4,

    /// <summary>Not even on the site: for what comes without being followed.</summary>
    Silent = 5,
}

/// <summary>That a member wants to hear of something, and how soon. Seen by nobody else.</summary>
public sealed class Follow : Entity
{
    /// <summary>How a network's own news come to a member who has chosen nothing.</summary>
    public const Pace UsualForNetworks = Pace.Weekly;

    private Follow() { }

    public Follow(Guid member, Followed what, Pace pace, DateTimeOffset now)
    {
        (MemberId, Kind, Target, Pace, Since) = (member, what.Kind, what.Target, pace, now);
        Raise(new FollowBegun(Id));
    }

    public Guid MemberId { get; private set; }

    public FollowKind Kind { get; private set; }

    /// <summary>Code, key, or number without hyphens, as <see cref="Followed.Target"/> has it.</summary>
    public string Target { get; private set; } = "";

    public Pace Pace { get; private set; }

    public DateTimeOffset Since { get; private set; }

    public Followed What => new(Kind, Target);

    public void At(Pace pace) => Pace = pace;
}

public sealed record FollowBegun(Guid FollowId);

/// <summary>That a member wants no mails about news at all, since when; gone when they want them again.</summary>
public sealed class NoticeMailStopped : Entity
{
    private NoticeMailStopped() { }

    public NoticeMailStopped(Guid member, DateTimeOffset at) => (MemberId, At) = (member, at);

    public Guid MemberId { get; private set; }

    public DateTimeOffset At { get; private set; }
}
