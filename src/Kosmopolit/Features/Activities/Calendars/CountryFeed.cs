using System.Text;
using Kosmopolit.Features.Members.Feeds;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Activities.Calendars;

/// <summary>What is public about a country and has a date, as a calendar anybody can follow.</summary>
public static class CountryFeed
{
    private static readonly TimeSpan Past = TimeSpan.FromDays(90);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/countries/{code}/calendar.ics", Calendar).AllowAnonymous();

    private static async Task<IResult> Calendar(
        string code,
        HttpContext http,
        ActivityEntries entries,
        Atlas atlas,
        SiteAddress site,
        TimeProvider clock,
        Texts t
    )
    {
        if (atlas.Country(code) is not { } country)
            return Results.NotFound();
        var all = await entries.Of(country.Alpha2, Me.Visitor, clock.GetUtcNow() - Past, http.RequestAborted);
        var name = t["Activities: {0}", country.Name(t.Language.Tag)];
        return Results.Text(CalendarFile.Write(name, all, path => site[path]), CalendarFile.MediaType, Encoding.UTF8);
    }
}
