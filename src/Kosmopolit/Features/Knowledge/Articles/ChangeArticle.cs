using Kosmopolit.Features.Knowledge.Claims;
using Kosmopolit.Features.Knowledge.Pictures;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Articles;

/// <summary>Somebody else was faster, and both touched the same words: the two texts are shown side by side.</summary>
/// <param name="Now">What stands there.</param>
/// <param name="Mine">What goes back into the form: the writer's, with all that does not collide.</param>
public sealed record MeanwhileText(Words Now, Words Mine);

/// <summary>A member changes a text; two who write at once lose nothing, and what others stand for keeps up with the words.</summary>
public sealed class ChangeArticle(KosmopolitDb db, Me me, UsePictures pictures, FollowWords claims, TimeProvider clock)
{
    private static readonly Refusal Faster = new("Somebody else changed the text at the same moment. Send it once more.")
    {
        Kind = RefusalKind.Meanwhile,
    };

    /// <summary>What stands in the text now, when a change met another one.</summary>
    public MeanwhileText? Meanwhile { get; private set; }

    public async Task<Refusal?> Run(string slug, ArticleInput input, CancellationToken ct = default)
    {
        var article = await db.Set<Article>().VisibleTo(me).SingleOrDefaultAsync(a => a.Slug == slug, ct);
        if (article is null || !me.CanEdit(article))
            return new Refusal("This text cannot be changed.") { Kind = RefusalKind.Gone };
        if (input.CheckSources() is { } unread)
            return unread;
        var (words, met) = await Together(article, input, ct);
        if (met is not null)
            return met;
        var (writer, unsaid) = await Taking(article, words!, input, ct);
        if (unsaid is not null)
            return unsaid;
        var now = clock.GetUtcNow();
        if (article.Write(words!, writer!, now) is { } refusal)
            return refusal;
        if (await pictures.Note(article.Id, article.Text, ct) is { } bare)
            return bare;
        // What was said of the original while the form lay open is not in the translation yet.
        if (article.OriginalId is not null && input.IsUpToDate)
            article.Follow(input.OriginalNumber);
        if (input.Do != "draft" && article.State is ArticleState.Draft && article.Publish(now) is { } notYet)
            return notYet;
        return await Store(article, ct);
    }

    // Whoever brings an answer in says so; a draft of one waits until everyone may read it.
    private async Task<(Writer?, Refusal?)> Taking(Article article, Words words, ArticleInput input, CancellationToken ct)
    {
        var writer = input.By(me);
        if (
            article is { State: ArticleState.Draft, AnswerId: { } grown }
            && input.Do != "draft"
            && !await FromAnswer.Told(db, grown).AnyAsync(ct)
        )
            return (null, FromAnswer.NotEveryones);
        if (input.Answer is not { } id || !article.IsPublic)
            return (writer, null);
        var answer = await FromAnswer.Accepted(db, me, id).AsNoTracking().SingleOrDefaultAsync(ct);
        if (answer is null)
            return (null, FromAnswer.NotEveryones);
        if (!await FromAnswer.Fits(db, me, answer, article, ct))
            return (null, FromAnswer.AboutOther);
        // Where none of its words are left, it is a change like any other.
        if (!BroughtWords.Are(answer, article, words.Text))
            return (writer, null);
        var signed = FromAnswer.Signed(writer, answer);
        // A text takes an answer up once: what is changed afterwards is nothing new to those who wait for it.
        return (await IsTaken(article, id, ct) ? signed with { Answer = null } : signed, null);
    }

    private async Task<bool> IsTaken(Article article, Guid answer, CancellationToken ct) =>
        article.AnswerId == answer || await db.Set<ArticleVersion>().AnyAsync(v => v.ArticleId == article.Id && v.AnswerId == answer, ct);

    /// <summary>Takes the words of an earlier version again, as a new one.</summary>
    public async Task<Refusal?> Revert(string slug, int number, string why, CancellationToken ct = default)
    {
        var article = await db.Set<Article>()
            .VisibleTo(me)
            .Include(a => a.Versions.Where(v => v.Number == number))
            .SingleOrDefaultAsync(a => a.Slug == slug, ct);
        if (article is null || !me.CanEdit(article) || article.Versions.FirstOrDefault(v => v.Number == number) is not { } version)
            return new Refusal("This text cannot be changed.") { Kind = RefusalKind.Gone };
        if (article.Write(version.Words, new Writer(me.MemberId, why), clock.GetUtcNow()) is { } refusal)
            return refusal;
        return await Store(article, ct);
    }

    private async Task<Refusal?> Store(Article article, CancellationToken ct)
    {
        if (await db.Save(Faster, ct) is { } lost)
            return lost;
        await claims.In(article.Id, ct);
        return null;
    }

    private async Task<(Words?, Refusal?)> Together(Article article, ArticleInput input, CancellationToken ct)
    {
        if (input.Number == article.Number)
            return (input.Words, null);
        var begun = await db.Set<ArticleVersion>()
            .Where(v => v.ArticleId == article.Id && v.Number == input.Number)
            .SingleOrDefaultAsync(ct);
        var (kept, isWhole) = Words.Together(begun?.Words, input.Words, article.Words);
        if (isWhole)
            return (kept, null);
        // What is sent next builds on what stands there now: nothing of it may be undone by a field that nobody touched.
        input.Take(kept, article.Number);
        Meanwhile = new MeanwhileText(article.Words, kept);
        return (
            null,
            new Refusal("Somebody changed the same words while you wrote. Both texts are below: put together what is right and send again.")
            {
                Kind = RefusalKind.Meanwhile,
            }
        );
    }
}
