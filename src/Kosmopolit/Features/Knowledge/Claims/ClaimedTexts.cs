using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Ui.Caching;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Claims;

/// <summary>Texts in which somebody stands for something: a member who may confirm it with one tap is drawn a page of their own.</summary>
public sealed class ClaimedTexts(KosmopolitDb db, Remembered remembered) : DrawnApart
{
    public override async ValueTask<bool> For(Me me, HttpContext context) =>
        me.CanWrite() && context.GetRouteValue("slug") is string slug && (await Slugs(me)).Contains(slug);

    private Task<HashSet<string>> Slugs(Me me) =>
        remembered.For(
            me,
            "texts with claims",
            200,
            async who =>
            {
                var open = db.Set<Claim>().Standing();
                var claimed = db.Set<Article>()
                    .VisibleTo(who)
                    .Where(a => open.Any(c => c.ArticleId == a.Id))
                    .Select(a => a.OriginalId ?? a.Id);
                // What is said of one version of a text stands on the pages of all.
                var slugs = await db.Set<Article>()
                    .VisibleTo(who)
                    .Where(a => claimed.Contains(a.OriginalId ?? a.Id))
                    .Select(a => a.Slug)
                    .ToListAsync();
                return slugs.ToHashSet(StringComparer.OrdinalIgnoreCase);
            }
        );
}
