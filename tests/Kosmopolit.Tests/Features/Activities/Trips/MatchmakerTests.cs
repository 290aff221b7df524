using System.Diagnostics;
using System.Globalization;
using CsCheck;
using Kosmopolit.Features.Activities.Trips;
using Kosmopolit.Features.Activities.Trips.Meetings;
using Kosmopolit.Features.Activities.Trips.Money;
using Kosmopolit.Features.Activities.Trips.Travellers;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Features.Activities.Trips;

/// <summary>Timetables without clashes, and how near they come to the best there can be.</summary>
public sealed class MatchmakerTests
{
    [Fact]
    public void No_timetable_has_a_clash_or_more_than_its_bound() =>
        Gen.Select(Gen.Int[1, 8], Gen.Int[1, 10], Gen.Int[1, 8], Gen.Int[0, 100_000], Gen.Int[5, 45])
            .Sample(
                (guests, receivers, slots, seed, step) =>
                {
                    var wishes = MeetingMarket.Made(guests, receivers, slots, 50, seed, step);
                    var made = Matchmaker.Arrange(wishes, patience: 60);
                    Assert.Empty(Timetable.Clashes(wishes, made.Placed));
                    Assert.True(made.Placed.Count <= made.Bound);
                },
                iter: 300
            );

    [Fact]
    public void The_bound_is_no_less_than_the_best_and_small_ones_are_solved_best() =>
        Gen.Select(Gen.Int[1, 3], Gen.Int[1, 3], Gen.Int[1, 3], Gen.Int[0, 100_000], Gen.Int[10, 45])
            .Sample(
                (guests, receivers, slots, seed, step) =>
                {
                    var wishes = MeetingMarket.Made(guests, receivers, slots, 70, seed, step);
                    var (best, made) = (Best(wishes, 0, []), Matchmaker.Arrange(wishes, patience: 300));
                    Assert.True(made.Bound >= best, $"bound {made.Bound} under {best}");
                    Assert.Equal(best, made.Placed.Count);
                },
                iter: 300
            );

    [Fact]
    public void Everybody_with_everybody_is_full_to_the_last_seat()
    {
        var all = Enumerable.Range(0, 12).ToHashSet();
        var wishes = new MeetingWishes(
            [.. Enumerable.Range(0, 12).Select(i => new Guest(i, all))],
            [.. Enumerable.Range(0, 12).Select(i => new Receiver(i, 0, all))],
            [.. Enumerable.Range(0, 12).SelectMany(g => Enumerable.Range(0, 12).Select(r => new Pair(g, r)))],
            new Slots([.. Enumerable.Range(0, 12).Select(i => i * 45)], 30, 30)
        );
        var made = Matchmaker.Arrange(wishes);
        Assert.Equal(144, made.Bound);
        Assert.True(made.Placed.Count >= 137, $"{made.Placed.Count} of 144");
    }

    [Fact]
    public void Thirty_travellers_and_sixty_firms_come_near_the_best_within_seconds()
    {
        var wishes = MeetingMarket.Made(30, 60, 16, 25, 7);
        var clock = Stopwatch.StartNew();
        var made = Matchmaker.Arrange(wishes);
        Assert.Empty(Timetable.Clashes(wishes, made.Placed));
        Assert.True(made.Placed.Count >= 0.95 * made.Bound, $"{made.Placed.Count} of at most {made.Bound}");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"took {clock.Elapsed}");
    }

    /// <summary>A grid from nine, a firm that has time at half past nine, a traveller from twenty to ten: whoever has time together meets.</summary>
    [Fact]
    public void Odd_hours_lose_no_meeting()
    {
        var (sheet, day, trip) = (new TripSheet(Guid.Empty), new DateOnly(2027, 3, 2), Guid.Empty);
        sheet.Set(45, 15, 30);
        Counterpart At(string from, string to) =>
            new(
                trip,
                from,
                "",
                "Erbil",
                new(day, TimeOnly.Parse(from, CultureInfo.InvariantCulture), TimeOnly.Parse(to, CultureInfo.InvariantCulture))
            );
        var (usual, odd) = (At("09:00", "12:00"), At("09:30", "10:20"));
        List<FreeHours> late = [new(trip, day, new TimeOnly(9, 40), new TimeOnly(11, 30), isAway: false)];
        List<FreeHours> away = [new(trip, day, null, null, isAway: true)];
        List<string> Starts(params (Counterpart, IEnumerable<FreeHours>)[] pairs) =>
            [
                .. MeetingStarts
                    .Of(pairs, [usual, odd], sheet, day.ToDateTime(default))
                    .Select(m => TimeSpan.FromMinutes(m).ToString(@"hh\:mm", CultureInfo.InvariantCulture)),
            ];
        Assert.Equal(["09:00", "10:00", "11:00"], Starts((usual, [])));
        Assert.Equal(["09:00", "09:30", "10:00", "11:00"], Starts((usual, []), (odd, [])));
        // From twenty to ten to half past eleven one fits the grid, and two fit the hours: 9:40 and 10:40.
        Assert.Equal(["09:00", "09:40", "10:00", "10:40", "11:00"], Starts((usual, late)));
        // Together with the firm that has time until twenty past ten they have forty minutes: too few.
        Assert.Equal(["09:00", "10:00", "11:00"], Starts((odd, late), (odd, away)));
    }

    [Fact]
    public void A_clash_is_noticed()
    {
        var all = new HashSet<int> { 0, 1 };
        var wishes = new MeetingWishes([new(0, all)], [new(0, 0, all), new(1, 1, all)], [new(0, 0), new(0, 1)], new Slots([0, 45], 30, 60));
        Assert.Contains(
            Timetable.Clashes(wishes, [new(new(0, 0), 0), new(new(0, 1), 1)]),
            c => c.Contains("the way", StringComparison.Ordinal)
        );
        Assert.Contains(
            Timetable.Clashes(wishes, [new(new(0, 0), 0), new(new(0, 1), 0)]),
            c => c.Contains("at once", StringComparison.Ordinal)
        );
        var close = wishes with { Slots = new Slots([0, 40], 30, 0, 15) };
        Assert.Contains(
            Timetable.Clashes(close, [new(new(0, 0), 0), new(new(0, 1), 1)]),
            c => c.Contains("no rest", StringComparison.Ordinal)
        );
        Assert.Single(Matchmaker.Arrange(wishes).Placed);
    }

    [Fact]
    public void Shares_add_up_to_the_ore() =>
        Gen.Select(Gen.Long[0, 1_000_000_000], Gen.Int[1, 60])
            .Sample(
                (minor, people) =>
                {
                    var shares = CostSplit.Shares(minor, people);
                    return shares.Count == people && shares.Sum() == minor && shares.Max() - shares.Min() <= 1;
                }
            );

    [Fact]
    public void Balances_are_nothing_together_and_settling_leaves_nobody_owing() =>
        Gen.Select(Gen.Int[1, 12], Gen.Select(Gen.Int[0, 11], Gen.Long[1, 10_000_000]).Array[0, 30])
            .Sample(
                (people, paid) =>
                {
                    List<Guid> keys = [.. Enumerable.Range(0, people).Select(i => new Guid(i + 1, 0, 0, new byte[8]))];
                    var balances = CostSplit.Balances(paid.Select(p => new Outlay(keys[p.Item1 % people], p.Item2, keys)));
                    if (balances.Values.Sum() != 0)
                        return false;
                    var debts = CostSplit.Settle(balances);
                    var left = balances.ToDictionary(b => b.Key, b => b.Value);
                    foreach (var debt in debts)
                    {
                        left[debt.From] += debt.Minor;
                        left[debt.To] -= debt.Minor;
                    }
                    return debts.All(d => d.Minor > 0) && debts.Count < Math.Max(1, people) && left.Values.All(v => v == 0);
                }
            );

    // All ways, for worlds small enough.
    private static int Best(MeetingWishes wishes, int next, List<Placed> placed)
    {
        if (next == wishes.Pairs.Count)
            return placed.Count;
        var best = Best(wishes, next + 1, placed);
        for (var slot = 0; slot < wishes.Slots.Starts.Count; slot++)
        {
            placed.Add(new Placed(wishes.Pairs[next], slot));
            if (!Timetable.Clashes(wishes, placed).Any())
                best = Math.Max(best, Best(wishes, next + 1, placed));
            placed.RemoveAt(placed.Count - 1);
        }
        return best;
    }
}
