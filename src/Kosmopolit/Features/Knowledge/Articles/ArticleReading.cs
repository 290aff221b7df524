using Kosmopolit.Features.Knowledge.Claims;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Articles;

/// <summary>A version of the text in another language.</summary>
/// <param name="Lags">How many versions of the original came since; 0 when up to date or the original itself.</param>
public sealed record OtherLanguage(Guid Id, string Slug, string Language, bool IsOriginal, int Lags, bool IsMachine)
{
    /// <summary>Whether what was said of one version of the text holds for this one, too.</summary>
    public bool SaysTheSame => Lags == 0 && !IsMachine;
}

/// <summary>A claim with how sure it is today.</summary>
/// <param name="IsHeld">Whether its holder is still a member somewhere.</param>
/// <param name="Counts">Whether it speaks of the text that is shown: another version of it may say something else.</param>
/// <param name="IsOlder">Whether it is said of the text as a whole, and the text was changed since.</param>
public sealed record ClaimView(Claim Claim, Confidence Confidence, bool IsHeld, bool Counts = true, bool IsOlder = false)
{
    internal bool IsOlderThan(Article article) =>
        Claim.Passage.Length == 0 && Claim.Voices.Where(v => v.IsFor).Select(v => v.At).DefaultIfEmpty().Max() < article.ChangedAt;
}

/// <summary>The text that took another one's place.</summary>
public sealed record Successor(string Slug, string Title, string Language);

/// <summary>Reads texts for a reader.</summary>
public sealed class ArticleReading(KosmopolitDb db, Me me, HalfLives halfLives, TimeProvider clock)
{
    public Task<Article?> Find(string slug, CancellationToken ct = default) =>
        db.Set<Article>().VisibleTo(me).AsNoTracking().SingleOrDefaultAsync(a => a.Slug == slug, ct);

    /// <summary>The text that another one is a translation of; null when it is an original.</summary>
    public async Task<Article?> OriginalOf(Article article, CancellationToken ct = default) =>
        article.OriginalId is { } original
            ? await db.Set<Article>().VisibleTo(me).AsNoTracking().SingleOrDefaultAsync(a => a.Id == original, ct)
            : null;

    /// <summary>The text that took this one's place; null when none did.</summary>
    public async Task<Successor?> SuccessorOf(Article article, CancellationToken ct = default) =>
        article.SuccessorId is { } successor
            ? await db.Set<Article>()
                .VisibleTo(me)
                .Where(a => a.Id == successor)
                .Select(a => new Successor(a.Slug, a.Title, a.Language))
                .SingleOrDefaultAsync(ct)
            : null;

    /// <summary>What the reader has begun and not published.</summary>
    public async Task<IReadOnlyList<(string Slug, string Title)>> Drafts(CancellationToken ct = default)
    {
        var rows = await db.Set<Article>()
            .VisibleTo(me)
            .Where(a => a.State == ArticleState.Draft)
            .OrderByDescending(a => a.ChangedAt)
            .Take(20)
            .Select(a => new { a.Slug, a.Title })
            .ToListAsync(ct);
        return [.. rows.Select(r => (r.Slug, r.Title))];
    }

    public async Task<IReadOnlyList<OtherLanguage>> Languages(Article article, CancellationToken ct = default)
    {
        var root = article.OriginalId ?? article.Id;
        var rows = await db.Set<Article>()
            .VisibleTo(me)
            .Where(a => (a.Id == root || a.OriginalId == root) && a.State != ArticleState.Superseded)
            .Select(a => new
            {
                a.Id,
                a.Slug,
                a.Language,
                a.Number,
                a.FollowsNumber,
                a.IsMachine,
            })
            .ToListAsync(ct);
        var latest = rows.FirstOrDefault(r => r.Id == root)?.Number ?? 0;
        return
        [
            .. rows.Select(r => new OtherLanguage(
                    r.Id,
                    r.Slug,
                    r.Language,
                    r.Id == root,
                    r.Id == root ? 0 : Math.Max(0, latest - (r.FollowsNumber ?? latest)),
                    r.IsMachine
                ))
                .OrderByDescending(o => o.IsOriginal)
                .ThenBy(o => o.Language, StringComparer.Ordinal),
        ];
    }

    /// <summary>
    /// What people stand for in a text, the surest first; then what they stand for in the same text in other languages.
    /// </summary>
    /// <param name="languages">As <see cref="Languages"/> found them.</param>
    public async Task<IReadOnlyList<ClaimView>> Claims(
        Article article,
        IReadOnlyList<OtherLanguage> languages,
        CancellationToken ct = default
    )
    {
        var ids = languages.Select(l => l.Id).Append(article.Id).Distinct().ToList();
        var claims = await db.Set<Claim>()
            .VisibleTo(db, me)
            .Include(c => c.Voices)
            .Where(c => ids.Contains(c.ArticleId) && c.WithdrawnAt == null)
            .Where(c => c.ArticleId == article.Id || (c.SuccessorId == null && c.WordsGoneAt == null))
            .AsNoTracking()
            .ToListAsync(ct);
        var same = languages.Where(l => l.SaysTheSame).Select(l => l.Id).ToHashSet();
        var views = await Weigh(claims, ct);
        return
        [
            .. views
                .Select(v =>
                    v with
                    {
                        IsOlder = v.Claim.ArticleId == article.Id && v.IsOlderThan(article),
                        Counts = v.Claim.ArticleId == article.Id || (same.Contains(article.Id) && same.Contains(v.Claim.ArticleId)),
                    }
                )
                .OrderByDescending(v => v.Claim.ArticleId == article.Id)
                .ThenByDescending(v => v.Claim.IsStanding)
                .ThenByDescending(v => v.Claim.IsOpen)
                .ThenByDescending(v => v.Confidence.Sureness)
                .ThenBy(v => v.Claim.MadeAt),
        ];
    }

    /// <summary>How sure a text is as a whole: what somebody says of one passage says nothing of the others.</summary>
    public static Sureness Whole(IEnumerable<ClaimView> claims) =>
        claims
            .Where(c => c.Counts && c.Claim.IsStanding && c.Claim.Passage.Length == 0)
            .Select(c => c.Confidence.Sureness)
            .DefaultIfEmpty(Sureness.Unconfirmed)
            .Max();

    /// <summary>Passages that somebody who was there confirms today.</summary>
    public static IEnumerable<ClaimView> Stood(IEnumerable<ClaimView> claims) =>
        claims.Where(c => c.Counts && c.Claim.IsStanding && c.Claim.Passage.Length > 0 && c.Confidence.Sureness >= Sureness.Confirmed);

    public static int Confirmed(IEnumerable<ClaimView> claims) => Stood(claims).Count();

    /// <summary>The same claims with how sure they are and whether anybody holds them still.</summary>
    public async Task<IReadOnlyList<ClaimView>> Weigh(IReadOnlyList<Claim> claims, CancellationToken ct = default)
    {
        var lives = await halfLives.All();
        var holders = claims.Select(c => c.HolderId).OfType<Guid>().Distinct().ToList();
        var here =
            holders.Count == 0
                ? []
                : await db
                    .Memberships.Where(m => m.EndedAt == null && holders.Contains(m.MemberId))
                    .Select(m => m.MemberId)
                    .Distinct()
                    .ToListAsync(ct);
        var year = clock.GetUtcNow().Year;
        return
        [
            .. claims.Select(c => new ClaimView(
                c,
                Confidence.Of(c.Voices, HalfLives.For(lives, c.Topic), year),
                c.HolderId is { } holder && here.Contains(holder)
            )),
        ];
    }
}
