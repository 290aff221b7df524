using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Activities.Ledger.Asking;

/// <summary>That a member who was there was asked what came of it, so many days after, and what they answered.</summary>
public sealed class LedgerAsk : Entity
{
    /// <summary>Days after it was held.</summary>
    public static readonly IReadOnlyList<int> Waves = [30, 180, 365];

    private LedgerAsk() { }

    public LedgerAsk(Guid activity, Guid member, int days, DateTimeOffset now) =>
        (ActivityId, MemberId, Days, AskedAt) = (activity, member, days, now);

    public Guid ActivityId { get; private set; }

    public Guid MemberId { get; private set; }

    public int Days { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    public DealStage Answer { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>The line of the firm's book that the answer wrote, or found told already.</summary>
    public Guid? EntryId { get; private set; }

    public void Say(DealStage answer, Guid? entry, DateTimeOffset now) => (Answer, EntryId, AnsweredAt) = (answer, entry, now);
}

/// <summary>That a member wants no mails that ask what came of things, since when.</summary>
public sealed class LedgerMailStopped : Entity
{
    private LedgerMailStopped() { }

    public LedgerMailStopped(Guid member, DateTimeOffset at) => (MemberId, At) = (member, at);

    public Guid MemberId { get; private set; }

    public DateTimeOffset At { get; private set; }
}
