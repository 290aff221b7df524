using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Trips.Hosts;

/// <summary>
/// An organiser asks somebody who knows the place to be host; nothing says so until they agree. Nobody is asked more often than they
/// wish, over all trips and questions together.
/// </summary>
public sealed class AskHost(KosmopolitDb db, Me me, ActivityMail mail, AskPatience patience, TimeProvider clock)
{
    /// <summary>Trips that may ask one person within a month, or still wait for their answer.</summary>
    public const int MostOfOne = 3;

    /// <summary>People whom one organiser may ask within a day, for all their trips.</summary>
    public const int MostADay = 5;

    /// <summary>People that one trip may have asked within a month without a yes.</summary>
    public const int MostAsked = 10;

    // Why is theirs to tell: what they wish, that they are away, and who else asks them.
    private static readonly Refusal NotNow = new("They cannot be asked at present. Perhaps somebody else knows the place, too.");

    public Task<Refusal?> Run(Guid id, Guid member, CancellationToken ct = default) => db.InOneTransaction(() => Ask(id, member, ct), ct);

    private async Task<Refusal?> Ask(Guid id, Guid member, CancellationToken ct)
    {
        var (trip, refusal) = await db.OrganisedTrip(me, id, ct);
        if (trip is null)
            return refusal;
        if (!trip.IsAhead)
            return Activity.Over;
        var seen = await db
            .Members.VisibleTo(me)
            .Where(s => s.Member.Id == member && s.Member.Id != me.MemberId && s.Member.AccountId != null)
            .Select(s => new { IsAway = s.Member.Availability.Value == Availability.Away && s.Member.Availability.Audience >= s.Distance })
            .SingleOrDefaultAsync(ct);
        if (seen is null)
            return new Refusal("Nobody is here by that name.") { Kind = RefusalKind.Gone };
        if (seen.IsAway)
            return new Refusal("They say that they have no time at present.");
        var now = clock.GetUtcNow();
        await db.TakeTurnToAsk(member, ct);
        var known = await db.Set<TripHost>().SingleOrDefaultAsync(h => h.ActivityId == id && h.MemberId == member, ct);
        if (known?.AskAgain(me.MemberId!.Value, now) is { } early)
            return early;
        var since = now - HostRequest.Rest;
        if (
            await db.Set<TripHost>().CountAsync(h => h.ActivityId == id && h.AskedAt > since && h.Answer != HostAnswer.Yes, ct) >= MostAsked
        )
            return new Refusal("{0} people were asked in a month and have not said yes. Wait for their answers.", null, MostAsked);
        var lately = now - TimeSpan.FromDays(1);
        if (await db.Set<TripHost>().CountAsync(h => h.AskedById == me.MemberId && h.AskedAt > lately, ct) >= MostADay)
            return new Refusal("You have asked {0} people within a day. Go on tomorrow.", null, MostADay);
        var limits = await patience.Of(member, now, ct);
        if (await IsAskedEnough(id, member, limits, now, ct))
            return NotNow;
        if (known is null)
            db.Add(new TripHost(id, member, me.MemberId!.Value, now));
        db.Add(ActivityNotices.AskedAsHost(trip, member, now));
        if (limits.MailAt is { } due)
            await Write(trip, member, due, ct);
        return await db.Save(ActivityBook.Meanwhile, ct);
    }

    private async Task<bool> IsAskedEnough(Guid trip, Guid member, Patience limits, DateTimeOffset now, CancellationToken ct)
    {
        var (month, week) = (now - HostRequest.Rest, now - AskPatience.Span);
        var asked = await db.Set<TripHost>()
            .Where(h => h.MemberId == member && h.ActivityId != trip)
            .Where(h =>
                h.AskedAt > month
                || (h.AnsweredAt == null && db.Set<Activity>().Any(a => a.Id == h.ActivityId && a.State < ActivityState.Held))
            )
            .Select(h => h.AskedAt)
            .ToListAsync(ct);
        return asked.Count >= MostOfOne || asked.Count(at => at > week) >= limits.Left;
    }

    public async Task<Refusal?> TakeBack(Guid id, Guid member, CancellationToken ct = default)
    {
        var (trip, refusal) = await db.OrganisedTrip(me, id, ct);
        if (trip is null)
            return refusal;
        if (await db.Set<TripHost>().SingleOrDefaultAsync(h => h.ActivityId == id && h.MemberId == member, ct) is not { } known)
            return ActivityBook.NotHere;
        if (known.AnsweredAt is null || known.IsHost)
            known.End(known.IsHost ? HostAnswer.Parted : HostAnswer.TakenBack, clock.GetUtcNow());
        return await db.Save(ActivityBook.Meanwhile, ct);
    }

    private Task Write(Activity trip, Guid member, DateTimeOffset due, CancellationToken ct) =>
        mail.Write(
            [member],
            t =>
                (
                    t["Would you be host? {0}", trip.Title],
                    t[
                        "Members who travel to a place that you know ask you to be their host: to answer questions, and to receive them if you are there. Nothing says so until you agree; “{0}” has buttons for that.",
                        trip.Title
                    ]
                ),
            $"{trip.Path()}#hosts-there",
            ct,
            due
        );
}
