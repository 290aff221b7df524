using System.Collections.Concurrent;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Visits;

/// <summary>
/// Notes the month of each member's visit, beside the requests: a click costs a look into memory. What is lost with the
/// process is noted at the next click.
/// </summary>
public sealed class VisitKeeper(IServiceScopeFactory scopes, Readiness readiness, TimeProvider clock, ILogger<VisitKeeper> log)
    : Worker(TimeSpan.FromSeconds(10), readiness, clock, log)
{
    private readonly ConcurrentDictionary<Guid, DateOnly> _known = new();
    private readonly ConcurrentQueue<(Guid Member, DateOnly Month)> _fresh = new();

    public static Task Middleware(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<Me>()?.MemberId is { } member)
            context.RequestServices.GetRequiredService<VisitKeeper>().Note(member);
        return next(context);
    }

    public void Note(Guid member)
    {
        var month = LastVisit.MonthOf(Clock.GetUtcNow());
        if (_known.TryGetValue(member, out var known) && known == month)
            return;
        _known[member] = month;
        _fresh.Enqueue((member, month));
    }

    protected override async Task<bool> Work(CancellationToken ct)
    {
        var noted = false;
        while (_fresh.TryDequeue(out var visit))
        {
            await Store(visit.Member, visit.Month, ct);
            noted = true;
        }
        return noted;
    }

    private async Task Store(Guid member, DateOnly month, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KosmopolitDb>();
        if (await db.Set<LastVisit>().SingleOrDefaultAsync(v => v.MemberId == member, ct) is { } row)
            row.In(month > row.Month ? month : row.Month);
        else
            db.Add(new LastVisit(member, month));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Another node noted it, or the member is gone.
        }
    }
}
