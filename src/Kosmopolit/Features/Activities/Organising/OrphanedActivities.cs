using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Events;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Organising;

/// <summary>
/// When an organiser leaves the last network that holds it or is erased, the activity is put down for them; when nobody is left,
/// those who take part and the coordinators hear of it and can take it on. Seats that were freed go to those who wait.
/// </summary>
public sealed class OrphanedActivities(SiteAddress site, PostOptions post, TimeProvider clock) : Subscriber
{
    public override string Name => "orphaned-activities";

    public override bool Wants(string kind) => kind is nameof(MembershipStateChanged) or nameof(MemberErased) or nameof(ActivityOrphaned);

    public override async Task Handle(KosmopolitDb db, LoggedEvent happened, CancellationToken ct)
    {
        if (happened.As<MembershipStateChanged>() is { } changed && changed.State != MembershipState.Active)
            await Release(db, changed.MemberId, changed.NetworkId, ct);
        else if (happened.As<MemberErased>() is { } erased)
        {
            await Release(db, erased.MemberId, null, ct);
            await FillFreed(db, ct);
        }
        else if (happened.As<ActivityOrphaned>() is { } orphaned)
            await Tell(db, orphaned.ActivityId, ct);
    }

    private ActivityMail Mail(KosmopolitDb db) => new(db, site, post, clock);

    /// <param name="network">The network that was left; null when they have left everything.</param>
    private async Task Release(KosmopolitDb db, Guid member, Guid? network, CancellationToken ct)
    {
        var carried = await db.Set<Activity>()
            .Where(a => network == null || a.NetworkId == network || a.CoHosts.Any(h => h.NetworkId == network))
            .Where(a => a.Organisers.Any(o => o.MemberId == member && o.EndedAt == null))
            .Include(a => a.Organisers)
            .Include(a => a.CoHosts)
            .AsSplitQuery()
            .ToListAsync(ct);
        foreach (var activity in carried)
            if (network is null)
                activity.PutDown(member, clock.GetUtcNow());
            else
                await db.PutDownForStrangers(activity, clock.GetUtcNow(), ct);
        var tasks = db.Set<Duty>().Where(d => d.TakenById == member && d.DoneAt == null);
        if (network is null)
            foreach (var duty in await tasks.ToListAsync(ct))
                duty.Take(null);
    }

    // Erasing deletes the sign-up, so nothing says whose seat it was: every line is looked at.
    private async Task FillFreed(KosmopolitDb db, CancellationToken ct)
    {
        var waiting = await db.Set<Activity>()
            .Where(a => a.State == ActivityState.Open)
            .Where(a => db.Set<SignUp>().Any(s => s.ActivityId == a.Id && s.State == SignUpState.Waiting))
            .Select(a => a.Id)
            .ToListAsync(ct);
        foreach (var id in waiting)
        {
            await db.TakeTurn(id, ct);
            var activity = await db.Set<Activity>().Whole().SingleAsync(a => a.Id == id, ct);
            await new Seating(db, Mail(db), clock).Fill(activity, ct);
        }
    }

    private async Task Tell(KosmopolitDb db, Guid id, CancellationToken ct)
    {
        var activity = await db.Set<Activity>().Include(a => a.Organisers).AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct);
        if (activity is null || !activity.IsAhead || activity.Organisers.Any(o => o.EndedAt is null))
            return;
        var part = await db.Set<SignUp>()
            .Where(s => s.ActivityId == id && s.State != SignUpState.Left && s.MemberId != null)
            .Select(s => s.MemberId!.Value)
            .ToListAsync(ct);
        var now = clock.GetUtcNow();
        var running = db.Set<Mandate>()
            .Where(m => m.Role == Role.Coordinator && m.Scope == activity.NetworkId && (m.Until == null || m.Until > now));
        var coordinators = await db.Set<Member>()
            .Where(m => running.Any(r => r.AccountId == m.AccountId))
            .Select(m => m.Id)
            .ToListAsync(ct);
        await Mail(db)
            .Write(
                [.. part.Union(coordinators)],
                t =>
                    (
                        t["Nobody organises it any more: {0}", activity.Title],
                        t[
                            "Whoever organised “{0}” has left. It goes on if somebody takes it on: its page has a button for that.",
                            activity.Title
                        ]
                    ),
                $"/activities/{id}",
                ct
            );
    }
}
