using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Trips.Hosts;

/// <summary>What hosts of a trip hear of it: whoever is to receive others goes by its days as much as they do.</summary>
internal static class HostLetters
{
    /// <summary>Tells those who agreed. Whoever is signed up hears of it by that.</summary>
    public static async Task TellHosts(
        this ActivityMail mail,
        KosmopolitDb db,
        Activity trip,
        ActivityLetter kind,
        CancellationToken ct,
        string why = ""
    )
    {
        if (!trip.IsTrip)
            return;
        var hosts = await db.Set<TripHost>()
            .Where(h => h.ActivityId == trip.Id && h.Answer == HostAnswer.Yes)
            .Where(h =>
                !db.Set<SignUp>()
                    .Any(s =>
                        s.ActivityId == trip.Id
                        && s.MemberId == h.MemberId
                        && s.State != SignUpState.Left
                        && s.State != SignUpState.Unconfirmed
                    )
            )
            .Select(h => h.MemberId)
            .ToListAsync(ct);
        if (hosts.Count == 0)
            return;
        await mail.Write(
            hosts,
            t =>
            {
                var (subject, text) = ActivityMail.Say(trip, kind, t);
                var when =
                    kind == ActivityLetter.Changed && trip is { StartsAt: { } start, EndsAt: { } end }
                        ? ActivityWording.When(start, end, trip.TimeZone, t)
                        : "";
                return (subject, string.Join("\n", new[] { text, why, when }.Where(line => line.Length > 0)));
            },
            $"{trip.Path()}#hosts-there",
            ct
        );
    }
}
