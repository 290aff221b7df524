using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Photos;

/// <summary>What happens to a photo later: whoever brought it says who sees it; they or an organiser take it away.</summary>
public sealed class KeepPhoto(KosmopolitDb db, Me me)
{
    private static readonly Refusal NotHere = new("This picture is not here any more.") { Kind = RefusalKind.Gone };

    public async Task<Refusal?> Show(Guid id, Guid photo, PhotoAudience audience, CancellationToken ct = default)
    {
        if (!Enum.IsDefined(audience))
            return new Refusal("Choose from the list.");
        if (await Find(id, photo, ct) is not { } found)
            return NotHere;
        if (found.ById != me.MemberId)
            return new Refusal("Only whoever brought a picture says who sees it.") { Kind = RefusalKind.NotYours };
        found.Show(audience);
        return await db.Save(ActivityBook.Meanwhile, ct);
    }

    public async Task<Refusal?> TakeAway(Guid id, Guid photo, CancellationToken ct = default)
    {
        if (await Find(id, photo, ct) is not { } found)
            return NotHere;
        if (found.ById != me.MemberId && (await db.Activity(me, id, ct) is not { } activity || !me.CanOrganise(activity)))
            return new Refusal("Whoever brought a picture takes it away, or an organiser.") { Kind = RefusalKind.NotYours };
        db.Remove(found);
        return await db.Save(ActivityBook.Meanwhile, ct);
    }

    private Task<Photo?> Find(Guid id, Guid photo, CancellationToken ct) =>
        db.Set<Photo>().VisibleTo(db, me).SingleOrDefaultAsync(p => p.Id == photo && p.ActivityId == id, ct);
}
