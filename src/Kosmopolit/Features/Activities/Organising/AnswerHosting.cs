using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Organising;

/// <summary>
/// A coordinator agrees that their network holds an activity, too; they or the organisers end it, or the question. The organisers
/// hear of what the other network says.
/// </summary>
public sealed class AnswerHosting(KosmopolitDb db, Me me, ActivityMail mail, TimeProvider clock)
{
    private static readonly Refusal NotYours = new("Only the coordinator of that network answers this.") { Kind = RefusalKind.NotYours };

    public async Task<Refusal?> Agree(Guid id, Guid request, CancellationToken ct = default)
    {
        var asked = await Open(id, request, ct);
        if (asked is null || await db.Activity(me, id, ct) is not { } activity)
            return ActivityBook.NotHere;
        if (!me.Is(Role.Coordinator, asked.NetworkId))
            return NotYours;
        if (!activity.IsAhead)
            return Activity.Over;
        var now = clock.GetUtcNow();
        asked.End(HostAnswer.Yes, now);
        activity.HoldWith(new CoHost(id, asked.NetworkId, null));
        activity.Changed(now);
        await Tell(activity, asked.NetworkId, HostAnswer.Yes, ct);
        return await db.Save(ActivityBook.Meanwhile, ct);
    }

    /// <param name="key">Of the question, or of the one that holds it.</param>
    public async Task<Refusal?> End(Guid id, Guid key, CancellationToken ct = default)
    {
        if (await db.Activity(me, id, ct) is not { } activity)
            return ActivityBook.NotHere;
        var asked = await Open(id, key, ct);
        var host = activity.CoHosts.FirstOrDefault(h => h.Id == key);
        if (asked is null && host is null)
            return ActivityBook.NotHere;
        var network = asked?.NetworkId ?? host?.NetworkId;
        var leads = network is not null && me.Is(Role.Coordinator, network);
        if (!leads && !me.CanOrganise(activity))
            return NotYours;
        if (!activity.IsAhead)
            return Activity.Over;
        var answer =
            host is not null ? HostAnswer.Parted
            : leads ? HostAnswer.No
            : HostAnswer.TakenBack;
        asked?.End(answer, clock.GetUtcNow());
        if (leads)
            await Tell(activity, network!.Value, answer, ct);
        if (host is not null)
            await Part(activity, host, ct);
        return await db.Save(ActivityBook.Meanwhile, ct);
    }

    private Task<HostRequest?> Open(Guid id, Guid request, CancellationToken ct) =>
        db.Set<HostRequest>().SingleOrDefaultAsync(r => r.Id == request && r.ActivityId == id && r.AnsweredAt == null, ct);

    // Whoever organised it through the network that leaves is no longer of those who can.
    private async Task Part(Activity activity, CoHost host, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var agreed = await db.Set<HostRequest>()
            .SingleOrDefaultAsync(r => r.ActivityId == activity.Id && r.NetworkId == host.NetworkId, ct);
        agreed?.End(HostAnswer.Parted, now);
        activity.Part(host);
        activity.Changed(now);
        await db.PutDownForStrangers(activity, now, ct);
    }

    private async Task Tell(Activity activity, Guid network, HostAnswer answer, CancellationToken ct)
    {
        var name = await db.Networks.VisibleTo(me).Where(n => n.Id == network).Select(n => n.Name).SingleAsync(ct);
        var others = activity.Organisers.Where(o => o.EndedAt is null && o.MemberId != me.MemberId).Select(o => o.MemberId).ToList();
        await mail.Write(others, t => Say(answer, name, activity.Title, t), activity.Path(), ct);
    }

    private static (string Subject, string Text) Say(HostAnswer answer, string network, string title, Texts t) =>
        answer switch
        {
            HostAnswer.Yes => (
                t["They hold it with you: {0}", title],
                t["The network {0} was asked to hold “{1}” together with yours, and has said yes.", network, title]
            ),
            HostAnswer.No => (
                t["They do not hold it with you: {0}", title],
                t["The network {0} was asked to hold “{1}” together with yours, and has said no.", network, title]
            ),
            _ => (
                t["They do not hold it with you any more: {0}", title],
                t["The network {0} has held “{1}” together with yours, and does so no more.", network, title]
            ),
        };
}
