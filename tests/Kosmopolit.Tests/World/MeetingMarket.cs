using Kosmopolit.Features.Activities.Trips.Meetings;

namespace Kosmopolit.Tests.World;

/// <summary>Invented wishes, the same for the same seed: what timetables are measured and tried on.</summary>
internal static class MeetingMarket
{
    /// <param name="share">Of a hundred pairs, how many want to meet.</param>
    /// <param name="step">Minutes from one beginning to the next; under 45 they overlap.</param>
    public static MeetingWishes Made(int guests, int receivers, int slots, int share, int seed, int step = 45)
    {
        var dice = new Random(seed);
        var starts = Enumerable.Range(0, slots).Select(i => i * step + i / 8 * 1000).ToList();
        var places = Math.Max(1, receivers / 10);
        return new MeetingWishes(
            [.. Enumerable.Range(0, guests).Select(i => new Guest(i, Free(dice, slots, 90)))],
            [.. Enumerable.Range(0, receivers).Select(i => new Receiver(i, i % places, Free(dice, slots, 70)))],
            [
                .. Enumerable
                    .Range(0, guests)
                    .SelectMany(g => Enumerable.Range(0, receivers).Select(r => new Pair(g, r)))
                    .Where(_ => dice.Next(100) < share),
            ],
            new Slots(starts, 30, 30, 15)
        );
    }

    private static HashSet<int> Free(Random dice, int slots, int share) =>
        [.. Enumerable.Range(0, slots).Where(_ => dice.Next(100) < share)];
}
