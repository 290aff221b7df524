using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Ui.Offline;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Articles;

/// <summary>The bank's texts, to be taken along.</summary>
internal sealed class ArticleShelf(KosmopolitDb db, Me me, ArticleList list, Texts texts) : TextShelf
{
    /// <summary>Pictures are left to their descriptions: one of them weighs as much as ten texts.</summary>
    private static readonly IReadOnlyDictionary<string, string> NoPictures = new Dictionary<string, string>();

    public override async Task<IReadOnlyList<ShelvedText>> About(string country, CancellationToken ct)
    {
        var lines = (await list.Page(new ArticleFilter(country, null), null, ArticleList.Each, ct)).Lines;
        var ids = lines.Select(l => l.Id).ToList();
        var sizes = await db.Set<Article>()
            .VisibleTo(me)
            .Where(a => ids.Contains(a.Id))
            .Select(a => new
            {
                a.Id,
                Key = a.OriginalId ?? a.Id,
                a.Text.Length,
            })
            .ToDictionaryAsync(a => a.Id, ct);
        return
        [
            .. lines
                .Where(l => sizes.ContainsKey(l.Id))
                .Select(l => new ShelvedText(
                    sizes[l.Id].Key,
                    l.Id,
                    l.Title,
                    l.Summary,
                    l.Language,
                    sizes[l.Id].Length,
                    l.Language == texts.Language.Tag || me.Reads.Contains(l.Language)
                )),
        ];
    }

    public override async Task<IReadOnlyList<RenderFragment>> Draw(IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var whole = (await list.Whole(ids, ct)).ToDictionary(w => w.Article.Id);
        return [.. ids.Where(whole.ContainsKey).Select(id => Draw(whole[id].Article, whole[id].Claims))];
    }

    private static RenderFragment Draw(Article article, IReadOnlyList<ClaimView> claims) =>
        builder =>
        {
            builder.OpenComponent<WholeArticle>(0);
            builder.AddComponentParameter(1, nameof(WholeArticle.Article), article);
            builder.AddComponentParameter(2, nameof(WholeArticle.Claims), claims);
            builder.AddComponentParameter(3, nameof(WholeArticle.Pictures), NoPictures);
            builder.CloseComponent();
        };
}
