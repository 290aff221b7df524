using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Pictures;

/// <summary>Notes which pictures a text shows, when it is written. Earlier versions show theirs for as long as the text stands.</summary>
public sealed class UsePictures(KosmopolitDb db, Me me)
{
    public const int Most = 20;

    /// <returns>Why the text cannot be kept like this; null when its pictures are noted with the next save.</returns>
    public async Task<Refusal?> Note(Guid article, string text, CancellationToken ct)
    {
        if (NamedPictures.IsUndescribed(text))
            return new Refusal(
                "Say in a sentence what the picture shows, for those who do not see it: between the brackets before its address.",
                nameof(ArticleInput.Text)
            );
        var named = NamedPictures.In(text).Select(n => n.Id).ToList();
        if (named.Count > Most)
            return new Refusal("A text has at most {0} pictures. Please part it in two.", nameof(ArticleInput.Text), Most);
        if (named.Count == 0)
            return null;
        // Whoever names somebody else's unpublished picture does not publish it with that.
        var seen = await db.Set<Picture>().VisibleTo(db, me).Where(p => named.Contains(p.Id)).Select(p => p.Id).ToListAsync(ct);
        var noted = await db.Set<PictureUse>().Where(u => u.ArticleId == article).Select(u => u.PictureId).ToListAsync(ct);
        db.AddRange(seen.Except(noted).Select(p => new PictureUse(article, p)));
        return null;
    }
}
