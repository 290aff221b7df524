using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Notifications.Following;

/// <summary>Changes one line of what the reader follows, or lets mails come again.</summary>
public sealed class FollowingForm(KosmopolitDb db, Me me, TimeProvider clock)
{
    private static readonly Refusal Meanwhile = new("Somebody else changed this at the same moment. Look at the page and try once more.")
    {
        Kind = RefusalKind.Meanwhile,
    };

    /// <param name="pace">Null lets it go.</param>
    public async Task<Refusal?> Run(Followed what, Pace? pace, CancellationToken ct = default)
    {
        if (me.MemberId is not { } self)
            return new Refusal("Members follow things here.") { Kind = RefusalKind.NotYours };
        if (pace is { } odd && !PaceWording.Offered(what.Kind).Contains(odd))
            return new Refusal("Choose from the list.");
        var known = await db.Set<Follow>()
            .SingleOrDefaultAsync(f => f.MemberId == self && f.Kind == what.Kind && f.Target == what.Target, ct);
        if (pace is null && known is not null)
            db.Remove(known);
        else if (pace is { } chosen && known is not null)
            known.At(chosen);
        else if (pace is { } first && what.Kind == FollowKind.Network && me.Networks.Contains(Guid.ParseExact(what.Target, "N")))
            db.Add(new Follow(self, what, first, clock.GetUtcNow()));
        return await db.Save(Meanwhile, ct);
    }

    public async Task MailAgain(CancellationToken ct = default)
    {
        var self = me.MemberId;
        if (await db.Set<NoticeMailStopped>().SingleOrDefaultAsync(s => s.MemberId == self, ct) is not { } stopped)
            return;
        db.Remove(stopped);
        await db.SaveChangesAsync(ct);
    }
}
