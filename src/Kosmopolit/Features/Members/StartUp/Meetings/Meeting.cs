using Kosmopolit.Platform;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Members.StartUp.Meetings;

/// <summary>A meeting of a network: one of the three that start it, or any other that its coordinators call.</summary>
public sealed class Meeting : Entity, IRevised
{
    private readonly List<Agenda> _agendas = [];

    private Meeting() { }

    /// <param name="number">1 to 3 for a start-up meeting, otherwise null.</param>
    public Meeting(Guid network, int? number) => (NetworkId, Number) = (network, number);

    public Guid NetworkId { get; private set; }

    public int? Number { get; private set; }

    /// <summary>What it is about; empty for start-up meetings, which are named by their number.</summary>
    public string Title { get; private set; } = "";

    public DateTimeOffset StartsAt { get; private set; }

    /// <summary>In minutes.</summary>
    public int Length { get; private set; } = 120;

    public string Place { get; private set; } = "";

    /// <summary>Address of the room on the net, or empty.</summary>
    public string Link { get; private set; } = "";

    /// <summary>Everybody may know of it and come; otherwise only members do. Its papers stay with the members.</summary>
    public bool IsPublic { get; private set; }

    /// <summary>Grows with each change that calendars must hear of (RFC 5545).</summary>
    public int Sequence { get; private set; }

    /// <summary>When the invitations went out; null while it is a plan.</summary>
    public DateTimeOffset? CalledAt { get; private set; }

    public DateTimeOffset? CalledOffAt { get; private set; }

    /// <summary>When it was written down as held.</summary>
    public DateTimeOffset? HeldAt { get; private set; }

    /// <summary>People who were there and are not on the list; only their number is kept.</summary>
    public int OthersPresent { get; private set; }

    /// <summary>The minutes, plain text.</summary>
    public string Minutes { get; private set; } = "";

    /// <summary>BCP 47 tag of <see cref="Minutes"/>.</summary>
    public string MinutesLanguage { get; private set; } = "sv";

    public int Revision { get; set; }

    public IReadOnlyList<Agenda> Agendas => _agendas;

    public DateTimeOffset EndsAt => StartsAt.AddMinutes(Length);

    public bool IsOpen => HeldAt is null && CalledOffAt is null;

    /// <summary>Sets when and where; a change after the invitations went out counts for calendars.</summary>
    public Refusal? Plan(Terms terms)
    {
        if (!IsOpen)
            return new Refusal("This meeting is over or called off and cannot be changed.");
        (Title, StartsAt, Length, Place, Link) = (terms.Title, terms.StartsAt, terms.Length, terms.Place, terms.Link);
        IsPublic = terms.IsPublic;
        if (CalledAt is not null)
            Sequence++;
        Raise(new MeetingPlanned(Id, NetworkId));
        return null;
    }

    public void Write(string language, string text)
    {
        if (_agendas.Find(a => a.Language == language) is { } known)
            known.Rewrite(text);
        else
            _agendas.Add(new Agenda(Id, language, text));
    }

    public Refusal? Call(DateTimeOffset now)
    {
        if (!IsOpen)
            return new Refusal("This meeting is over or called off and cannot be changed.");
        if (StartsAt <= now)
            return new Refusal("The meeting’s time has passed. Choose a new one before you invite.");
        CalledAt = now;
        Raise(new MeetingCalled(Id, NetworkId));
        return null;
    }

    public Refusal? CallOff(DateTimeOffset now)
    {
        if (!IsOpen)
            return new Refusal("This meeting is over or called off and cannot be changed.");
        (CalledOffAt, Sequence) = (now, Sequence + 1);
        Raise(new MeetingCalledOff(Id, NetworkId));
        return null;
    }

    public void Count(int others) => OthersPresent = others;

    public Refusal? Note(string minutes, string language)
    {
        if (CalledOffAt is not null)
            return new Refusal("This meeting is over or called off and cannot be changed.");
        (Minutes, MinutesLanguage) = (minutes, language);
        Raise(new MinutesWritten(Id, NetworkId));
        return null;
    }

    /// <param name="present">How many were there, those without a name too.</param>
    public Refusal? Hold(int present, DateTimeOffset now)
    {
        if (!IsOpen)
            return new Refusal("This meeting is over or called off and cannot be changed.");
        if (StartsAt > now)
            return new Refusal("The meeting has not begun yet.");
        if (present == 0)
            return new Refusal("Write down who was there first.");
        if (Minutes.Length == 0)
            return new Refusal("Write the minutes first; a few lines are enough.");
        HeldAt = now;
        Raise(new MeetingHeld(Id, NetworkId, Number));
        return null;
    }
}

/// <summary>When and where.</summary>
public sealed record Terms(string Title, DateTimeOffset StartsAt, int Length, string Place, string Link)
{
    /// <summary>Announced to everybody.</summary>
    public bool IsPublic { get; init; }
}

/// <summary>What a meeting talks about, in one language, a point a line.</summary>
public sealed class Agenda : Entity
{
    private Agenda() { }

    public Agenda(Guid meeting, string language, string text) => (MeetingId, Language, Text) = (meeting, language, text);

    public Guid MeetingId { get; private set; }

    /// <summary>BCP 47 tag.</summary>
    public string Language { get; private set; } = "";

    public string Text { get; private set; } = "";

    public void Rewrite(string text) => Text = text;
}

public sealed record MeetingPlanned(Guid MeetingId, Guid NetworkId);

public sealed record MeetingCalled(Guid MeetingId, Guid NetworkId);

public sealed record MeetingCalledOff(Guid MeetingId, Guid NetworkId);

public sealed record MinutesWritten(Guid MeetingId, Guid NetworkId);

public sealed record MeetingHeld(Guid MeetingId, Guid NetworkId, int? Number);
