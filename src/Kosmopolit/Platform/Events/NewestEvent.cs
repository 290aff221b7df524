using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Platform.Events;

/// <summary>
/// How far the log had come when this request first asked. What is drawn after that and kept under it is never too old: it may
/// only be newer than its key says.
/// </summary>
public sealed class NewestEvent(KosmopolitDb db)
{
    private static readonly Func<DbContext, Task<long?>> Last = EF.CompileAsyncQuery(
        (DbContext db) => db.Set<LoggedEvent>().TagWith(ReadyStatements.Tag).Max(e => (long?)e.Position)
    );

    private long? _position;

    /// <summary>Whoever asked the database something else at the beginning of the request has read it along.</summary>
    public void Was(long position) => _position ??= position;

    /// <summary>Position of the newest event of all, final or not; 0 when nothing has happened yet.</summary>
    public async Task<long> Position()
    {
        if (_position is { } known)
            return known;
        using var ready = ReadyStatements.Only(db);
        _position = await Last(db) ?? 0;
        return _position.Value;
    }
}
