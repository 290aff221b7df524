using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Activities.Photos;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Pictures;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Tests.Architecture.Endpoints;

/// <summary>Real addresses of activities in the demo world: of everyone, of one network, an idea.</summary>
internal sealed class ActivityExamples(KosmopolitDb db)
{
    public async Task<Dictionary<string, (string, string)[]>> Collect()
    {
        var skane = await db.Set<Network>().Where(n => n.Slug == "skane").Select(n => n.Id).SingleAsync();
        var all = db.Set<Activity>().OrderBy(a => a.Id);
        var open = await all.Where(a => a.IsPublic && a.GatheredAt != null && !a.IsTrip).Select(a => a.Id).FirstAsync();
        var near = await all.Where(a => a.NetworkId == skane && !a.IsPublic && !a.IsTrip).Select(a => a.Id).FirstAsync();
        var trip = await all.Where(a => a.IsTrip && a.GatheredAt != null).Select(a => a.Id).FirstAsync();
        var pages = new Dictionary<string, (string, string)[]>
        {
            ["/activities/signed/{token}"] = [("forged", "/activities/signed/forged")],
            ["/countries/{code}/calendar.ics"] =
            [
                ("a country", "/countries/iq/calendar.ics"),
                ("no country", "/countries/zz/calendar.ics"),
            ],
        };
        pages["/activities/here/{code}"] = [("forged", "/activities/here/forged")];
        pages["/results/{ticket}"] = [("forged", "/results/forged")];
        pages["/result-mail/{token}"] = [("forged", "/result-mail/forged")];
        pages["/result-mail/{token}/stop"] = [("forged", "/result-mail/forged/stop")];
        foreach (var part in new[] { "", "/edit", "/people", "/code", "/sign-up" })
            pages[$"/activities/{{id:guid}}{part}"] =
            [
                ("of everyone", $"/activities/{open}{part}"),
                ("of Skåne", $"/activities/{near}{part}"),
                ("none", $"/activities/{Guid.Empty}{part}"),
            ];
        var photo = await db.Set<Photo>().FirstAsync(p => db.Set<Activity>().Any(a => a.Id == p.ActivityId && a.NetworkId == skane));
        var photos = $"/activities/{photo.ActivityId}/photos";
        pages["/activities/{id:guid}/photos"] = [("of Skåne", photos), ("not held yet", $"/activities/{open}/photos")];
        pages["/activities/{id:guid}/photos/{name}"] =
        [
            ("of Skåne", $"{photos}/{photo.Name}"),
            ("none", $"{photos}/{PictureName.Of(Guid.Empty, 60, 40)}"),
        ];
        pages["/api/v1/activities/{id:guid}"] =
        [
            ("of everyone", $"/api/v1/activities/{open}"),
            ("of Skåne", $"/api/v1/activities/{near}"),
            ("none", $"/api/v1/activities/{Guid.Empty}"),
        ];
        foreach (var part in new[] { "", "/plan", "/me", "/meetings", "/money", "/texts", "/lists", "/debrief", "/pack.html" })
            pages[$"/trips/{{id:guid}}{part}"] = [("a trip", $"/trips/{trip}{part}"), ("no trip", $"/trips/{open}{part}")];
        pages["/trips/{id:guid}/debrief/{lesson:guid}"] = [("none", $"/trips/{trip}/debrief/{Guid.Empty}")];
        return pages;
    }
}
