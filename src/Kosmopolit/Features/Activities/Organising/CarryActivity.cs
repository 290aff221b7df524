using System.ComponentModel.DataAnnotations;
using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Features.Networks.Partners;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Organising;

public sealed class HelpInput
{
    /// <summary>Slug or address of a member's page, or of a network's or an organisation's.</summary>
    [StringLength(200)]
    public string? Who { get; set; }

    [PlainText(200)]
    public string? Words { get; set; }

    public bool IsRole { get; set; }
}

/// <summary>Who carries an activity: organisers, networks and organisations that hold it, roles and tasks.</summary>
public sealed class CarryActivity(KosmopolitDb db, Me me, ActivityMail mail, TimeProvider clock)
{
    /// <summary>Networks that one organiser may have asked within a month without a yes.</summary>
    public const int MostAsked = 10;

    /// <summary>Somebody of its networks takes on what nobody organises any more.</summary>
    public async Task<Refusal?> TakeOn(Guid id, CancellationToken ct = default)
    {
        if (await db.Activity(me, id, ct) is not { } activity)
            return ActivityBook.NotHere;
        if (!me.CanTakeOn(activity))
            return new Refusal("Somebody organises it already.") { Kind = RefusalKind.NotYours };
        return activity.Carry(me.MemberId!.Value, clock.GetUtcNow()) is { } odd ? odd : await db.Save(ActivityBook.Meanwhile, ct);
    }

    public async Task<Refusal?> PutDown(Guid id, CancellationToken ct = default)
    {
        var (activity, refusal) = await db.Organised(me, id, ct);
        if (activity is null)
            return refusal;
        activity.PutDown(me.MemberId!.Value, clock.GetUtcNow());
        return await db.Save(ActivityBook.Meanwhile, ct);
    }

    /// <summary>Asks somebody in who has signed up: they said themselves that they want to take part.</summary>
    public async Task<Refusal?> AskIn(Guid id, Guid signUp, CancellationToken ct = default)
    {
        var (activity, refusal) = await db.Organised(me, id, ct);
        if (activity is null)
            return refusal;
        var member = await db.Set<SignUp>()
            .Where(s => s.Id == signUp && s.ActivityId == id && s.State != SignUpState.Left)
            .Select(s => s.MemberId)
            .SingleOrDefaultAsync(ct);
        if (member is not { } who || !await db.Members.VisibleTo(me).AnyAsync(s => s.Member.Id == who, ct))
            return new Refusal("Only members can organise it with you.");
        if ((await db.Among(activity, [who], ct)).Count == 0)
            return new Refusal("Only members of its networks can organise it.");
        return activity.Carry(who, clock.GetUtcNow()) is { } odd ? odd : await db.Save(ActivityBook.Meanwhile, ct);
    }

    /// <summary>Lets a partner organisation hold it, too, or asks another network whether it wants to.</summary>
    public async Task<Refusal?> HoldWith(Guid id, HelpInput input, CancellationToken ct = default)
    {
        var (activity, refusal) = await db.Organised(me, id, ct);
        if (activity is null)
            return refusal;
        if (!activity.IsAhead)
            return Activity.Over;
        var slug = Slug(input.Who);
        var network = await db.Networks.VisibleTo(me).Where(n => n.Slug == slug).Select(n => (Guid?)n.Id).SingleOrDefaultAsync(ct);
        var partner = network is null
            ? await db.Partners.Where(p => p.Slug == slug).Select(p => (Guid?)p.Id).SingleOrDefaultAsync(ct)
            : null;
        if ((network ?? partner) is null || network == activity.NetworkId)
            return new Refusal("Choose from the list.", nameof(input.Who));
        if (activity.CoHosts.Any(h => h.NetworkId == network && h.OrganisationId == partner))
            return new Refusal("They hold it already.", nameof(input.Who));
        if (network is { } other)
            return await Ask(activity, other, ct);
        activity.HoldWith(new CoHost(id, null, partner));
        activity.Changed(clock.GetUtcNow());
        return await db.Save(ActivityBook.Meanwhile, ct);
    }

    public async Task<Refusal?> Wish(Guid id, HelpInput input, CancellationToken ct = default)
    {
        var (activity, refusal) = await db.Organised(me, id, ct);
        if (activity is null)
            return refusal;
        if (PlainText.Clean(input.Words) is not { Length: > 0 } words)
            return new Refusal("Write something first.", nameof(input.Words));
        if (await db.Set<Duty>().CountAsync(d => d.ActivityId == id, ct) >= 50)
            return new Refusal("There are {0} already. Finish some first.", nameof(input.Words), 50);
        db.Add(new Duty(id, words, input.IsRole));
        return await db.Save(ActivityBook.Meanwhile, ct);
    }

    /// <summary>Takes a role or a task, gives it back, or says that it is done: whoever may take part.</summary>
    public async Task<Refusal?> Do(Guid id, Guid duty, CancellationToken ct = default)
    {
        if (await db.Activity(me, id, ct) is not { } activity)
            return ActivityBook.NotHere;
        if (me.MemberId is not { } self || !me.CanSay(activity))
            return new Refusal("Members of its networks do this.") { Kind = RefusalKind.NotYours };
        if (await db.Set<Duty>().SingleOrDefaultAsync(d => d.Id == duty && d.ActivityId == id, ct) is not { } found)
            return ActivityBook.NotHere;
        if (found.TakenById is { } taken && taken != self)
            return new Refusal("Somebody else has taken this.") { Kind = RefusalKind.Meanwhile };
        if (found.TakenById is null)
            found.Take(self);
        else if (found.IsRole || found.DoneAt is not null)
            found.Take(null);
        else
            found.Finish(clock.GetUtcNow());
        return await db.Save(ActivityBook.Meanwhile, ct);
    }

    private async Task<Refusal?> Ask(Activity activity, Guid network, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var known = await db.Set<HostRequest>().SingleOrDefaultAsync(r => r.ActivityId == activity.Id && r.NetworkId == network, ct);
        if (known?.AskAgain(now) is { } early)
            return early;
        if (await Unanswered(now, ct) >= MostAsked)
            return new Refusal(
                "You have asked {0} networks in a month that have not said yes. Wait for their answers.",
                nameof(HelpInput.Who),
                MostAsked
            );
        if (known is null)
            db.Add(new HostRequest(activity.Id, network, now));
        var leading = db.Set<Mandate>()
            .Where(m => m.Role == Role.Coordinator && m.Scope == network && (m.Until == null || m.Until > now))
            .Select(m => m.AccountId);
        var coordinators = await db.Set<Member>()
            .Where(m => m.AccountId != null && leading.Contains(m.AccountId.Value))
            .Select(m => m.Id)
            .ToListAsync(ct);
        await mail.Write(
            coordinators,
            t =>
                (
                    t["Do you want to hold it together? {0}", activity.Title],
                    t[
                        "Another network asks yours to hold “{0}” together. Nothing says so until you agree; its page has buttons for that.",
                        activity.Title
                    ]
                ),
            activity.Path(),
            ct
        );
        return await db.Save(ActivityBook.Meanwhile, ct);
    }

    // Each of them has sent mails, in whatever activity and whether it was taken back.
    private Task<int> Unanswered(DateTimeOffset now, CancellationToken ct)
    {
        var since = now - HostRequest.Rest;
        var mine = db.Set<Activity>().Where(a => a.Organisers.Any(o => o.MemberId == me.MemberId)).Select(a => a.Id);
        return db.Set<HostRequest>()
            .Where(r => mine.Contains(r.ActivityId) && r.AskedAt > since)
            .CountAsync(r => r.AnsweredAt == null || (r.Answer != HostAnswer.Yes && r.Answer != HostAnswer.Parted), ct);
    }

    private static string Slug(string? typed) => PlainText.Clean(typed).Split('?')[0].TrimEnd('/').Split('/')[^1];
}
