using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Platform.Events;

/// <summary>
/// One line of the event log: audit trail, and feed of search, notifications and figures. Payloads carry ids and codes,
/// never personal text, so that erasing a person needs no rewriting of history.
/// </summary>
public sealed class LoggedEvent
{
    /// <summary>Increases in the order of insertion; on PostgreSQL not in the order of commit.</summary>
    public long Position { get; private set; }

    /// <summary>PostgreSQL's writing transaction; 0 on SQLite, where writers take turns.</summary>
    public long Transaction { get; private set; }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The record's name, for instance <c>MemberChanged</c>.</summary>
    public string Kind { get; private set; } = "";

    public string Payload { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public Guid? ActorId { get; private set; }

    public static LoggedEvent From(object happened, Guid? actor, DateTimeOffset at) =>
        new()
        {
            Kind = happened.GetType().Name,
            Payload = JsonSerializer.Serialize(happened, happened.GetType()),
            ActorId = actor,
            At = at,
        };

    /// <summary>Reads the payload back when this event is a <typeparamref name="T"/>.</summary>
    public T? As<T>()
        where T : class => Kind == typeof(T).Name ? JsonSerializer.Deserialize<T>(Payload) : null;
}

internal sealed class LoggedEventMapping : IEntityTypeConfiguration<LoggedEvent>
{
    public void Configure(EntityTypeBuilder<LoggedEvent> builder)
    {
        builder.ToTable("Events");
        builder.HasKey(e => e.Position);
        builder.Property(e => e.Position).ValueGeneratedOnAdd();
        builder.Property(e => e.Kind).HasMaxLength(80);
        builder.Property(e => e.Payload).HasMaxLength(4000);
        builder.HasIndex(e => new { e.Transaction, e.Position });
        builder.HasIndex(e => e.ActorId);
    }
}
