using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Kosmopolit.Features.Activities.Trips.Meetings;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Bench.Scheduling;

/// <summary><c>scheduling</c>: how many meetings the timetable of a trip holds, against the most there can be, and how long it takes.</summary>
internal static class SchedulingBench
{
    public static Command Command()
    {
        var command = new Command("scheduling", "Timetables of meetings against their bound");
        command.SetAction(_ => Run());
        return command;
    }

    private static void Run()
    {
        Console.WriteLine("travellers  firms  slots  wishes  placed  bound  of bound  seconds");
        foreach (
            var (guests, receivers, slots, share) in new[]
            {
                (10, 20, 8, 40),
                (20, 40, 12, 30),
                (30, 60, 16, 15),
                (30, 60, 16, 25),
                (30, 60, 16, 50),
            }
        )
        foreach (var seed in new[] { 1, 2, 3 })
        {
            var wishes = MeetingMarket.Made(guests, receivers, slots, share, seed);
            var clock = Stopwatch.StartNew();
            var made = Matchmaker.Arrange(wishes);
            var seconds = clock.Elapsed.TotalSeconds;
            if (Timetable.Clashes(wishes, made.Placed).FirstOrDefault() is { } clash)
                throw new InvalidOperationException(clash);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{guests, 10}  {receivers, 5}  {slots, 5}  {wishes.Pairs.Count, 6}  {made.Placed.Count, 6}  {made.Bound, 5}  {100.0 * made.Placed.Count / Math.Max(1, made.Bound), 7:0.0}%  {seconds, 7:0.00}"
                )
            );
        }
    }
}
