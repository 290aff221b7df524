using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Platform.Events;

/// <summary>A place in the log: everything at or before it has been seen.</summary>
public readonly record struct LogPlace(long Transaction, long Position)
{
    public static readonly LogPlace Start = new(-1, 0);
}

/// <summary>How far a subscriber has come. It moves in the same transaction as the subscriber's own writes.</summary>
public sealed class EventCursor
{
    private EventCursor() { }

    public EventCursor(string subscriber) => Subscriber = subscriber;

    public string Subscriber { get; private set; } = "";

    public long Transaction { get; private set; } = LogPlace.Start.Transaction;

    /// <summary>Also the concurrency token: of two nodes that handle the same event, one commits.</summary>
    public long Position { get; private set; }

    /// <summary>Failed attempts at the event after this place.</summary>
    public int Attempts { get; private set; }

    public DateTimeOffset? RetryAt { get; private set; }

    public LogPlace Place => new(Transaction, Position);

    public void MoveTo(LoggedEvent seen)
    {
        (Transaction, Position) = (seen.Transaction, seen.Position);
        (Attempts, RetryAt) = (0, null);
    }

    /// <summary>Waits 1, 2, 4 … seconds, at most a minute, before the next attempt.</summary>
    public void Fail(DateTimeOffset now) => RetryAt = now.AddSeconds(Math.Min(60, 1 << Math.Min(6, Attempts++)));
}

/// <summary>An event that a subscriber could not handle after many attempts; an operator decides what becomes of it.</summary>
public sealed class SkippedEvent
{
    public long Position { get; set; }

    public string Subscriber { get; set; } = "";

    public string Error { get; set; } = "";

    public DateTimeOffset At { get; set; }
}

internal sealed class EventCursorMapping : IEntityTypeConfiguration<EventCursor>, IEntityTypeConfiguration<SkippedEvent>
{
    public void Configure(EntityTypeBuilder<EventCursor> builder)
    {
        builder.ToTable("EventCursors");
        builder.HasKey(c => c.Subscriber);
        builder.Property(c => c.Subscriber).HasMaxLength(80);
        builder.Property(c => c.Position).IsConcurrencyToken();
        builder.Ignore(c => c.Place);
    }

    public void Configure(EntityTypeBuilder<SkippedEvent> builder)
    {
        builder.ToTable("SkippedEvents");
        builder.HasKey(s => new { s.Subscriber, s.Position });
        builder.Property(s => s.Subscriber).HasMaxLength(80);
        builder.Property(s => s.Error).HasMaxLength(2000);
    }
}
