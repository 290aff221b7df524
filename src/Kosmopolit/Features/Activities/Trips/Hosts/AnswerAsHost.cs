using System.ComponentModel.DataAnnotations;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Trips.Hosts;

public sealed class HostInput
{
    /// <summary>How those who travel reach the host.</summary>
    [PlainText(200)]
    public string? Reach { get; set; }

    /// <summary>Which button was pressed: yes or no.</summary>
    [StringLength(10)]
    public string? Do { get; set; }
}

/// <summary>Whoever was asked says yes or no, and may stop again.</summary>
public sealed class AnswerAsHost(KosmopolitDb db, Me me, ActivityMail mail, TimeProvider clock)
{
    public async Task<Refusal?> Run(Guid id, HostInput input, CancellationToken ct = default)
    {
        if (await db.Activity(me, id, ct) is not { IsTrip: true } trip || me.MemberId is not { } self)
            return ActivityBook.NotHere;
        var asked = await db.Set<TripHost>().SingleOrDefaultAsync(h => h.ActivityId == id && h.MemberId == self, ct);
        if (asked is null || (asked.AnsweredAt is not null && !asked.IsHost))
            return new Refusal("You are not asked any more.") { Kind = RefusalKind.NotYours };
        var now = clock.GetUtcNow();
        if (input.Do != "yes")
            asked.End(asked.IsHost ? HostAnswer.Parted : HostAnswer.No, now);
        else if (!trip.IsAhead)
            return Activity.Over;
        else
        {
            var isNew = !asked.IsHost;
            asked.Agree(PlainText.Clean(input.Reach), now);
            if (isNew)
                await Tell(trip, ct);
        }
        return await db.Save(ActivityBook.Meanwhile, ct);
    }

    private Task Tell(Activity trip, CancellationToken ct) =>
        mail.Write(
            [.. trip.Organisers.Where(o => o.EndedAt is null).Select(o => o.MemberId)],
            t => (t["You have a host: {0}", trip.Title], t["Somebody whom you asked has agreed to be host of “{0}”.", trip.Title]),
            $"{trip.Path()}#hosts-there",
            ct
        );
}
