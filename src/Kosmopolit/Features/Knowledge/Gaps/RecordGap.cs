using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Gaps;

/// <summary>Remembers that something was looked for and nobody was found: one row per search, without the person.</summary>
public sealed class RecordGap(KosmopolitDb db, TimeProvider clock, ILogger<RecordGap> log)
{
    /// <summary>
    /// Stores the codes and the day; nothing when no code was meant. A search never fails because its gap could not be
    /// stored: the reader has an answer already.
    /// </summary>
    public async Task Run(string? country, string? topic, string? language, CancellationToken ct)
    {
        if ((country ?? topic ?? language) is null)
            return;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var gap = new Gap(today, country ?? "", topic ?? "", language ?? "");
        db.Add(gap);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e)
        {
            db.Entry(gap).State = EntityState.Detached;
            log.LogWarning(e, "A gap could not be stored");
        }
    }
}
