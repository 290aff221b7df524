using Kosmopolit.Features.Members.SelfGovernment.Ballots;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.SelfGovernment.Succession;

/// <summary>
/// Does what becomes due by itself: opens and closes ballots, reminds of terms, warns of sleep, closes networks that the
/// members ended. Every step is idempotent and guarded by the database: any number of nodes may run it.
/// </summary>
public sealed class GovernmentClock(IServiceScopeFactory scopes, Readiness readiness, TimeProvider clock, ILogger<GovernmentClock> log)
    : Worker(TimeSpan.FromMinutes(1), readiness, clock, log)
{
    /// <summary>How long people have to close a ballot themselves.</summary>
    public static readonly TimeSpan ForPeople = TimeSpan.FromHours(12);

    private static readonly TimeSpan Daily = TimeSpan.FromHours(1);

    private DateTimeOffset _lookedAhead = DateTimeOffset.MinValue;

    protected override async Task<bool> Work(CancellationToken ct)
    {
        await Ballots(ct);
        if (Clock.GetUtcNow() - _lookedAhead < Daily)
            return false;
        await Days(ct);
        _lookedAhead = Clock.GetUtcNow();
        return false;
    }

    /// <summary>Opens and closes what is due.</summary>
    public async Task Ballots(CancellationToken ct)
    {
        var now = Clock.GetUtcNow();
        var late = now - ForPeople;
        var open = await Ask(db =>
            db.Set<Ballot>().Where(b => b.ClosedAt == null && b.OpenedAt == null && b.OpensAt <= now).Select(b => b.Id).ToListAsync(ct)
        );
        foreach (var id in open)
            await In<ElectoralRoll>((db, roll) => Open(db, roll, id, ct));
        var over = await Ask(db => db.Set<Ballot>().Where(b => b.ClosedAt == null && b.ClosesAt <= late).Select(b => b.Id).ToListAsync(ct));
        foreach (var id in over)
            await In<CloseBallot>((_, close) => close.Run(id, null, ct));
    }

    /// <summary>Looks at terms, sleep and last days.</summary>
    public async Task Days(CancellationToken ct)
    {
        await In<Reminders>((_, reminders) => reminders.TermsEnding(ct));
        await In<Reminders>((_, reminders) => reminders.Sleep(ct));
        var now = Clock.GetUtcNow();
        var ending = await Ask(db =>
            db.Set<Dissolution>().Where(d => d.DoneAt == null && d.ClosesAt <= now).Select(d => d.Id).ToListAsync(ct)
        );
        foreach (var id in ending)
            await In<EndNetwork>((_, end) => end.Finish(id, null, ct));
    }

    private static async Task Open(KosmopolitDb db, ElectoralRoll roll, Guid id, CancellationToken ct)
    {
        await roll.Write(await db.Set<Ballot>().SingleAsync(b => b.Id == id, ct), ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Another node or a voter wrote the roll first.
        }
    }

    private async Task<T> Ask<T>(Func<KosmopolitDb, Task<T>> question)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<KosmopolitDb>());
    }

    private async Task In<TVerb>(Func<KosmopolitDb, TVerb, Task> work)
        where TVerb : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<KosmopolitDb>(), scope.ServiceProvider.GetRequiredService<TVerb>());
    }
}
