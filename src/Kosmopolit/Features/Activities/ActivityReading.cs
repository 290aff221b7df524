using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Features.Members.SelfGovernment;
using Kosmopolit.Features.Networks;
using Kosmopolit.Features.Networks.Partners;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities;

public sealed record DutyView(Duty Row, Signature? By);

public sealed record RemarkView(ActivityRemark Row, Signature By);

/// <summary>An activity with everything around it, as one reader may see it.</summary>
/// <param name="With">Networks and organisations that hold it, the first its own network.</param>
/// <param name="Mine">The reader's own sign-up, also one that was taken back.</param>
public sealed record ActivityView(
    Activity Row,
    IReadOnlyList<Signature> With,
    IReadOnlyList<Signature> Organisers,
    SignUp? Mine,
    IReadOnlyDictionary<SignUpState, int> Counts,
    IReadOnlyList<DutyView> Duties,
    IReadOnlyList<RemarkView> Remarks
)
{
    public int Count(SignUpState state) => Counts.GetValueOrDefault(state);

    /// <summary>All who have said that they would come, however far they are.</summary>
    public int Interested => Count(SignUpState.Interested) + Count(SignUpState.Coming) + Count(SignUpState.Waiting);
}

/// <summary>Reads one activity whole: a fixed number of queries, however many take part.</summary>
public sealed class ActivityReading(KosmopolitDb db, Me me, Signing signing)
{
    /// <summary>Null when this reader has no such activity.</summary>
    public async Task<ActivityView?> Of(Guid id, CancellationToken ct = default)
    {
        var activity = await db.Set<Activity>()
            .VisibleTo(db, me)
            .Include(a => a.Organisers)
            .Include(a => a.CoHosts)
            .Include(a => a.Exceptions)
            .Include(a => a.History)
            .AsSplitQuery()
            .AsNoTracking()
            .SingleOrDefaultAsync(a => a.Id == id, ct);
        if (activity is null)
            return null;
        var self = me.MemberId;
        var signUps = db.Set<SignUp>().Where(s => s.ActivityId == id);
        var mine = self is null ? null : await signUps.AsNoTracking().SingleOrDefaultAsync(s => s.MemberId == self, ct);
        var counts = await signUps.GroupBy(s => s.State).Select(g => new { g.Key, Number = g.Count() }).ToListAsync(ct);
        var inside = me.Holds(activity);
        var duties = inside ? await db.Set<Duty>().Where(d => d.ActivityId == id).OrderBy(d => d.Id).AsNoTracking().ToListAsync(ct) : [];
        var remarks = inside
            ? await db.Set<ActivityRemark>().Where(r => r.ActivityId == id).OrderBy(r => r.MadeAt).AsNoTracking().ToListAsync(ct)
            : [];
        Guid?[] said =
        [
            .. activity.Organisers.Select(o => (Guid?)o.MemberId),
            .. duties.Select(d => d.TakenById),
            .. remarks.Select(r => (Guid?)r.AuthorId),
        ];
        var names = await signing.Members(said.OfType<Guid>(), ct);
        return new ActivityView(
            activity,
            await Hosts(activity, ct),
            [.. activity.Organisers.Where(o => o.EndedAt is null).Select(o => names[o.MemberId])],
            mine,
            counts.ToDictionary(c => c.Key, c => c.Number),
            [.. duties.Select(d => new DutyView(d, d.TakenById is { } by ? names[by] : null))],
            [.. remarks.Select(r => new RemarkView(r, names[r.AuthorId]))]
        );
    }

    private async Task<IReadOnlyList<Signature>> Hosts(Activity activity, CancellationToken ct)
    {
        var networks = activity.CoHosts.Select(h => h.NetworkId).OfType<Guid>().Append(activity.NetworkId).ToList();
        var partners = activity.CoHosts.Select(h => h.OrganisationId).OfType<Guid>().ToList();
        var known = await db
            .Networks.VisibleTo(me)
            .Where(n => networks.Contains(n.Id))
            .Select(n => new
            {
                n.Id,
                n.Slug,
                n.Name,
            })
            .ToListAsync(ct);
        var helping =
            partners.Count == 0
                ? []
                : await db.Partners.Where(p => partners.Contains(p.Id)).Select(p => new { p.Slug, p.Name }).ToListAsync(ct);
        return
        [
            .. known.OrderBy(n => n.Id != activity.NetworkId).ThenBy(n => n.Name).Select(n => new Signature(n.Name, $"/networks/{n.Slug}")),
            .. helping.Select(p => new Signature(p.Name, $"/partners/{p.Slug}")),
        ];
    }
}
