using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Trips.Hosts;

/// <summary>An organiser asks somebody who knows the place to be host; nothing says so until they agree.</summary>
public sealed class AskHost(KosmopolitDb db, Me me, ActivityMail mail, TimeProvider clock)
{
    /// <summary>People that one trip may have asked within a month without a yes.</summary>
    public const int MostAsked = 10;

    public async Task<Refusal?> Run(Guid id, Guid member, CancellationToken ct = default)
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
        var known = await db.Set<TripHost>().SingleOrDefaultAsync(h => h.ActivityId == id && h.MemberId == member, ct);
        if (known?.AskAgain(me.MemberId!.Value, now) is { } early)
            return early;
        var since = now - HostRequest.Rest;
        if (
            await db.Set<TripHost>().CountAsync(h => h.ActivityId == id && h.AskedAt > since && h.Answer != HostAnswer.Yes, ct) >= MostAsked
        )
            return new Refusal("{0} people were asked in a month and have not said yes. Wait for their answers.", null, MostAsked);
        if (known is null)
            db.Add(new TripHost(id, member, me.MemberId!.Value, now));
        await mail.Write(
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
            ct
        );
        return await db.Save(ActivityBook.Meanwhile, ct);
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
}
