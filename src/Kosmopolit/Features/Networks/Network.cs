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

    public IReadOnlyList<StageChange> History => _history;

    public void Describe(string purpose, string language)
    {
        (Purpose, PurposeLanguage) = (purpose, language);
        Raise(new NetworkChanged(Id));
    }

    /// <summary>Writes the change down and makes it so; which changes are allowed is decided by the verbs.</summary>
    internal void Enter(Stage stage, DateTimeOffset now, Guid? by, string why)
    {
        (Stage, StageSince) = (stage, now);
        _history.Add(new StageChange(Id, stage, now, by, why));
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
}

public sealed record NetworkChanged(Guid NetworkId);
