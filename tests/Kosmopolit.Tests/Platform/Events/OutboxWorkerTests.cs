using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Events;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Mail;
using Kosmopolit.Tests.World;
using Kosmopolit.Tests.World.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kosmopolit.Tests.Platform.Events;

/// <summary>Every event has its effect once: with two nodes, with failures, and with transactions that commit late.</summary>
[UsesDatabase]
public sealed class OutboxWorkerTests : IAsyncLifetime
{
    private House _house = null!;

    public async ValueTask InitializeAsync() => _house = await House.Open();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Two_nodes_give_every_event_its_effect_once()
    {
        await Happen(40);
        await Settle();
        await using var second = _house.Database.AnotherNode(_house.Clock);
        var writer = new Writer();
        await Task.WhenAll(AdvanceAll(Worker(_house.App.Services), writer), AdvanceAll(Worker(second), writer));
        Assert.Equal(Enumerable.Range(0, 40), await Effects());
    }

    [Fact]
    public async Task A_failure_leaves_no_trace_and_is_tried_again()
    {
        await Happen(2);
        await Settle();
        var writer = new Writer { FailsAt = 0, Times = 2 };
        var worker = Worker(_house.App.Services);
        Assert.True(await worker.Advance(writer, Until.Stopped));
        Assert.Empty(await Effects());
        Assert.False(await worker.Advance(writer, Until.Stopped), "It waits before the next attempt.");

        _house.Clock.Move(TimeSpan.FromSeconds(1));
        await worker.Advance(writer, Until.Stopped);
        Assert.False(await worker.Advance(writer, Until.Stopped));
        _house.Clock.Move(TimeSpan.FromSeconds(2));
        await AdvanceAll(worker, writer);
        Assert.Equal([0, 1], await Effects());
        Assert.Empty(await _house.All<SkippedEvent>());
    }

    [Fact]
    public async Task An_event_that_always_fails_is_set_aside_and_the_next_goes_on()
    {
        await Happen(2);
        await Settle();
        var writer = new Writer { FailsAt = 0, Times = int.MaxValue };
        var worker = Worker(_house.App.Services);
        for (var attempt = 0; attempt < OutboxWorker.MaxAttempts; attempt++)
        {
            Assert.True(await worker.Advance(writer, Until.Stopped));
            _house.Clock.Move(TimeSpan.FromMinutes(1));
        }
        await AdvanceAll(worker, writer);
        Assert.Equal([1], await Effects());
        var skipped = Assert.Single(await _house.All<SkippedEvent>());
        Assert.Equal(writer.Name, skipped.Subscriber);
        Assert.Contains("stumbled on purpose", skipped.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_that_dies_between_effect_and_commit_does_both_again()
    {
        await Happen(1);
        await Settle();
        using var kill = new CancellationTokenSource();
        var dying = new Writer { BeforeCommit = kill.Cancel };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Worker(_house.App.Services).Advance(dying, kill.Token));
        Assert.Empty(await Effects());
        await AdvanceAll(Worker(_house.App.Services), new Writer());
        Assert.Equal([0], await Effects());
    }

    [Fact]
    public async Task An_event_whose_transaction_commits_late_is_not_passed_by()
    {
        var (started, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var late = _house.Do(db =>
            db.InOneTransaction(
                async () =>
                {
                    db.Record(new Happened(1));
                    await db.SaveChangesAsync();
                    started.SetResult();
                    await release.Task;
                    return true;
                },
                Until.Stopped
            )
        );
        await started.Task;
        var early = Happen(2, from: 2);
        // PostgreSQL lets the second commit first; SQLite lets it wait for its turn.
        if (_house.Database.IsPostgres)
            await early;
        var seen = await Follow(LogPlace.Start);
        release.SetResult();
        await Task.WhenAll(late, early);
        await Settle();
        seen.AddRange(await Follow(seen.Count == 0 ? LogPlace.Start : PlaceOf(seen[^1])));
        Assert.Equal([1, 2, 3], seen.Select(e => e.As<Happened>()).OfType<Happened>().Select(h => h.Number).Order());
    }

    private static LogPlace PlaceOf(LoggedEvent seen) => new(seen.Transaction, seen.Position);

    private Task<List<LoggedEvent>> Follow(LogPlace place) => _house.Ask(db => db.After(place, 100, Until.Stopped));

    private Task Happen(int count, int from = 0) =>
        _house.Do(async db =>
        {
            for (var number = from; number < from + count; number++)
                db.Record(new Happened(number));
            await db.SaveChangesAsync();
        });

    // PostgreSQL shows an event once every transaction of the server that began before its end is over, and other tests
    // write on the same server.
    private async Task Settle()
    {
        var written = await _house.Ask(db => db.Set<LoggedEvent>().CountAsync(Until.Stopped));
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while ((await _house.Ask(db => db.After(LogPlace.Start, written, Until.Stopped))).Count < written)
            await pause.WaitForNextTickAsync(Until.Stopped);
    }

    private static async Task AdvanceAll(OutboxWorker worker, Subscriber subscriber)
    {
        while (await worker.Advance(subscriber, Until.Stopped)) { }
    }

    private async Task<IEnumerable<int>> Effects() =>
        (await _house.All<OutgoingMail>()).Select(m => int.Parse(m.Subject, System.Globalization.CultureInfo.InvariantCulture)).Order();

    private OutboxWorker Worker(IServiceProvider node) =>
        new(node.GetRequiredService<IServiceScopeFactory>(), [], new Readiness(), _house.Clock, NullLogger<OutboxWorker>.Instance);

    private sealed record Happened(int Number);

    /// <summary>Has a mail as its effect, with the event's number as subject.</summary>
    private sealed class Writer : Subscriber
    {
        private int _failures;

        public int? FailsAt { get; init; }

        public int Times { get; init; }

        public Action? BeforeCommit { get; init; }

        public override string Name => "writer";

        public override Task Handle(KosmopolitDb db, LoggedEvent happened, CancellationToken ct)
        {
            if (happened.As<Happened>() is not { } what)
                return Task.CompletedTask;
            db.Add(new OutgoingMail("a@example.org", $"{what.Number}", "", "", "en", happened.At.AddYears(1)));
            if (what.Number == FailsAt && _failures++ < Times)
                throw new InvalidOperationException("stumbled on purpose");
            BeforeCommit?.Invoke();
            return Task.CompletedTask;
        }
    }
}
