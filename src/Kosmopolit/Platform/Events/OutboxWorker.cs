using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Platform.Events;

/// <summary>Hands committed events to the subscribers, one transaction per event.</summary>
public sealed class OutboxWorker(
    IServiceScopeFactory scopes,
    IEnumerable<Subscriber> subscribers,
    Readiness readiness,
    TimeProvider clock,
    ILogger<OutboxWorker> log
) : Worker(TimeSpan.FromSeconds(1), readiness, clock, log)
{
    /// <summary>Attempts at one event before it is set aside for an operator; about ten minutes.</summary>
    public const int MaxAttempts = 14;

    /// <summary>Events looked at together; of those that a subscriber wants it is handed one.</summary>
    private const int AtATime = 100;

    protected override async Task<bool> Work(CancellationToken ct)
    {
        var worked = false;
        foreach (var subscriber in subscribers)
            worked |= await Advance(subscriber, ct);
        return worked;
    }

    /// <summary>Hands the next event to one subscriber; false when there is none or it must wait.</summary>
    public async Task<bool> Advance(Subscriber subscriber, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KosmopolitDb>();
        var cursor = await CursorOf(db, subscriber.Name, ct);
        if (cursor.RetryAt > Clock.GetUtcNow())
            return false;
        var news = await db.After(cursor.Place, AtATime, ct);
        if (news.Count == 0)
            return false;
        var next = news.Find(e => subscriber.Wants(e.Kind));
        try
        {
            if (next is null)
            {
                cursor.MoveTo(news[^1]);
                await db.SaveChangesAsync(ct);
                return true;
            }
            await db.InOneTransaction(async () => await Handle(db, subscriber, cursor, next, ct), ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return true; // Another node was faster; look again from where it left off.
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            next ??= news[^1];
            log.LogError(e, "{Subscriber} failed at event {Position} ({Kind})", subscriber.Name, next.Position, next.Kind);
            await SetBack(subscriber.Name, next, e, ct);
        }
        return true;
    }

    private static async Task<int> Handle(
        KosmopolitDb db,
        Subscriber subscriber,
        EventCursor cursor,
        LoggedEvent next,
        CancellationToken ct
    )
    {
        cursor.MoveTo(next);
        await db.SaveChangesAsync(ct);
        await subscriber.Handle(db, next, ct);
        return await db.SaveChangesAsync(ct);
    }

    private async Task SetBack(string subscriber, LoggedEvent failed, Exception error, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KosmopolitDb>();
        var cursor = await CursorOf(db, subscriber, ct);
        cursor.Fail(Clock.GetUtcNow());
        if (cursor.Attempts >= MaxAttempts)
        {
            var text = error.ToString();
            db.Add(
                new SkippedEvent
                {
                    Subscriber = subscriber,
                    Position = failed.Position,
                    At = Clock.GetUtcNow(),
                    Error = text[..Math.Min(text.Length, 2000)],
                }
            );
            cursor.MoveTo(failed);
        }
        await db.SaveChangesAsync(ct);
    }

    private static async Task<EventCursor> CursorOf(KosmopolitDb db, string subscriber, CancellationToken ct)
    {
        if (await db.Set<EventCursor>().SingleOrDefaultAsync(c => c.Subscriber == subscriber, ct) is { } known)
            return known;
        var fresh = new EventCursor(subscriber);
        db.Add(fresh);
        try
        {
            await db.SaveChangesAsync(ct);
            return fresh;
        }
        catch (DbUpdateException)
        {
            // Another node made the row first.
            db.Entry(fresh).State = EntityState.Detached;
            return await db.Set<EventCursor>().SingleAsync(c => c.Subscriber == subscriber, ct);
        }
    }
}
