using System.Globalization;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Search.Index;

/// <summary>
/// How far along the event log an index is, stored in its own commit. The event's identity stands beside its number,
/// so that an index of another database, or of one that was restored from a backup, is recognised.
/// </summary>
public sealed record IndexPlace(LogPlace Place, Guid EventId, string Version)
{
    public Dictionary<string, string> ToCommit() =>
        new()
        {
            ["transaction"] = Place.Transaction.ToString(CultureInfo.InvariantCulture),
            ["position"] = Place.Position.ToString(CultureInfo.InvariantCulture),
            ["event"] = EventId.ToString("N"),
            ["version"] = Version,
        };

    /// <summary>Null when the commit says nothing of the kind.</summary>
    public static IndexPlace? From(IDictionary<string, string> commit) =>
        commit.TryGetValue("transaction", out var transaction)
        && commit.TryGetValue("position", out var position)
        && commit.TryGetValue("event", out var id)
        && commit.TryGetValue("version", out var version)
        && long.TryParse(transaction, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var t)
        && long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var p)
        && Guid.TryParse(id, out var e)
            ? new IndexPlace(new LogPlace(t, p), e, version)
            : null;

    /// <summary>The end of the log, with which a rebuild begins.</summary>
    public static async Task<IndexPlace> EndOf(KosmopolitDb db, CancellationToken ct)
    {
        var end = await db.End(ct);
        var last = await db.Set<LoggedEvent>().AsNoTracking().SingleOrDefaultAsync(e => e.Position == end.Position, ct);
        return new IndexPlace(end, last?.Id ?? Guid.Empty, EntryDocument.Version);
    }

    public IndexPlace After(LoggedEvent seen) => this with { Place = new LogPlace(seen.Transaction, seen.Position), EventId = seen.Id };

    /// <summary>Whether following the log from here leads to a true index.</summary>
    public async Task<bool> Continues(KosmopolitDb db, CancellationToken ct)
    {
        if (Version != EntryDocument.Version)
            return false;
        var seen = await db.Set<LoggedEvent>().AsNoTracking().SingleOrDefaultAsync(e => e.Position == Place.Position, ct);
        if (seen is not null)
            return seen.Id == EventId;
        // Only an index of an empty log may stand before the first event; otherwise the log was cut or replaced.
        return Place == LogPlace.Start;
    }
}
