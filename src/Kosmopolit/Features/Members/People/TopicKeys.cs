namespace Kosmopolit.Features.Members.People;

/// <summary>Topics as they stand in addresses and files: the enum's names in lower case. The only place that says so.</summary>
public static class TopicKeys
{
    private static readonly (Topics Topic, string Key)[] Known =
    [
        .. Enum.GetValues<Topics>().Where(t => t != Topics.None).Select(t => (t, t.ToString().ToLowerInvariant())),
    ];

    public static IEnumerable<string> All => Known.Select(k => k.Key);

    /// <summary>The five that a country's facts and texts are arranged by; the others are parts of doing business.</summary>
    public static readonly IReadOnlyList<string> OfCountries =
    [
        .. Of(Topics.Culture | Topics.Politics | Topics.Language | Topics.Religion | Topics.Business),
    ];

    public static IEnumerable<string> Of(Topics topics) => Known.Where(k => topics.HasFlag(k.Topic)).Select(k => k.Key);

    /// <summary>Null when nothing is called that.</summary>
    public static Topics? Parse(string key)
    {
        foreach (var (topic, known) in Known)
            if (string.Equals(known, key, StringComparison.OrdinalIgnoreCase))
                return topic;
        return null;
    }
}
