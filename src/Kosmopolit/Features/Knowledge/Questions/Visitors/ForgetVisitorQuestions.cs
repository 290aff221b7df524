using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Questions.Visitors;

/// <summary>Erases what nobody confirmed within a day, and the addresses of the others after half a year.</summary>
public sealed class ForgetVisitorQuestions(KosmopolitDb db, TimeProvider clock)
{
    /// <summary>False when there was nothing to forget.</summary>
    public async Task<bool> Run(CancellationToken ct)
    {
        var (unconfirmed, old) = (clock.GetUtcNow() - VisitorQuestion.Patience, clock.GetUtcNow() - VisitorQuestion.Kept);
        var gone = await db.Set<VisitorQuestion>()
            .Where(v => (v.ConfirmedAt == null && v.WrittenAt < unconfirmed) || v.WrittenAt < old)
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
