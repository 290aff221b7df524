using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Platform.Data;

/// <summary>The one place where a race that the database decided becomes a sentence.</summary>
public static class Saving
{
    /// <returns>Null when all is stored; <paramref name="lost"/>, and nothing stored, when somebody else was first.</returns>
    public static async Task<Refusal?> Save(this KosmopolitDb db, Refusal lost, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return lost;
        }
    }
}
