using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Features.Knowledge.Articles;

/// <summary>Who reads and who writes. What is published is everyone's; a draft is its writer's.</summary>
public static class ArticleAccess
{
    public static IQueryable<Article> VisibleTo(this IQueryable<Article> articles, Me me)
    {
        var self = me.MemberId;
        return articles.Where(a => a.State != ArticleState.Draft || (self != null && a.AuthorId == self));
    }

    /// <summary>Any member of any network writes; nobody has to approve.</summary>
    public static bool CanWrite(this Me me) => me.IsMember && me.MemberId is not null;

    public static bool CanEdit(this Me me, Article article) =>
        me.CanWrite() && article.State != ArticleState.Superseded && (article.IsPublic || article.AuthorId == me.MemberId);

    /// <summary>What any member may put aside, any member may bring back.</summary>
    public static bool CanBringBack(this Me me, Article article) => me.CanWrite() && article.State == ArticleState.Superseded;
}
