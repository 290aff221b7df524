using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Platform.Events;

/// <summary>Reads the log in an order that never misses an event that committed late.</summary>
public static class EventLog
{
    // Rows of transactions older than every running one are final. Ordered by (transaction, position), nothing can be
    // inserted before a place that has been read.
    private const string FinalOnPostgres = """
        SELECT * FROM "Events"
        WHERE "Transaction" < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
        """;

    /// <summary>The next events after <paramref name="place"/>, oldest first, at most <paramref name="count"/>.</summary>
    public static Task<List<LoggedEvent>> After(this KosmopolitDb db, LogPlace place, int count, CancellationToken ct)
    {
        var final = db is PostgresDb ? db.Set<LoggedEvent>().FromSqlRaw(FinalOnPostgres) : db.Set<LoggedEvent>();
        return final
            .AsNoTracking()
            .Where(e => e.Transaction > place.Transaction || (e.Transaction == place.Transaction && e.Position > place.Position))
            .OrderBy(e => e.Transaction)
            .ThenBy(e => e.Position)
            .Take(count)
            .ToListAsync(ct);
    }

    /// <summary>The newest final place; a rebuilt index starts following here.</summary>
    public static async Task<LogPlace> End(this KosmopolitDb db, CancellationToken ct)
    {
        var final = db is PostgresDb ? db.Set<LoggedEvent>().FromSqlRaw(FinalOnPostgres) : db.Set<LoggedEvent>();
        var last = await final
            .OrderByDescending(e => e.Transaction)
            .ThenByDescending(e => e.Position)
            .Select(e => new { e.Transaction, e.Position })
            .FirstOrDefaultAsync(ct);
        return last is null ? LogPlace.Start : new LogPlace(last.Transaction, last.Position);
    }
}
