using Kosmopolit.Features.Knowledge.Claims;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Events;
using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Articles;

/// <summary>
/// Tells those who follow a country or a topic of new texts by members and of passages that are disputed, and of these also whoever
/// stands for them; of words that were changed only these. What ships with the product or is brought in bulk is no news.
/// </summary>
public sealed class ArticleNotices : NoticeSource
{
    public override string Key => "article";

    public override IReadOnlyCollection<string> Kinds { get; } = [nameof(ArticlePublished), nameof(ClaimDisputed), nameof(ClaimWordsGone)];

    public override async Task<IReadOnlyList<News>> Of(KosmopolitDb db, LoggedEvent happened, CancellationToken ct) =>
        (
            happened.As<ArticlePublished>() is { } published ? await OfText(db, published.ArticleId, ct)
            : happened.As<ClaimDisputed>() is { } disputed ? await OfDispute(db, disputed.ClaimId, ct)
            : happened.As<ClaimWordsGone>() is { } gone ? await OfWords(db, gone.ClaimId, ct)
            : null
        )
            is { } news
            ? [news]
            : [];

    private async Task<News?> OfText(KosmopolitDb db, Guid id, CancellationToken ct) =>
        await Texts(db, Me.Visitor).SingleOrDefaultAsync(a => a.Id == id, ct)
            is { Origin: ArticleOrigin.Member, PublishedAt: { } at } article
            ? About(article, nameof(ArticlePublished), $"/knowledge/{article.Slug}", at) with
            {
                By = article.AuthorId,
            }
            : null;

    private async Task<News?> OfDispute(KosmopolitDb db, Guid id, CancellationToken ct) =>
        await Find(db, id, ct) is var (claim, text) && claim.Voices.Where(v => !v.IsFor).MaxBy(v => v.At) is { } voice
            ? OfClaim(About(text, nameof(ClaimDisputed), $"/claims/{id}", voice.At), claim, voice.MemberId)
            : null;

    private async Task<News?> OfWords(KosmopolitDb db, Guid id, CancellationToken ct)
    {
        if (await Find(db, id, ct) is not var (claim, text) || claim.WordsGoneAt is not { } at)
            return null;
        var last = db.Set<ArticleVersion>().Where(v => v.ArticleId == text.Id).OrderByDescending(v => v.Number);
        var by = await last.Select(v => v.ById).FirstOrDefaultAsync(ct);
        return OfClaim(About(text, nameof(ClaimWordsGone), $"/claims/{id}", at) with { Follows = [] }, claim, by);
    }

    private static async Task<(Claim, Article)?> Find(KosmopolitDb db, Guid id, CancellationToken ct)
    {
        var claim = await db.Set<Claim>()
            .VisibleTo(db, Me.Visitor)
            .Include(c => c.Voices)
            .AsNoTracking()
            .SingleOrDefaultAsync(c => c.Id == id, ct);
        return claim is null ? null : (claim, await Texts(db, Me.Visitor).SingleAsync(a => a.Id == claim.ArticleId, ct));
    }

    // Whoever stands for it follows it from then on.
    private static News OfClaim(News news, Claim claim, Guid? by)
    {
        var itself = Followed.Row(FollowKind.Claim, claim.Id);
        var standing = claim.Voices.Where(v => v.IsFor).Select(v => v.MemberId).Append(claim.HolderId).OfType<Guid>().Distinct();
        return news with { By = by, Follows = [itself, .. news.Follows], Begins = [.. standing.Select(m => (m, itself))] };
    }

    public override async Task<IReadOnlyDictionary<Guid, NoticeText>> Read(
        KosmopolitDb db,
        Me reader,
        IReadOnlyCollection<Notice> notices,
        Texts t,
        CancellationToken ct
    )
    {
        var ids = notices.Select(n => n.SubjectId).Distinct().ToList();
        var found = await Texts(db, reader)
            .Where(a => ids.Contains(a.Id))
            .Select(a => new
            {
                a.Id,
                a.Title,
                a.Language,
            })
            .ToDictionaryAsync(a => a.Id, ct);
        return notices
            .Where(n => found.ContainsKey(n.SubjectId))
            .ToDictionary(
                n => n.Id,
                n => new NoticeText(
                    n.Kind switch
                    {
                        nameof(ArticlePublished) => t["A new text"],
                        nameof(ClaimWordsGone) => t["The words you stand for were changed"],
                        _ => t["Somebody says that it is different now"],
                    },
                    found[n.SubjectId].Title,
                    found[n.SubjectId].Language,
                    IsPublic: true
                )
            );
    }

    public override Task<bool> MayRead(KosmopolitDb db, Me reader, Guid subject, CancellationToken ct) =>
        Texts(db, reader).AnyAsync(a => a.Id == subject, ct);

    private static IQueryable<Article> Texts(KosmopolitDb db, Me reader) =>
        db.Set<Article>().VisibleTo(reader).Where(a => a.State != ArticleState.Draft).AsNoTracking();

    private News About(Article article, string kind, string path, DateTimeOffset at) =>
        new(Key, kind, article.Id, path, at) { Follows = [.. Far(article)], IsPublic = true };

    private static IEnumerable<Followed> Far(Article article)
    {
        if (article.Country.Length > 0)
            yield return new(FollowKind.Country, article.Country);
        if (article.Topic.Length > 0)
            yield return new(FollowKind.Topic, article.Topic);
    }
}
