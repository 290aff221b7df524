using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Photos;

/// <summary>
/// A photo is seen by whoever was there and by the organisers; by the networks that hold the activity when its bringer wants that.
/// Nobody sees one of an activity they do not read, and visitors see none.
/// </summary>
public static class PhotoAccess
{
    public static IQueryable<Photo> VisibleTo(this IQueryable<Photo> photos, KosmopolitDb db, Me me)
    {
        var (self, networks) = (me.MemberId, me.Networks);
        var there = db.WhoTookPart().Where(s => s.MemberId == self);
        var read = db.Set<Activity>().VisibleTo(db, me);
        var holding = read.Where(a =>
            networks.Contains(a.NetworkId) || a.CoHosts.Any(h => h.NetworkId != null && networks.Contains(h.NetworkId.Value))
        );
        return photos.Where(p =>
            self != null
            && (
                p.ById == self
                || read.Any(a => a.Id == p.ActivityId && there.Any(s => s.ActivityId == a.Id))
                || holding.Any(a =>
                    a.Id == p.ActivityId
                    && (p.Audience == PhotoAudience.Networks || a.Organisers.Any(o => o.MemberId == self && o.EndedAt == null))
                )
            )
        );
    }

    /// <summary>Whoever was there, and the organisers, once it has been held. Needs organisers and co-hosts to be loaded.</summary>
    public static async Task<bool> BringsPhotos(this KosmopolitDb db, Me me, Activity activity, CancellationToken ct = default) =>
        me.MemberId is { } self
        && me.IsMember
        && HasPhotos(activity)
        && (me.CanOrganise(activity) || await db.WhoTookPart().AnyAsync(s => s.ActivityId == activity.Id && s.MemberId == self, ct));

    /// <summary>Photos come after an activity, not before it.</summary>
    public static bool HasPhotos(Activity activity) => activity.State is ActivityState.Held or ActivityState.FollowedUp;
}
