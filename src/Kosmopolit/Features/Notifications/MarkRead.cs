using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Notifications;

/// <summary>A member has read one notice, or all of them.</summary>
public sealed class MarkRead(KosmopolitDb db, Me me, TimeProvider clock)
{
    /// <param name="id">Null for all.</param>
    /// <returns>Why not, when there is no such notice of the reader's.</returns>
    public async Task<Refusal?> Run(Guid? id, CancellationToken ct = default)
    {
        var self = me.MemberId;
        var own = db.Set<Notice>().Where(n => self != null && n.MemberId == self);
        if (id is not null && !await own.AnyAsync(n => n.Id == id, ct))
            return new Refusal("This is no longer here.") { Kind = RefusalKind.Gone };
        var now = clock.GetUtcNow();
        await own.Where(n => n.ReadAt == null && (id == null || n.Id == id)).ExecuteUpdateAsync(n => n.SetProperty(x => x.ReadAt, now), ct);
        return null;
    }
}
