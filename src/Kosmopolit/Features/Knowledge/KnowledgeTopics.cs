using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Knowledge;

/// <summary>What texts and claims are about, as it stands in addresses and files; Sweden has three of its own.</summary>
public static class KnowledgeTopics
{
    public static readonly IReadOnlyList<string> OfCountries = TopicKeys.OfCountries;

    /// <summary>What newcomers ask about Sweden itself.</summary>
    public static readonly IReadOnlyList<string> OfSweden = ["networks", "unwritten-rules", "running-a-firm"];

    /// <summary>In reading order.</summary>
    public static readonly IReadOnlyList<string> All = [.. OfCountries, .. OfSweden];

    /// <summary>The key of a country's topic as it is stored; empty for none and for what is no topic.</summary>
    public static string Clean(string? key) =>
        OfCountries.FirstOrDefault(k => string.Equals(k, key, StringComparison.OrdinalIgnoreCase)) ?? "";

    public static IReadOnlyList<string> For(string country) => country == "SE" ? All : OfCountries;

    public static string Name(string topic, Texts t) =>
        topic switch
        {
            "culture" => t["Business culture"],
            "politics" => t["Politics"],
            "language" => t["Language"],
            "religion" => t["Religion"],
            "business" => t["Doing business"],
            "networks" => t["Ways into Swedish networks"],
            "unwritten-rules" => t["Unwritten rules"],
            "running-a-firm" => t["Running a firm in Sweden"],
            _ => t["Other"],
        };
}
