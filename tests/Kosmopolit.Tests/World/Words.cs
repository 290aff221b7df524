using Kosmopolit.Features.Search;
using Kosmopolit.Features.Search.Index;
using Kosmopolit.Platform.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.World;

/// <summary>Waits for what happens by itself, after a moment.</summary>
internal static class Words
{
    /// <summary>Until a house's word index answers, and knows what has happened so far.</summary>
    public static Task Ready(House house) =>
        Come(
            async () =>
            {
                var index = house.App.Services.GetRequiredService<SearchIndex>();
                if (index is not { State: IndexState.Ready, Current.Place.Place: { } at })
                    return false;
                var end = await house.Ask(db => db.End(Until.Stopped));
                return (at.Transaction, at.Position).CompareTo((end.Transaction, end.Position)) >= 0;
            },
            TimeSpan.FromMinutes(5)
        );

    /// <summary>
    /// Until every event is final. PostgreSQL shows an event once every transaction of the server that began before its
    /// end is over, and other tests write on the same server.
    /// </summary>
    public static async Task Settle(House house)
    {
        var written = await house.Ask(db => db.Set<LoggedEvent>().CountAsync(Until.Stopped));
        await Come(
            async () => (await house.Ask(db => db.After(LogPlace.Start, written, Until.Stopped))).Count >= written,
            TimeSpan.FromMinutes(1)
        );
    }

    /// <summary>Asks again and again, and fails when the time is over.</summary>
    public static async Task Come(Func<Task<bool>> isThere, TimeSpan within, string what = "It")
    {
        var began = TimeProvider.System.GetTimestamp();
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(25));
        while (!await isThere())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < within, $"{what} did not come within {within}.");
            await pause.WaitForNextTickAsync(Until.Stopped);
        }
    }
}
