using Kosmopolit.Features.Knowledge.Pictures;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Geography;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Articles;

/// <summary>Somebody else was faster, and both touched the same words: the two texts are shown side by side.</summary>
/// <param name="Now">What stands there.</param>
/// <param name="Mine">What goes back into the form: the writer's, with all that does not collide.</param>
public sealed record MeanwhileText(Words Now, Words Mine);

/// <summary>A member begins a text, or changes one; two who write at once lose nothing.</summary>
public sealed class WriteArticle(KosmopolitDb db, Me me, Atlas atlas, UsePictures pictures, TimeProvider clock)
{
    /// <summary>What stands in the text now, when a change met another one.</summary>
    public MeanwhileText? Meanwhile { get; private set; }

    /// <param name="original">Slug of the text that is translated.</param>
    /// <param name="answer">The accepted answer it grew out of.</param>
    public async Task<Outcome<Article>> Begin(ArticleInput input, string? original, Guid? answer = null, CancellationToken ct = default)
    {
        if (!me.CanWrite())
            return new Refusal("Members write in the knowledge bank.");
        var (subject, odd) = Subject(input);
        if (odd is not null)
            return odd;
        if (input.CheckSources() is { } unread)
            return unread;
        var (of, gone) = await Original(original, subject!, ct);
        if (gone is not null)
            return gone;
        // A translation is about what its original is about.
        subject = of is null ? subject : subject! with { Country = of.Country, Topic = of.Topic };
        var now = clock.GetUtcNow();
        var article = Article.Begin(await FreeSlug(input.Words.Title, subject!, ct), subject!, input.Words, Writer(input), now);
        if (of is not null)
            article.Translate(of, input is { IsMachine: true, IsGoneOver: false });
        if (await pictures.Note(article.Id, article.Text, ct) is { } bare)
            return bare;
        if (answer is { } from && await FromAnswer.Accepted(db, me, from).AnyAsync(ct))
            article.GrewFrom(from);
        db.Add(article);
        if (input.Do != "draft" && article.Publish(now) is { } notYet)
            return notYet;
        // Two texts of one name at once: the second takes another address.
        var lost = await db.Save(
            new Refusal("Somebody has just used this title. Send it once more, and it gets an address of its own."),
            ct
        );
        return lost is null ? article : lost;
    }

    public async Task<Refusal?> Change(string slug, ArticleInput input, CancellationToken ct = default)
    {
        var article = await db.Set<Article>().VisibleTo(me).SingleOrDefaultAsync(a => a.Slug == slug, ct);
        if (article is null || !me.CanEdit(article))
            return new Refusal("This text cannot be changed.") { Kind = RefusalKind.Gone };
        if (input.CheckSources() is { } unread)
            return unread;
        var (words, met) = await Together(article, input, ct);
        if (met is not null)
            return met;
        var now = clock.GetUtcNow();
        if (article.Write(words!, Writer(input), now) is { } refusal)
            return refusal;
        if (await pictures.Note(article.Id, article.Text, ct) is { } bare)
            return bare;
        // What was said of the original while the form lay open is not in the translation yet.
        if (article.OriginalId is not null && input.IsUpToDate)
            article.Follow(input.OriginalNumber);
        if (input.Do != "draft" && article.State is ArticleState.Draft && article.Publish(now) is { } notYet)
            return notYet;
        return await db.Save(Faster, ct);
    }

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
        return await db.Save(Faster, ct);
    }

    private static readonly Refusal Faster = new("Somebody else changed the text at the same moment. Send it once more.")
    {
        Kind = RefusalKind.Meanwhile,
    };

    private Writer Writer(ArticleInput input) => new(me.MemberId, PlainText.Clean(input.Why), input.ShowsName);

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

    private (Subject?, Refusal?) Subject(ArticleInput input)
    {
        var country = (input.Country ?? "").Trim().ToUpperInvariant();
        if (country.Length > 0 && atlas.Country(country) is null && atlas.FormerState(country) is null)
            return (null, new Refusal("Choose a country from the list.", nameof(ArticleInput.Country)));
        var topic = (input.Topic ?? "").Trim();
        if (topic.Length > 0 && !KnowledgeTopics.For(country).Contains(topic))
            return (null, new Refusal("Choose a topic from the list.", nameof(ArticleInput.Topic)));
        return atlas.Language(input.Language ?? "") is { } language
            ? (new Subject(country, topic, language.Tag), null)
            : (null, new Refusal("Say in which language the text is.", nameof(ArticleInput.Language)));
    }

    private async Task<(Article?, Refusal?)> Original(string? slug, Subject subject, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(slug))
            return (null, null);
        var original = await db.Set<Article>().VisibleTo(me).SingleOrDefaultAsync(a => a.Slug == slug && a.State != ArticleState.Draft, ct);
        if (original is null)
            return (null, new Refusal("The text to translate is not there any more.") { Kind = RefusalKind.Gone });
        var root = original.OriginalId ?? original.Id;
        var taken = await db.Set<Article>()
            .VisibleTo(me)
            .AnyAsync(a => (a.Id == root || a.OriginalId == root) && a.Language == subject.Language, ct);
        return taken
            ? (null, new Refusal("There is a text in this language already. Change that one.", nameof(ArticleInput.Language)))
            : (original, null);
    }

    private async Task<string> FreeSlug(string title, Subject subject, CancellationToken ct)
    {
        var slug = Slug.Of(title) is { Length: > 0 } readable ? readable : Slug.Of($"{subject.Country} {subject.Topic} {subject.Language}");
        if (slug.Length == 0)
            slug = Slug.Meaningless();
        var taken = await db.Set<Article>().AnyAsync(a => a.Slug == slug, ct) || slug is "new" or "pictures" or "half-lives";
        return taken ? $"{slug}-{Slug.Meaningless()[..5]}" : slug;
    }
}
