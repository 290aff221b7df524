using Kosmopolit.Features.Members.People;

namespace Kosmopolit.Features.Countries;

/// <summary>The five topics that a country's facts and texts are arranged by, as they stand in addresses.</summary>
public static class CountryTopics
{
    public static readonly IReadOnlyList<(string Key, Topics Topic)> All =
    [
        ("culture", Topics.Culture),
        ("politics", Topics.Politics),
        ("language", Topics.Language),
        ("religion", Topics.Religion),
        ("business", Topics.Business),
    ];

    public static Topics? Find(string key) =>
        All.Where(t => t.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).Select(t => (Topics?)t.Topic).FirstOrDefault();
}
