using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Activities.Trips.Debriefs;

/// <summary>
/// What a traveller says after a trip to one question of the debrief: what they learnt of a topic, what they would tell the next
/// traveller, what was asked on the way. Read by those who travelled, and by those who prepare the next trip.
/// </summary>
public sealed class Lesson : Entity, IRevised
{
    private Lesson() { }

    public Lesson(Guid activity, Guid member, string matter) => (ActivityId, MemberId, Matter) = (activity, member, matter);

    public Guid ActivityId { get; private set; }

    public Guid MemberId { get; private set; }

    /// <summary>Key of a topic, or one of <see cref="Matters"/>.</summary>
    public string Matter { get; private set; } = "";

    public string Text { get; private set; } = "";

    /// <summary>BCP 47 tag.</summary>
    public string Language { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <summary>Where in the bank it became a text, from the root; empty while it has not.</summary>
    public string Became { get; private set; } = "";

    public int Revision { get; set; }

    public void Say(string text, string language, DateTimeOffset now)
    {
        if (text != Text)
            (Text, Language, At, Became) = (text, language, now, "");
    }

    public void Become(string path) => Became = path;
}

/// <summary>What a debrief asks besides topics.</summary>
public static class Matters
{
    /// <summary>What they would tell whoever goes next.</summary>
    public const string Next = "next";

    /// <summary>What nobody knew on the way.</summary>
    public const string Asked = "asked";
}
