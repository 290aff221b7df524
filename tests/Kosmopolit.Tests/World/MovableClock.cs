namespace Kosmopolit.Tests.World;

/// <summary>A clock that stands where a test puts it. Timers run in real time: a worker's rest must not hang a test.</summary>
public sealed class MovableClock(DateTimeOffset start) : TimeProvider
{
    /// <summary>The morning on which the demo world is told.</summary>
    public static readonly DateTimeOffset Morning = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    private long _ticks = start.UtcTicks;

    public MovableClock()
        : this(Morning) { }

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void Move(TimeSpan ahead) => Interlocked.Add(ref _ticks, ahead.Ticks);
}
