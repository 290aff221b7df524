using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Claims;

/// <summary>
/// Sees whether the passages that somebody stands for are still in their text. It runs after a text was changed and after a
/// passage was marked, once that is stored: of two who do so at once the later sees what the earlier did.
/// </summary>
public sealed class FollowWords(KosmopolitDb db, TimeProvider clock)
{
    private const int Attempts = 3;

    /// <param name="article">Key of the text.</param>
    /// <returns>False when others wrote at the same moment each time, so that nothing is stored.</returns>
    public async Task<bool> In(Guid article, CancellationToken ct = default)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var text = await db.Set<Article>().Where(a => a.Id == article).Select(a => a.Text).SingleAsync(ct);
            var claims = await db.Set<Claim>()
                .Where(c => c.ArticleId == article && c.Passage != "" && c.WithdrawnAt == null && c.SuccessorId == null)
                .ToListAsync(ct);
            foreach (var claim in claims)
                claim.Follow(Quoted.From(text, claim.Passage) is not null, clock.GetUtcNow());
            if (await db.Save(Spoken, ct) is null)
                return true;
        }
        return false;
    }

    // Whoever spoke about a claim at the same moment changed its row; it is looked at once more.
    private static readonly Refusal Spoken = new("Somebody else spoke about this at the same moment. Send it once more.");
}
