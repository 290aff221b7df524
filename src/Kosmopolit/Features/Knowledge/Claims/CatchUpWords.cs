using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Claims;

/// <summary>Compares what was claimed before claims followed the words, a text at a time and each claim once.</summary>
public sealed class CatchUpWords(KosmopolitDb db, FollowWords words, ILogger<CatchUpWords> log)
{
    /// <summary>Looks at one text; false when no claim is left that was never compared.</summary>
    /// <param name="passed">Texts that are passed by; one that cannot be compared is added, so that it holds up no other.</param>
    public async Task<bool> Next(ISet<Guid> passed, CancellationToken ct)
    {
        var article = await db.Set<Claim>()
            .Where(c => c.ComparedAt == null && c.Passage != "" && c.WithdrawnAt == null && c.SuccessorId == null)
            .Where(c => !passed.Contains(c.ArticleId))
            .OrderBy(c => c.ArticleId)
            .Select(c => (Guid?)c.ArticleId)
            .FirstOrDefaultAsync(ct);
        if (article is not { } id)
            return false;
        try
        {
            if (!await words.In(id, ct))
                passed.Add(id);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            log.LogError(e, "What is claimed of the text {Article} could not be compared with it", id);
            passed.Add(id);
        }
        return true;
    }
}

/// <summary>Catches up once after each start; what is made since is compared when it is made, so that it then has nothing to ask.</summary>
public sealed class CatchUpClock(IServiceScopeFactory scopes, Readiness readiness, TimeProvider clock, ILogger<CatchUpClock> log)
    : Worker(TimeSpan.FromHours(1), readiness, clock, log)
{
    private readonly HashSet<Guid> _passed = [];
    private bool _isDone;

    protected override async Task<bool> Work(CancellationToken ct)
    {
        if (_isDone)
            return false;
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<CatchUpWords>().Next(_passed, ct))
            return true;
        // What could not be compared is tried again after a rest.
        _isDone = _passed.Count == 0;
        _passed.Clear();
        return false;
    }
}
