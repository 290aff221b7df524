using Kosmopolit.Features.Members.SelfGovernment;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Photos;

/// <summary>The photos of an activity that this reader sees.</summary>
public sealed class PhotoReading(KosmopolitDb db, Me me, Signing signing)
{
    /// <summary>The first of them, and how many there are in all.</summary>
    public async Task<(IReadOnlyList<Photo> First, int Count)> Some(Guid activity, int most, CancellationToken ct = default)
    {
        var count = await Seen(activity).CountAsync(ct);
        return (count == 0 ? [] : await Seen(activity).Take(most).ToListAsync(ct), count);
    }

    public async Task<IReadOnlyList<(Photo Row, Signature By)>> All(Guid activity, CancellationToken ct = default)
    {
        var rows = await Seen(activity).ToListAsync(ct);
        var names = await signing.Members(rows.Select(p => p.ById), ct);
        return [.. rows.Select(p => (p, names[p.ById]))];
    }

    public Task<bool> BringsPhotos(Activity activity, CancellationToken ct = default) => db.BringsPhotos(me, activity, ct);

    private IQueryable<Photo> Seen(Guid activity) =>
        db.Set<Photo>().VisibleTo(db, me).Where(p => p.ActivityId == activity).OrderBy(p => p.At).ThenBy(p => p.Id).AsNoTracking();
}
