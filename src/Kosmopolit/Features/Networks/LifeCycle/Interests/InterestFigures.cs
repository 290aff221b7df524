using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Networks.LifeCycle.Interests;

/// <summary>How many would join, as far as it may be said.</summary>
/// <param name="All">Everyone together; null below five.</param>
/// <param name="Municipalities">Only those of which the number may be told.</param>
public sealed record InterestPicture(int? All, IReadOnlyDictionary<string, int> Municipalities, bool IsEnough);

/// <summary>
/// Counts for everyone to see. A municipality below five is not told, and when what is left over would give it away the
/// smallest told one is held back too.
/// </summary>
public static class InterestFigures
{
    public const int Least = 5;

    public static async Task<InterestPicture> Interest(this KosmopolitDb db, Network network, CancellationToken ct = default)
    {
        var counts = await db.Set<Interest>()
            .Where(i => i.NetworkId == network.Id && i.EndedAt == null)
            .GroupBy(i => i.Municipality)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return Picture(counts, network.InterestThreshold);
    }

    internal static InterestPicture Picture(IReadOnlyDictionary<string, int> counts, int threshold)
    {
        var all = counts.Values.Sum();
        var told = counts.Where(c => c.Value >= Least).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).ToList();
        while (told.Count > 0 && all - told.Sum(c => c.Value) is > 0 and < Least)
            told.RemoveAt(told.Count - 1);
        return new InterestPicture(all >= Least ? all : null, told.ToDictionary(c => c.Key, c => c.Value), all >= threshold);
    }
}
