using Kosmopolit.Platform;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Knowledge.Claims;

/// <summary>After how many years half of what was known of a topic is in doubt; operators may set it otherwise.</summary>
public sealed class HalfLife : Entity
{
    /// <summary>Years, as long as no operator said otherwise: rules of trade change fast, manners and faiths slowly.</summary>
    public static readonly IReadOnlyDictionary<string, double> Usual = new Dictionary<string, double>
    {
        ["business"] = 3,
        ["politics"] = 2,
        ["culture"] = 10,
        ["language"] = 15,
        ["religion"] = 15,
        ["networks"] = 4,
        ["unwritten-rules"] = 10,
        ["running-a-firm"] = 3,
        [""] = 5,
    };

    private HalfLife() { }

    public HalfLife(string topic) => Topic = topic;

    /// <summary>One of <see cref="KnowledgeTopics"/>; empty for free texts.</summary>
    public string Topic { get; private set; } = "";

    public double Years { get; private set; }

    public Guid? SetById { get; private set; }

    public DateTimeOffset SetAt { get; private set; }

    public Refusal? Set(double years, Guid by, DateTimeOffset now)
    {
        if (years is < 0.25 or > 50)
            return new Refusal("Between a quarter of a year and fifty years.");
        (Years, SetById, SetAt) = (years, by, now);
        Raise(new HalfLifeSet(Topic, years));
        return null;
    }
}

public sealed record HalfLifeSet(string Topic, double Years);
