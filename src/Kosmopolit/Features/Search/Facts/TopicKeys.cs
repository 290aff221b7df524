using Kosmopolit.Features.Members.People;

namespace Kosmopolit.Features.Search.Facts;

/// <summary>Topics as they stand in addresses: the enum's names in lower case.</summary>
public static class TopicKeys
{
    private static readonly (Topics Topic, string Key)[] Known =
    [
        .. Enum.GetValues<Topics>().Where(t => t != Topics.None).Select(t => (t, t.ToString().ToLowerInvariant())),
    ];

    public static IEnumerable<string> All => Known.Select(k => k.Key);

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
