using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Platform.Auth.Sessions;

/// <summary>Signs somebody out: here, in another browser of theirs, or in all of them.</summary>
public sealed class EndSessions(KosmopolitDb db, Me me, TimeProvider clock)
{
    /// <summary>Ends one of one's own; what is not there any more counts as done.</summary>
    public Task One(Guid id, CancellationToken ct = default) => End(Open().Where(s => s.Id == id), ct);

    public Task Others(CancellationToken ct = default) => End(Open().Where(s => s.Id != me.SessionId), ct);

    public Task All(CancellationToken ct = default) => End(Open(), ct);

    private IQueryable<Session> Open() => db.Set<Session>().Where(s => s.AccountId == me.AccountId && s.EndedAt == null);

    private async Task End(IQueryable<Session> sessions, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var session in await sessions.ToListAsync(ct))
            session.End(now);
        await db.SaveChangesAsync(ct);
    }
}
