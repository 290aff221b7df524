using Kosmopolit.Platform;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Activities;

/// <summary>The five methods by which members work on business abroad; each activity is of one. The numbers are stored.</summary>
public enum Method
{
    Skills = 1,
    Internationalisation = 2,
    Information = 3,
    Networking = 4,
    Contracts = 5,
}

public enum ActivityState
{
    /// <summary>Somebody in the network would like to; the network reads it.</summary>
    Idea = 0,

    /// <summary>Members say whether they would come.</summary>
    Gathering = 1,

    /// <summary>Enough would come: day and place are set.</summary>
    Planned = 2,

    /// <summary>One can sign up.</summary>
    Open = 3,
    Held = 4,

    /// <summary>What it gave is written down.</summary>
    FollowedUp = 5,
    CalledOff = 6,
}

/// <summary>Something that members do together because one of them had the idea. Nobody has to approve it: interest decides.</summary>
public sealed class Activity : Entity, IRevised
{
    private readonly List<ActivityChange> _history = [];
    private readonly List<Organiser> _organisers = [];
    private readonly List<CoHost> _coHosts = [];
    private readonly List<ExceptedDay> _exceptions = [];

    private Activity() { }

    public Activity(Guid network, Guid proposer, Method method, bool isTrip, DateTimeOffset now)
    {
        (NetworkId, ProposerId, Method, IsTrip, ProposedAt, ChangedAt) = (network, proposer, method, isTrip, now, now);
        _organisers.Add(new Organiser(Id, proposer, now));
        _history.Add(new ActivityChange(Id, ActivityState.Idea, proposer, "", now));
        Raise(new ActivityProposed(Id));
    }

    /// <summary>The network it came from.</summary>
    public Guid NetworkId { get; private set; }

    public Guid ProposerId { get; private set; }

    public Method Method { get; private set; }

    /// <summary>A business trip has a programme, travellers and meetings besides.</summary>
    public bool IsTrip { get; private set; }

    public DateTimeOffset ProposedAt { get; private set; }

    public string Title { get; private set; } = "";

    public string Text { get; private set; } = "";

    public string Language { get; private set; } = "sv";

    public string Country { get; private set; } = "";

    public string Place { get; private set; } = "";

    public string Link { get; private set; } = "";

    /// <summary>Papers, one a line: an address, with words before it or without.</summary>
    public string Documents { get; private set; } = "";

    /// <summary>Everybody may read it and come, once it gathers interest; otherwise the networks that hold it.</summary>
    public bool IsPublic { get; private set; }

    public int Threshold { get; private set; } = 5;

    public int? Capacity { get; private set; }

    public DateTimeOffset? Deadline { get; private set; }

    public string Question { get; private set; } = "";

    public long CostMinor { get; private set; }

    public string Currency { get; private set; } = "SEK";

    public string CostSharing { get; private set; } = "";

    public string PayTo { get; private set; } = "";

    /// <summary>When it begins, or its series does; null while nobody has set it.</summary>
    public DateTimeOffset? StartsAt { get; private set; }

    public DateTimeOffset? EndsAt { get; private set; }

    /// <summary>IANA name of the clock it keeps to.</summary>
    public string TimeZone { get; private set; } = "Europe/Stockholm";

    public Rhythm Rhythm { get; private set; }

    /// <summary>The last day of a series.</summary>
    public DateOnly? Until { get; private set; }

    public ActivityState State { get; private set; }

    /// <summary>When it left the network's own four walls; null while it is an idea.</summary>
    public DateTimeOffset? GatheredAt { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Grows with each change that calendars must hear of (RFC 5545).</summary>
    public int Sequence { get; private set; }

    /// <summary>Written by whoever wants to change who has a seat, so that one at a time does.</summary>
    public int Turn { get; private set; }

    /// <summary>What it gave and what the next one should know.</summary>
    public string Lessons { get; private set; } = "";

    public string LessonsLanguage { get; private set; } = "";

    /// <summary>The activity it was copied from.</summary>
    public Guid? CopyOfId { get; private set; }

    public int Revision { get; set; }

    public IReadOnlyList<ActivityChange> History => _history;

    public IReadOnlyList<Organiser> Organisers => _organisers;

    public IReadOnlyList<CoHost> CoHosts => _coHosts;

    /// <summary>Days of a series that are left out or moved.</summary>
    public IReadOnlyList<ExceptedDay> Exceptions => _exceptions;

    public bool IsAhead => State is ActivityState.Idea or ActivityState.Gathering or ActivityState.Planned or ActivityState.Open;

    /// <summary>Whether people have been told when and where: changes are told, too.</summary>
    public bool IsAnnounced => State is ActivityState.Planned or ActivityState.Open;

    public void Word(ActivityWords words) => (Title, Text, Language) = (words.Title, words.Text, words.Language);

    public void Be(Method method, bool isTrip) => (Method, IsTrip) = (method, isTrip);

    public void Show(bool toEveryone, string documents) => (IsPublic, Documents) = (toEveryone, documents);

    public void Locate(Whereabouts where) => (Country, Place, Link) = (where.Country, where.Place, where.Link);

    public void Seat(Seats seats) =>
        (Threshold, Capacity, Deadline, Question) = (seats.Threshold, seats.Capacity, seats.Deadline, seats.Question);

    public void Cost(Price price) => (CostMinor, Currency, CostSharing, PayTo) = (price.Minor, price.Currency, price.Sharing, price.PayTo);

    /// <summary>Sets when; what was announced counts one up for calendars.</summary>
    public void Time(Timing? timing)
    {
        (StartsAt, EndsAt) = (timing?.StartsAt, timing?.EndsAt);
        (TimeZone, Rhythm, Until) = (timing?.TimeZone ?? TimeZone, timing?.Rhythm ?? Rhythm.Once, timing?.Until);
    }

    public void Changed(DateTimeOffset now)
    {
        ChangedAt = now;
        if (IsAnnounced)
            Sequence++;
        Raise(new ActivityChanged(Id));
    }

    public void CopyFrom(Activity other)
    {
        (CopyOfId, Lessons, LessonsLanguage) = (other.Id, other.Lessons, other.LessonsLanguage);
    }

    /// <summary>Leaves a day of the series out, or moves it.</summary>
    /// <param name="day">The day as the rhythm has it.</param>
    public Refusal? Except(DateOnly day, DateTimeOffset? movedTo, DateTimeOffset now)
    {
        if (!IsAhead)
            return Over;
        if (!this.Days().Contains(day))
            return new Refusal("The series has no such day.", nameof(ExceptInput.Which));
        if (_exceptions.Find(e => e.Day == day) is { } known)
            known.Become(movedTo);
        else
            _exceptions.Add(new ExceptedDay(Id, day, movedTo));
        Changed(now);
        return null;
    }

    /// <summary>Lets a series end with what has been: the times that are left do not take place.</summary>
    public Refusal? EndHere(DateTimeOffset now)
    {
        if (!IsAhead)
            return Over;
        var times = this.Times();
        if (times.All(t => t.StartsAt > now))
            return new Refusal("It has not begun yet.");
        Until = times.Where(t => t.StartsAt <= now).Max(t => t.Day);
        // One that was moved behind others.
        foreach (var left in times.Where(t => t.StartsAt > now && t.Day <= Until))
            if (_exceptions.Find(e => e.Day == left.Day) is { } known)
                known.Become(null);
            else
                _exceptions.Add(new ExceptedDay(Id, left.Day, null));
        Changed(now);
        return null;
    }

    public void HoldWith(CoHost host) => _coHosts.Add(host);

    public void Part(CoHost host) => _coHosts.Remove(host);

    /// <summary>One more carries it.</summary>
    public Refusal? Carry(Guid member, DateTimeOffset now)
    {
        if (!IsAhead)
            return Over;
        if (_organisers.Any(o => o.MemberId == member && o.EndedAt is null))
            return new Refusal("They organise it already.");
        _organisers.Add(new Organiser(Id, member, now));
        Raise(new ActivityChanged(Id));
        return null;
    }

    public void PutDown(Guid member, DateTimeOffset now)
    {
        foreach (var organiser in _organisers.Where(o => o.MemberId == member && o.EndedAt is null))
            organiser.End(now);
        if (IsAhead && _organisers.All(o => o.EndedAt is not null))
            Raise(new ActivityOrphaned(Id));
        Raise(new ActivityChanged(Id));
    }

    /// <param name="interested">How many would come.</param>
    public Refusal? Go(ActivityState to, int interested, Guid? by, DateTimeOffset now, string why = "")
    {
        if (State == to)
            return new Refusal("It is there already.") { Kind = RefusalKind.Meanwhile };
        if (Refuse(to, interested, now) is { } refusal)
            return refusal;
        State = to;
        if (to == ActivityState.Gathering)
            GatheredAt ??= now;
        _history.Add(new ActivityChange(Id, to, by, why, now));
        Sequence++;
        ChangedAt = now;
        Raise(new ActivityTurned(Id, to));
        return null;
    }

    public Refusal? Learn(string lessons, string language, Guid by, DateTimeOffset now)
    {
        (Lessons, LessonsLanguage) = (lessons, language);
        Raise(new ActivityChanged(Id));
        return State == ActivityState.FollowedUp ? null : Go(ActivityState.FollowedUp, 0, by, now);
    }

    internal static Refusal Over => new("This is over or called off and cannot be changed.") { Kind = RefusalKind.NotYours };

    private Refusal? Refuse(ActivityState to, int interested, DateTimeOffset now) =>
        (State, to) switch
        {
            (ActivityState.Idea, ActivityState.Gathering) => null,
            (ActivityState.Gathering, ActivityState.Planned) when interested < Threshold => new Refusal(
                "So far {0} of {1} say that they would come. Invite more, or ask for fewer.",
                null,
                interested,
                Threshold
            ),
            (ActivityState.Gathering, ActivityState.Planned) => Missing(now),
            (ActivityState.Planned, ActivityState.Open) => Missing(now),
            (ActivityState.Planned or ActivityState.Open, ActivityState.Held) when StartsAt > now => new Refusal("It has not begun yet."),
            (ActivityState.Planned or ActivityState.Open, ActivityState.Held) when Rhythm != Rhythm.Once && this.GoesOn(now) => new Refusal(
                "The series goes on. Tick that it ends here, or wait for its last time."
            ),
            (ActivityState.Planned or ActivityState.Open, ActivityState.Held) => null,
            (ActivityState.Held, ActivityState.FollowedUp) => null,
            (_, ActivityState.CalledOff) when IsAhead => null,
            _ when !IsAhead => Over,
            _ => new Refusal("There is no way from here to there. Go one step at a time."),
        };

    private Refusal? Missing(DateTimeOffset now) =>
        StartsAt is not { } start || (Place.Length == 0 && Link.Length == 0) ? new Refusal("Set the day and the place first.")
        : this.NextAfter(now) is null && start <= now ? new Refusal("The day has passed. Choose a new one first.")
        : null;
}
