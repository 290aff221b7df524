using System.Threading.Channels;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Jobs;
using Kosmopolit.Tests.World;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kosmopolit.Tests.Platform.Jobs;

public sealed class WorkerTests
{
    [Fact]
    public async Task A_worker_begins_when_the_database_is_ready_and_works_until_nothing_is_left()
    {
        var readiness = new Readiness();
        using var worker = new Counting(readiness, left: 3);
        await worker.StartAsync(Until.Stopped);
        Assert.Equal(0, worker.Done);
        readiness.Report();
        await worker.Worked(4);
        await worker.StopAsync(Until.Stopped);
        Assert.Equal(4, worker.Done);
    }

    [Fact]
    public async Task Every_wake_ends_a_rest_also_after_many_rests()
    {
        using var worker = new Counting(Ready(), left: 0);
        await worker.StartAsync(Until.Stopped);
        for (var wakes = 1; wakes <= 5; wakes++)
        {
            await worker.Worked(1);
            worker.Wake();
        }
        await worker.Worked(1);
        await worker.StopAsync(Until.Stopped);
    }

    [Fact]
    public async Task A_stumble_does_not_end_the_work()
    {
        using var worker = new Counting(Ready(), left: 0) { Stumbles = true };
        await worker.StartAsync(Until.Stopped);
        await worker.Worked(1);
        worker.Wake();
        await worker.Worked(1);
        await worker.StopAsync(Until.Stopped);
        Assert.True(worker.ExecuteTask!.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Stopping_before_the_start_is_no_failure()
    {
        using var worker = new Counting(new Readiness(), left: 0);
        await worker.StartAsync(Until.Stopped);
        await worker.StopAsync(Until.Stopped);
        Assert.False(worker.ExecuteTask!.IsFaulted);
    }

    private static Readiness Ready()
    {
        var readiness = new Readiness();
        readiness.Report();
        return readiness;
    }

    /// <summary>Rests an hour, so that only a wake can make it work again within a test.</summary>
    private sealed class Counting(Readiness readiness, int left)
        : Worker(TimeSpan.FromHours(1), readiness, TimeProvider.System, NullLogger.Instance)
    {
        private readonly Channel<int> _worked = Channel.CreateUnbounded<int>();
        private int _done;

        public bool Stumbles { get; init; }

        public int Done => _done;

        public async Task Worked(int times)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(Until.Stopped);
            patience.CancelAfter(TimeSpan.FromSeconds(20));
            for (var time = 0; time < times; time++)
                await _worked.Reader.ReadAsync(patience.Token);
        }

        protected override Task<bool> Work(CancellationToken ct)
        {
            _worked.Writer.TryWrite(++_done);
            return Stumbles ? throw new InvalidOperationException("on purpose") : Task.FromResult(_done <= left);
        }
    }
}
