using Kosmopolit.Features.Activities.Organising;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Activities;

/// <summary>A state an activity came into: which, when, through whom, why.</summary>
public sealed class ActivityChange : Entity
{
    private ActivityChange() { }

    public ActivityChange(Guid activity, ActivityState state, Guid? by, string why, DateTimeOffset at) =>
        (ActivityId, State, ById, Why, At) = (activity, state, by, why, at);

    public Guid ActivityId { get; private set; }

    public ActivityState State { get; private set; }

    /// <summary>The member; null for the product's clock.</summary>
    public Guid? ById { get; private set; }

    public string Why { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}

/// <summary>A member who carries an activity, from when to when.</summary>
public sealed class Organiser : Entity
{
    private Organiser() { }

    public Organiser(Guid activity, Guid member, DateTimeOffset since) => (ActivityId, MemberId, Since) = (activity, member, since);

    public Guid ActivityId { get; private set; }

    public Guid MemberId { get; private set; }

    public DateTimeOffset Since { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public void End(DateTimeOffset now) => EndedAt = now;
}

/// <summary>Another network, or a partner organisation, that holds an activity together with the first. Its members read it, too.</summary>
public sealed class CoHost : Entity
{
    private CoHost() { }

    public CoHost(Guid activity, Guid? network, Guid? organisation) =>
        (ActivityId, NetworkId, OrganisationId) = (activity, network, organisation);

    public Guid ActivityId { get; private set; }

    public Guid? NetworkId { get; private set; }

    public Guid? OrganisationId { get; private set; }
}

/// <summary>How the question ended whether a network holds an activity, too. The numbers are stored.</summary>
public enum HostAnswer
{
    Yes = 1,
    No = 2,
    TakenBack = 3,

    /// <summary>They held it together for a time.</summary>
    Parted = 4,
}

/// <summary>
/// That another network is asked to hold an activity, too. Nothing says so until its coordinator agrees. What was answered stays,
/// so that nobody is asked over and over.
/// </summary>
public sealed class HostRequest : Entity, IRevised
{
    /// <summary>How long an answer holds before the same may be asked again.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromDays(30);

    private HostRequest() { }

    public HostRequest(Guid activity, Guid network, DateTimeOffset now) => (ActivityId, NetworkId, AskedAt) = (activity, network, now);

    public Guid ActivityId { get; private set; }

    public Guid NetworkId { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>Null while it is open.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    public HostAnswer? Answer { get; private set; }

    public int Revision { get; set; }

    public void End(HostAnswer answer, DateTimeOffset now) => (Answer, AnsweredAt) = (answer, now);

    public Refusal? AskAgain(DateTimeOffset now)
    {
        if (AnsweredAt is not { } answered)
            return new Refusal("They are asked already.", nameof(HelpInput.Who));
        if (answered + Rest > now)
            return new Refusal(
                "They were asked not long ago. You can ask again {0} days after the last answer.",
                nameof(HelpInput.Who),
                Rest.Days
            );
        (AskedAt, AnsweredAt, Answer) = (now, null, null);
        return null;
    }
}

/// <summary>A day of a series that is left out, or held at another time.</summary>
public sealed class ExceptedDay : Entity
{
    private ExceptedDay() { }

    public ExceptedDay(Guid activity, DateOnly day, DateTimeOffset? movedTo) => (ActivityId, Day, MovedTo) = (activity, day, movedTo);

    public Guid ActivityId { get; private set; }

    /// <summary>The day as the rhythm has it.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>Null when it is left out.</summary>
    public DateTimeOffset? MovedTo { get; private set; }

    public void Become(DateTimeOffset? movedTo) => MovedTo = movedTo;
}

/// <summary>Something to be done, or a role to be taken, for an activity.</summary>
public sealed class Duty : Entity, IRevised
{
    private Duty() { }

    public Duty(Guid activity, string words, bool isRole) => (ActivityId, Words, IsRole) = (activity, words, isRole);

    public Guid ActivityId { get; private set; }

    public string Words { get; private set; } = "";

    /// <summary>A role for the whole of it; otherwise a task that gets done.</summary>
    public bool IsRole { get; private set; }

    public Guid? TakenById { get; private set; }

    public DateTimeOffset? DoneAt { get; private set; }

    public int Revision { get; set; }

    public void Take(Guid? member) => (TakenById, DoneAt) = (member, null);

    public void Finish(DateTimeOffset now) => DoneAt = now;
}

/// <summary>A word said about an activity.</summary>
public sealed class ActivityRemark : Entity
{
    private ActivityRemark() { }

    public ActivityRemark(Guid activity, Guid author, string text, string language, DateTimeOffset now)
    {
        (ActivityId, AuthorId, Text, Language, MadeAt) = (activity, author, text, language, now);
        Raise(new ActivityRemarked(Id, activity));
    }

    public Guid ActivityId { get; private set; }

    public Guid AuthorId { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>BCP 47 tag.</summary>
    public string Language { get; private set; } = "";

    public DateTimeOffset MadeAt { get; private set; }
}
