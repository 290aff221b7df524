using System.ComponentModel.DataAnnotations.Schema;

namespace Kosmopolit.Platform.Data;

/// <summary>
/// A row with an identity of its own. Keys are UUIDv7: a network's archive imports elsewhere without collisions
/// and an index keeps them nearly in the order of their making.
/// </summary>
public abstract class Entity
{
    [ThreadStatic]
    private static Func<Guid>? _keys;

    private readonly List<object> _events = [];

    public Guid Id { get; protected set; } = _keys?.Invoke() ?? Guid.CreateVersion7();

    /// <summary>What happened to this row since it was loaded; stored with it by one <c>SaveChanges</c>.</summary>
    [NotMapped]
    public IReadOnlyList<object> Events => _events;

    /// <summary>
    /// Until disposed, entities made on this thread take their keys from <paramref name="next"/>: a world that must be
    /// the same on every machine needs keys that are, from the first event an entity raises.
    /// </summary>
    internal static IDisposable TakeKeysFrom(Func<Guid> next)
    {
        _keys = next;
        return new KeySource();
    }

    protected void Raise(object happened) => _events.Add(happened);

    internal void ForgetEvents() => _events.Clear();

    private sealed class KeySource : IDisposable
    {
        public void Dispose() => _keys = null;
    }
}

/// <summary>An entity that two people can edit at once: the second save on the same revision is refused.</summary>
public interface IRevised
{
    int Revision { get; set; }
}
