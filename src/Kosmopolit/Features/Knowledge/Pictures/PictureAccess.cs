using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Knowledge.Pictures;

/// <summary>A picture is seen by whoever may read a text that shows it, and by the one who brought it.</summary>
public static class PictureAccess
{
    public static IQueryable<Picture> VisibleTo(this IQueryable<Picture> pictures, KosmopolitDb db, Me me)
    {
        var self = me.MemberId;
        var articles = db.Set<Article>().VisibleTo(me);
        return pictures.Where(p =>
            (self != null && p.ById == self) || db.Set<PictureUse>().Any(u => u.PictureId == p.Id && articles.Any(a => a.Id == u.ArticleId))
        );
    }
}
