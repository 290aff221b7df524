using Kosmopolit.Features.Activities.Importing;
using Kosmopolit.Features.Activities.Ledger.Asking;
using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Features.Activities.Trips.Meetings;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Calendars;

/// <summary>Reminds those who wanted to be reminded, once for each time, and forgets sign-ups that no visitor confirmed.</summary>
public sealed class Remind(KosmopolitDb db, ActivityMail mail, TimeProvider clock)
{
    /// <summary>The longest that anybody wants to be reminded ahead.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(168);

    /// <summary>False when nothing was due.</summary>
    public Task<bool> Next(CancellationToken ct) => db.InOneTransaction(() => Due(ct), ct);

    private async Task<bool> Due(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (soon, day, old) = (now + Ahead, DateOnly.FromDateTime(now.UtcDateTime), now - SignUp.Patience);
        var forgotten = await db.Set<SignUp>().Where(s => s.State == SignUpState.Unconfirmed && s.At < old).ExecuteDeleteAsync(ct);
        var near = await db.Set<Activity>()
            .Where(a => a.State == ActivityState.Open || a.State == ActivityState.Planned)
            .Where(a => a.StartsAt < soon && (a.EndsAt > now || a.Until >= day || a.Exceptions.Any(e => e.MovedTo > now)))
            .Where(a => db.Set<SignUp>().Any(s => s.ActivityId == a.Id && s.State == SignUpState.Coming && s.RemindHours > 0))
            .Include(a => a.Exceptions)
            .AsNoTracking()
            .ToListAsync(ct);
        var written = 0;
        foreach (var activity in near)
            written += await Write(activity, now, ct);
        await db.SaveChangesAsync(ct);
        return forgotten + written > 0;
    }

    private async Task<int> Write(Activity activity, DateTimeOffset now, CancellationToken ct)
    {
        if (activity.Times().Where(t => t.StartsAt > now).Select(t => (DateTimeOffset?)t.StartsAt).FirstOrDefault() is not { } start)
            return 0;
        var wanting = await db.Set<SignUp>()
            .Where(s => s.ActivityId == activity.Id && s.State == SignUpState.Coming && s.RemindHours > 0)
            .Where(s => s.RemindedOf == null || s.RemindedOf != start)
            .ToListAsync(ct);
        var due = wanting.Where(s => start - now <= TimeSpan.FromHours(s.RemindHours)).ToList();
        foreach (var one in due)
            one.Reminded(start);
        await mail.Tell(activity, due, ActivityLetter.Reminder, ct);
        return due.Count;
    }
}

/// <summary>What time does to activities: reminds, tells of meetings that changed, asks what came of them, and forgets calendar files that nobody confirmed.</summary>
public sealed class ActivityClock(IServiceScopeFactory scopes, Readiness readiness, TimeProvider clock, ILogger<ActivityClock> log)
    : Worker(TimeSpan.FromMinutes(5), readiness, clock, log)
{
    protected override async Task<bool> Work(CancellationToken ct) =>
        await Try<Remind>(j => j.Next(ct), ct)
        | await Try<TellTimetable>(j => j.Next(ct), ct)
        | await Try<AskResults>(j => j.Next(ct), ct)
        | await Try<ForgetCalendars>(j => j.Run(ct), ct);

    // Each has a unit of work of its own: one that stumbles stops none of the others, and leaves nothing behind for them.
    private async Task<bool> Try<TJob>(Func<TJob, Task<bool>> job, CancellationToken ct)
        where TJob : notnull
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await job(scope.ServiceProvider.GetRequiredService<TJob>());
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            log.LogError(e, "{Job} stumbled and tries again", typeof(TJob).Name);
            return false;
        }
    }
}
