using Kosmopolit.Features.Members.Joining;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Importing;

/// <summary>Erases what an import leaves behind: files that nobody confirmed, and people who answered or whose invitation ended.</summary>
public sealed class ForgetImports(KosmopolitDb db, TimeProvider clock)
{
    /// <summary>False when there was nothing to forget.</summary>
    public async Task<bool> Run(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var old = now - Import.Patience;
        var files = await db.Set<Import>().Where(i => i.Content != null && i.CreatedAt < old).Take(50).ToListAsync(ct);
        files.ForEach(f => f.Forget());
        var answered = await db.Set<ImportedPerson>()
            .Where(p =>
                db.Set<Invitation>().Any(i => i.Id == p.InvitationId && (i.UsedAt != null || i.WithdrawnAt != null || i.ExpiresAt <= now))
            )
            .Take(500)
            .ToListAsync(ct);
        db.RemoveRange(answered);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Another node forgot them, or somebody pressed a button: look again.
            db.ChangeTracker.Clear();
        }
        return files.Count + answered.Count > 0;
    }
}
