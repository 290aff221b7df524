using Kosmopolit.Platform.Data;

namespace Kosmopolit.Platform.Events;

/// <summary>
/// Follows the event log once for the whole installation. What it writes through the context it is given commits
/// together with its place in the log: each event has its effect once, however many nodes run and whenever one dies.
/// </summary>
public abstract class Subscriber
{
    /// <summary>Stable name of the cursor row.</summary>
    public abstract string Name { get; }

    /// <summary>Whether events of this name (<see cref="LoggedEvent.Kind"/>) have any effect; the others are passed by, many at a time.</summary>
    public virtual bool Wants(string kind) => true;

    public abstract Task Handle(KosmopolitDb db, LoggedEvent happened, CancellationToken ct);
}
