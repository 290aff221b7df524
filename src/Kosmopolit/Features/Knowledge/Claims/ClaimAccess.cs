using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Knowledge.Claims;

/// <summary>A claim is read by whoever reads its text; members speak about it.</summary>
public static class ClaimAccess
{
    public static IQueryable<Claim> VisibleTo(this IQueryable<Claim> claims, KosmopolitDb db, Me me)
    {
        var articles = db.Set<Article>().VisibleTo(me);
        return claims.Where(c => articles.Any(a => a.Id == c.ArticleId));
    }

    /// <summary>Those that say something of their text as it stands today.</summary>
    public static IQueryable<Claim> Standing(this IQueryable<Claim> claims) =>
        claims.Where(c => c.WithdrawnAt == null && c.SuccessorId == null && c.WordsGoneAt == null);

    public static bool CanSpeak(this Me me, Claim claim) => me.CanWrite() && claim.IsStanding;
}
