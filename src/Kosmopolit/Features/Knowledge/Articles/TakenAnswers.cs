using Kosmopolit.Features.Knowledge.Claims;
using Kosmopolit.Features.Knowledge.Questions;
using Kosmopolit.Features.Knowledge.Questions.Answers;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Articles;

/// <summary>A published text that took up an answer.</summary>
public sealed record TakingText(Guid Id, string Slug, string Title, string Language);

/// <summary>Which texts took up which answers, both ways, for one reader.</summary>
public sealed class TakenAnswers(KosmopolitDb db, Me me)
{
    public async Task<IReadOnlyList<TakingText>> Texts(Guid answer, CancellationToken ct = default) =>
        await Taking(db, me, answer)
            .OrderBy(a => a.Title)
            .ThenBy(a => a.Id)
            .Select(a => new TakingText(a.Id, a.Slug, a.Title, a.Language))
            .ToListAsync(ct);

    /// <summary>Those of these texts in which the reader stands for nothing yet.</summary>
    public async Task<IReadOnlyList<TakingText>> Unclaimed(IReadOnlyList<TakingText> texts, CancellationToken ct = default)
    {
        var ids = texts.Select(t => t.Id).ToList();
        if (ids.Count == 0)
            return [];
        var claimed = await db.Set<Claim>()
            .VisibleTo(db, me)
            .Standing()
            .Where(c => ids.Contains(c.ArticleId) && c.Voices.Any(v => v.MemberId == me.MemberId && v.IsFor))
            .Select(c => c.ArticleId)
            .ToListAsync(ct);
        return [.. texts.Where(t => !claimed.Contains(t.Id))];
    }

    /// <summary>Paths of the answers that a text took up, the first first. What was asked in a narrower circle is not told: the page is the same for many.</summary>
    public async Task<IReadOnlyList<string>> Of(Article article, CancellationToken ct = default)
    {
        var rows = await db.Set<Answer>()
            .VisibleTo(db, me)
            .Where(a => db.Set<Question>().VisibleTo(me).Any(q => q.Id == a.QuestionId && q.Reach == Reach.Public))
            .Where(a => a.Id == article.AnswerId || db.Set<ArticleVersion>().Any(v => v.ArticleId == article.Id && v.AnswerId == a.Id))
            .OrderBy(a => a.AnsweredAt)
            .ThenBy(a => a.Id)
            .Select(a => new { a.Id, a.QuestionId })
            .ToListAsync(ct);
        return [.. rows.Select(a => $"/questions/{a.QuestionId}#a{a.Id:N}")];
    }

    internal static IQueryable<Article> Taking(KosmopolitDb db, Me me, Guid answer) =>
        db.Set<Article>()
            .VisibleTo(me)
            .Where(a => a.State == ArticleState.Published || a.State == ArticleState.NeedsReview)
            .Where(a => a.AnswerId == answer || a.Versions.Any(v => v.AnswerId == answer));
}
