using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Starter;

/// <summary>Puts the texts that ship with the product into the bank, once: what people made of them is never overwritten.</summary>
public sealed class PlantStarter(KosmopolitDb db, TimeProvider clock)
{
    /// <summary>Adds those that are not there yet; the caller saves.</summary>
    /// <returns>How many were added.</returns>
    public async Task<int> Add(CancellationToken ct = default)
    {
        var there = await db.Set<Article>().Select(a => a.Slug).ToListAsync(ct);
        var articles = Build(clock.GetUtcNow()).Where(a => !there.Contains(a.Slug)).ToList();
        db.AddRange(articles);
        return articles.Count;
    }

    /// <summary>The texts as rows. The Swedish and the English of a topic are one text in two languages, neither a translation.</summary>
    public static IReadOnlyList<Article> Build(DateTimeOffset now)
    {
        var articles = new List<Article>();
        foreach (var pair in StarterTexts.Read().GroupBy(t => (t.Subject.Country, t.Subject.Topic)))
        {
            Article? first = null;
            foreach (var text in pair.OrderByDescending(t => t.Subject.Language))
            {
                var article = Make(text, now);
                if (first is not null)
                    article.Translate(first);
                first ??= article;
                articles.Add(article);
            }
        }
        return articles;
    }

    private static Article Make(StarterText text, DateTimeOffset now)
    {
        var s = text.Subject;
        var rights = new Rights(Rights.ShareAlike, "Kosmopolit", "", text.Written);
        var words = text.Words with { Sources = Reference.Lines(text.Sources.Select(x => new Reference(x.Title, x.Url, text.Written))) };
        var article = Article.Bring(Slug.Of($"{s.Country} {s.Topic} {s.Language}"), s, words, (ArticleOrigin.Starter, rights), now);
        article.Ask(string.Join('\n', text.Questions));
        return article;
    }
}
