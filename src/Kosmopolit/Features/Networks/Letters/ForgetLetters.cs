using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Networks.Letters;

/// <summary>Erases letters that nobody confirmed within a day, and the others after half a year.</summary>
public sealed class ForgetLetters(KosmopolitDb db, TimeProvider clock)
{
    /// <summary>False when there was nothing to forget.</summary>
    public async Task<bool> Run(CancellationToken ct)
    {
        var (unconfirmed, old) = (clock.GetUtcNow() - VisitorLetter.Patience, clock.GetUtcNow() - VisitorLetter.Kept);
        var gone = await db.Set<VisitorLetter>()
            .Where(l => (l.ConfirmedAt == null && l.WrittenAt < unconfirmed) || l.WrittenAt < old)
            .Take(200)
            .ToListAsync(ct);
        if (gone.Count == 0)
            return false;
        db.RemoveRange(gone);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node was faster.
            db.ChangeTracker.Clear();
        }
        return true;
    }
}
