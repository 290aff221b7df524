using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Features.Knowledge.Claims;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Members.SelfGovernment;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Api;

/// <summary>Lays texts and claims out for programs, as one reader may see them.</summary>
public sealed class KnowledgeResources(ArticleReading reading, Signing signing, KosmopolitDb db, Me me, Texts t)
{
    /// <summary>Null when this reader has no such text.</summary>
    public async Task<ArticleResource?> Article(string slug, CancellationToken ct)
    {
        if (await reading.Find(slug, ct) is not { } a)
            return null;
        var languages = await reading.Languages(a, ct);
        var claims = await reading.Claims(a, languages, ct);
        var names = await Names(claims.Select(c => c.Claim), ct);
        var slugs = languages.ToDictionary(l => l.Id, l => l.Slug);
        return new ArticleResource(
            a.Slug,
            a.Title,
            ArticleListed.Set(a.Summary),
            a.Text,
            ArticleListed.Set(a.Country),
            ArticleListed.Set(a.Topic),
            a.Language,
            a.State,
            a.Origin,
            new ArticleRights(a.Rights.Licence, ArticleListed.Set(a.Rights.Attribution), ArticleListed.Set(a.Rights.Url), a.Rights.AsOf),
            a.IsMachine,
            a.Number,
            a.PublishedAt,
            a.ChangedAt,
            ArticleReading.Whole(claims),
            a.OpenQuestions.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            [.. languages.Select(l => new ArticleLanguage(l.Slug, l.Language, l.IsOriginal, l.Lags))],
            [.. a.References.Select(r => new ArticleSource(ArticleListed.Set(r.Title), r.Url, r.Seen))],
            [.. claims.Select(c => Of(c, slugs.GetValueOrDefault(c.Claim.ArticleId, a.Slug), names))]
        );
    }

    /// <summary>Null when this reader has no such claim.</summary>
    public async Task<ClaimResource?> Claim(Guid id, CancellationToken ct)
    {
        var claim = await db.Set<Claim>().VisibleTo(db, me).Include(c => c.Voices).AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct);
        if (claim is null)
            return null;
        var slug = await db.Set<Article>().VisibleTo(me).Where(a => a.Id == claim.ArticleId).Select(a => a.Slug).SingleAsync(ct);
        return Of((await reading.Weigh([claim], ct))[0], slug, await Names([claim], ct));
    }

    private Task<Signatures> Names(IEnumerable<Claim> claims, CancellationToken ct) =>
        signing.Members(claims.SelectMany(c => c.Voices).Where(v => v.ShowsName).Select(v => v.MemberId).OfType<Guid>(), ct);

    private ClaimResource Of(ClaimView view, string slug, Signatures names)
    {
        var c = view.Claim;
        return new ClaimResource(
            c.Id,
            slug,
            ArticleListed.Set(c.Passage),
            c.Language,
            ArticleListed.Set(c.Country),
            ArticleListed.Set(c.Topic),
            view.Confidence.Sureness,
            c.IsOpen,
            c.IsStanding,
            view.IsHeld,
            c.SuccessorId,
            [.. c.Voices.OrderByDescending(v => v.IsFor).ThenByDescending(v => v.LastYear).Select(v => Of(v, names))]
        );
    }

    private ClaimVoice Of(Voice v, Signatures names)
    {
        var by = v is { ShowsName: true, MemberId: not null } ? names[v.MemberId] : new Signature(t["A member"], null);
        return new ClaimVoice(
            by.Name,
            by.Path,
            v.IsFor,
            [.. v.Basis.Each()],
            v.FromYear,
            v.UntilYear,
            ArticleListed.Set(v.Place),
            v.LastYear,
            ArticleListed.Set(v.Reason),
            v.At
        );
    }
}
