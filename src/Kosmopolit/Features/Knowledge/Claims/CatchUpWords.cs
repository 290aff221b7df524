using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Claims;

/// <summary>Compares what was claimed before claims followed the words, a text at a time and each claim once.</summary>
public sealed class CatchUpWords(KosmopolitDb db, FollowWords words)
{
    /// <summary>Looks at one text; false when no claim is left that was never compared.</summary>
    public async Task<bool> Next(CancellationToken ct)
    {
        var article = await db.Set<Claim>()
            .Where(c => c.ComparedAt == null && c.Passage != "" && c.WithdrawnAt == null && c.SuccessorId == null)
            .OrderBy(c => c.ArticleId)
            .Select(c => (Guid?)c.ArticleId)
            .FirstOrDefaultAsync(ct);
        if (article is not { } id)
            return false;
        await words.In(id, ct);
        return true;
    }
}

/// <summary>Catches up once after each start; what is made since is compared when it is made, so that it then has nothing to ask.</summary>
public sealed class CatchUpClock(IServiceScopeFactory scopes, Readiness readiness, TimeProvider clock, ILogger<CatchUpClock> log)
    : Worker(TimeSpan.FromHours(1), readiness, clock, log)
{
    private bool _isDone;

    protected override async Task<bool> Work(CancellationToken ct)
    {
        if (_isDone)
            return false;
        await using var scope = scopes.CreateAsyncScope();
        var worked = await scope.ServiceProvider.GetRequiredService<CatchUpWords>().Next(ct);
        _isDone = !worked;
        return worked;
    }
}
