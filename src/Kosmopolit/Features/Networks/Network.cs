using Kosmopolit.Features.Networks.LifeCycle;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Networks;

/// <summary>Where a network stands between the first interest and its end.</summary>
public enum Stage
{
    Interest = 1,
    StartUp = 2,
    Independent = 3,
    Dormant = 4,
    Closed = 5,
    Abandoned = 6,
}

/// <summary>Entrepreneurs of a region who share what they know. A trade council may start it; its members run it.</summary>
public sealed class Network : Entity, IRevised
{
    private readonly List<NetworkMunicipality> _municipalities = [];
    private readonly List<StageChange> _history = [];

    private Network() { }

    /// <param name="slug">Last part of the address, lower case, unique.</param>
    /// <param name="municipalities">SCB codes (four digits) of the region's municipalities.</param>
    public Network(string slug, string name, IEnumerable<string> municipalities, DateTimeOffset now, Guid? by, string why = "")
    {
        (Slug, Name) = (slug, name);
        foreach (var code in municipalities.Distinct().Order(StringComparer.Ordinal))
            _municipalities.Add(new NetworkMunicipality(Id, code));
        Enter(Stage.Interest, now, by, why);
    }

    public string Slug { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>What the network is for, in its own words; public.</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>BCP 47 tag of <see cref="Purpose"/>.</summary>
    public string PurposeLanguage { get; private set; } = "sv";

    public Stage Stage { get; private set; }

    public DateTimeOffset StageSince { get; private set; }

    public int Revision { get; set; }

    public IReadOnlyList<NetworkMunicipality> Municipalities => _municipalities;

    /// <summary>How many people and firms should say "I would join" before the start-up begins.</summary>
    public int InterestThreshold { get; private set; } = 20;

    public IReadOnlyList<StageChange> History => _history;

    /// <summary>Start-up meetings held so far, 0 to 3; needs the history to be loaded.</summary>
    public int MeetingsHeld => _history.Max(h => h.Meeting) ?? 0;

    public void Describe(string purpose, string language)
    {
        (Purpose, PurposeLanguage) = (purpose, language);
        Raise(new NetworkChanged(Id));
    }

    /// <summary>Goes on to another stage when there is a way from here; needs the history to be loaded.</summary>
    public Refusal? Move(Stage to, DateTimeOffset now, Author by, string why)
    {
        if (Ways.Refuse(Stage, to) is { } refusal)
            return refusal;
        if (to == Stage.Independent && Stage == Stage.StartUp && MeetingsHeld < Ways.Meetings)
            return new Refusal("A network becomes independent after its three start-up meetings.");
        Enter(to, now, by.Account, why, by.As);
        Raise(new NetworkStageChanged(Id, to));
        return null;
    }

    /// <summary>Writes down that a start-up meeting was held, each once and in order; needs the history to be loaded.</summary>
    public Refusal? HoldMeeting(int number, DateTimeOffset now, Author by, string why)
    {
        if (Stage != Stage.StartUp)
            return new Refusal("Start-up meetings are held while the network starts up.");
        if (number <= MeetingsHeld)
            return new Refusal("This meeting has been held already.");
        if (number != MeetingsHeld + 1)
            return new Refusal("Hold meeting {0} first.", null, MeetingsHeld + 1);
        _history.Add(new StageChange(Id, Stage, now, by.Account, why) { As = by.As, Meeting = number });
        Raise(new StartUpMeetingHeld(Id, number));
        return null;
    }

    /// <summary>Writes down a start-up meeting of the past, when a history is told afterwards.</summary>
    internal void Recall(int number, DateTimeOffset at, Author by, string why) =>
        _history.Add(new StageChange(Id, Stage.StartUp, at, by.Account, why) { As = by.As, Meeting = number });

    public Refusal? AimFor(int threshold)
    {
        if (threshold is < 5 or > 500)
            return new Refusal("Choose a number between 5 and 500.");
        InterestThreshold = threshold;
        Raise(new NetworkChanged(Id));
        return null;
    }

    /// <summary>Writes the change down and makes it so; which changes are allowed is decided by <see cref="Move"/>.</summary>
    internal void Enter(Stage stage, DateTimeOffset now, Guid? by, string why, Role? @as = null)
    {
        (Stage, StageSince) = (stage, now);
        _history.Add(new StageChange(Id, stage, now, by, why) { As = @as });
        Raise(new NetworkChanged(Id));
    }
}

/// <summary>A municipality that belongs to a network's region.</summary>
public sealed class NetworkMunicipality
{
    private NetworkMunicipality() { }

    public NetworkMunicipality(Guid network, string code) => (NetworkId, Code) = (network, code);

    public Guid NetworkId { get; private set; }

    /// <summary>SCB code, four digits.</summary>
    public string Code { get; private set; } = "";
}

/// <summary>When a network entered a stage, who said so, and why.</summary>
public sealed class StageChange : Entity
{
    private StageChange() { }

    public StageChange(Guid network, Stage stage, DateTimeOffset at, Guid? by, string why) =>
        (NetworkId, Stage, At, ByAccountId, Why) = (network, stage, at, by, why);

    public Guid NetworkId { get; private set; }

    public Stage Stage { get; private set; }

    public DateTimeOffset At { get; private set; }

    public Guid? ByAccountId { get; private set; }

    public string Why { get; private set; } = "";

    /// <summary>In which role they said so; null when it is not known or nobody's.</summary>
    public Role? As { get; internal init; }

    /// <summary>Number of the start-up meeting that was held; null for a change of stage.</summary>
    public int? Meeting { get; internal init; }
}

/// <summary>Who makes a change, and in which role; both are null for the system itself.</summary>
public readonly record struct Author(Guid? Account, Role? As);

public sealed record NetworkChanged(Guid NetworkId);

public sealed record NetworkStageChanged(Guid NetworkId, Stage Stage);

public sealed record StartUpMeetingHeld(Guid NetworkId, int Number);
