using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Kosmopolit.Features.Knowledge.Gaps;

/// <summary>Remembers that something was looked for and nobody was found: one row per search, without the person.</summary>
public sealed class RecordGap(KosmopolitDb db, IHttpContextAccessor http, IMemoryCache cache, TimeProvider clock, ILogger<RecordGap> log)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

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
        if (IsKnown(gap))
            return;
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

    /// <summary>
    /// Whether this reader asked for it today: who looks thirty times misses one thing. Remembered as a number that nobody can
    /// read a person from, in memory, for a day.
    /// </summary>
    private bool IsKnown(Gap gap)
    {
        if (http.HttpContext is not { } context || Asker(context) is not { Length: > 0 } asker)
            return false;
        var key = (nameof(RecordGap), HashCode.Combine(asker, gap.Day, gap.Country, gap.Topic, gap.Language));
        if (cache.TryGetValue(key, out _))
            return true;
        cache.Set(key, true, new MemoryCacheEntryOptions { Size = 100, AbsoluteExpirationRelativeToNow = Day });
        return false;
    }

    private static string Asker(HttpContext context) =>
        context.Features.Get<Me>()?.AccountId?.ToString() ?? NetworkLimit.From(context.Connection.RemoteIpAddress);
}
