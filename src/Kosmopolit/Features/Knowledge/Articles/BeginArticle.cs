using Kosmopolit.Features.Knowledge.Pictures;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Geography;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Articles;

/// <summary>A member begins a text, or one that says in another language what a text says.</summary>
public sealed class BeginArticle(KosmopolitDb db, Me me, Atlas atlas, UsePictures pictures, TimeProvider clock)
{
    /// <param name="original">Slug of the text that is translated.</param>
    /// <param name="answer">The accepted answer it grew out of.</param>
    public async Task<Outcome<Article>> Run(ArticleInput input, string? original, Guid? answer = null, CancellationToken ct = default)
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
        var writer = input.By(me);
        var from = answer is { } id ? await FromAnswer.Accepted(db, me, id).AsNoTracking().SingleOrDefaultAsync(ct) : null;
        if (answer is { } asked && from is null && !await FromAnswer.Told(db, asked).AnyAsync(ct))
            return FromAnswer.NotEveryones;
        if (from is not null)
            writer = FromAnswer.Signed(writer, from);
        var article = Article.Begin(await FreeSlug(input.Words.Title, subject!, ct), subject!, input.Words, writer, now);
        if (of is not null)
            article.Translate(of, input is { IsMachine: true, IsGoneOver: false });
        if (await pictures.Note(article.Id, article.Text, ct) is { } bare)
            return bare;
        if (from is not null)
            article.GrewFrom(from.Id);
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
