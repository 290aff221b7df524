using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Pictures;

/// <summary>Removes pictures that stand in no text a week after they were brought.</summary>
public sealed class ForgetPictures(KosmopolitDb db, TimeProvider clock)
{
    public static readonly TimeSpan Patience = TimeSpan.FromDays(7);

    /// <returns>How many went.</returns>
    public Task<int> Run(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - Patience;
        return db.InOneTransaction(
            () => db.Set<Picture>().Where(p => p.At < before && !db.Set<PictureUse>().Any(u => u.PictureId == p.Id)).ExecuteDeleteAsync(ct),
            ct
        );
    }
}
