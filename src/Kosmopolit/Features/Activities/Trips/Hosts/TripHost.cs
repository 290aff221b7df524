using Kosmopolit.Platform;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Activities.Trips.Hosts;

/// <summary>
/// That a member who knows the place is asked to be host of a trip. Nothing says so until they agree; what was answered stays, so
/// that nobody is asked over and over.
/// </summary>
public sealed class TripHost : Entity, IRevised
{
    /// <summary>How long after a trip its hosts still read it: to hear what came of it, and to look after what was promised.</summary>
    public static readonly TimeSpan ReadsOn = TimeSpan.FromDays(90);

    private TripHost() { }

    public TripHost(Guid activity, Guid member, Guid askedBy, DateTimeOffset now) =>
        (ActivityId, MemberId, AskedById, AskedAt) = (activity, member, askedBy, now);

    public Guid ActivityId { get; private set; }

    public Guid MemberId { get; private set; }

    public Guid AskedById { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>Null while it is open.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    public HostAnswer? Answer { get; private set; }

    /// <summary>How those who travel reach them, as they said when they agreed; empty when they do not say.</summary>
    public string Contact { get; private set; } = "";

    public int Revision { get; set; }

    public bool IsHost => Answer == HostAnswer.Yes;

    public void Agree(string contact, DateTimeOffset now) => (Answer, AnsweredAt, Contact) = (HostAnswer.Yes, now, contact);

    public void End(HostAnswer answer, DateTimeOffset now) => (Answer, AnsweredAt, Contact) = (answer, now, "");

    public Refusal? AskAgain(Guid by, DateTimeOffset now)
    {
        if (IsHost)
            return new Refusal("They are host already.") { Kind = RefusalKind.Meanwhile };
        if (AnsweredAt is not { } answered)
            return new Refusal("They are asked already.") { Kind = RefusalKind.Meanwhile };
        if (answered + HostRequest.Rest > now)
            return new Refusal(
                "They were asked not long ago. You can ask again {0} days after the last answer.",
                null,
                HostRequest.Rest.Days
            );
        (AskedById, AskedAt, AnsweredAt, Answer) = (by, now, null, null);
        return null;
    }
}
