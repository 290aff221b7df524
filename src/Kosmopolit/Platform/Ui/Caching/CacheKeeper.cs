using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Events;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Jobs;

namespace Kosmopolit.Platform.Ui.Caching;

/// <summary>
/// Follows the event log on every node and throws away what is cached when something happened, within a second; while
/// nothing happens it lays visitors' pages down for the next start.
/// </summary>
public sealed class CacheKeeper(
    IServiceScopeFactory scopes,
    KeptPages kept,
    Readiness readiness,
    TimeProvider clock,
    ILogger<CacheKeeper> log
) : Worker(TimeSpan.FromMilliseconds(500), readiness, clock, log)
{
    private LogPlace? _place;

    /// <summary>Where the log ends before the first page is drawn: whatever happens after it outdates that page.</summary>
    public async Task Begin(KosmopolitDb db, CancellationToken ct)
    {
        _place = await db.End(ct);
        if (db is SqliteDb)
            kept.Resume();
    }

    /// <summary>What was drawn since the last look is laid down as well.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (_place is not null)
            await Attempt(cancellationToken);
    }

    protected override async Task<bool> Work(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KosmopolitDb>();
        if (_place is not { } place)
        {
            _place = await db.End(ct);
            return false;
        }
        if (await db.After(place, 500, ct) is not { Count: > 0 } news)
        {
            // Of several nodes none knows what the others wrote while all were down.
            if (db is SqliteDb)
                kept.LayDown(place);
            return false;
        }
        _place = new LogPlace(news[^1].Transaction, news[^1].Position);
        await kept.Outdate(ct);
        return true;
    }
}
