using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Importing;

/// <summary>Erases calendar files that nobody confirmed within a day.</summary>
public sealed class ForgetCalendars(KosmopolitDb db, TimeProvider clock)
{
    /// <summary>False when there was nothing to forget.</summary>
    public async Task<bool> Run(CancellationToken ct)
    {
        var old = clock.GetUtcNow() - BroughtCalendar.Patience;
        return await db.InOneTransaction(() => db.Set<BroughtCalendar>().Where(c => c.At < old).ExecuteDeleteAsync(ct), ct) > 0;
    }
}
