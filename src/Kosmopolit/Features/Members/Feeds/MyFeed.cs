using System.Text;
using Kosmopolit.Features.Networks;
using Kosmopolit.Features.Networks.Calendar;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Feeds;

/// <summary>
/// A member's own calendar under a secret address: what they take part in themselves, and what their networks hold
/// for all. A program that asks carries no language and no session.
/// </summary>
public sealed class MyFeed(KosmopolitDb db, IEnumerable<CalendarSource> sources, SiteAddress site, TimeProvider clock)
{
    private static readonly TimeSpan Past = TimeSpan.FromDays(90);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/me/calendar.ics", Calendar).AllowAnonymous();

    private static async Task<IResult> Calendar(string? key, HttpContext http, MyFeed feed, Texts t)
    {
        if (await feed.Entries(key, http.RequestAborted) is not { } entries)
            return Results.NotFound();
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.Text(CalendarFile.Write(t["My calendar"], entries, p => feed.Site[p]), CalendarFile.MediaType, Encoding.UTF8);
    }

    private SiteAddress Site => site;

    /// <summary>Null when nobody holds this secret.</summary>
    private async Task<IReadOnlyList<CalendarEntry>?> Entries(string? key, CancellationToken ct)
    {
        var hash = CalendarKey.HashOf(key ?? "");
        var account = await db.Set<CalendarKey>().Where(k => k.Hash == hash).Select(k => (Guid?)k.AccountId).SingleOrDefaultAsync(ct);
        if (key is null || account is not { } id)
            return null;
        var (reader, after) = (await WhoAmI.Load(db, id, clock.GetUtcNow()), clock.GetUtcNow() - Past);
        var all = new List<CalendarEntry>();
        foreach (var source in sources)
            all.AddRange(await source.Own(reader, after, ct));
        return [.. all.DistinctBy(e => e.Id).OrderBy(e => e.Start).ThenBy(e => e.Id)];
    }
}
