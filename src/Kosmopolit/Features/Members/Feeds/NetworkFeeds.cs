using System.Text;
using Kosmopolit.Features.Networks;
using Kosmopolit.Features.Networks.Calendar;
using Kosmopolit.Features.Networks.Partners;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Feeds;

/// <summary>What a network tells the world, for programs: its calendar and its news.</summary>
public sealed class NetworkFeeds(
    KosmopolitDb db,
    IEnumerable<CalendarSource> sources,
    PartnerBook partners,
    SiteAddress site,
    TimeProvider clock
)
{
    /// <summary>How long what is over stays in a calendar.</summary>
    private static readonly TimeSpan Past = TimeSpan.FromDays(90);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/networks/{slug}/calendar.ics", Calendar).AllowAnonymous();
        routes.MapGet("/networks/{slug}/feed.atom", News).AllowAnonymous();
    }

    private static async Task<IResult> Calendar(string slug, string? key, HttpContext http, NetworkFeeds feeds)
    {
        var ct = http.RequestAborted;
        var (reader, known) = await feeds.Holder(key, ct);
        if (!known || await feeds.Find(slug, reader, ct) is not { } network)
            return Results.NotFound();
        // Somebody's own calendar is kept by no cache; the public one may be.
        if (key is not null)
            http.Response.Headers.CacheControl = "private, no-store";
        var entries = await feeds.Entries(network, reader, ct);
        return Results.Text(CalendarFile.Write(network.Name, entries, feeds.Address), CalendarFile.MediaType, Encoding.UTF8);
    }

    private static async Task<IResult> News(string slug, HttpContext http, NetworkFeeds feeds, Texts texts)
    {
        var ct = http.RequestAborted;
        if (await feeds.Find(slug, Me.Visitor, ct) is not { } network)
            return Results.NotFound();
        var news = new NetworkNews(network, await feeds.Entries(network, Me.Visitor, ct), await feeds.Partnerships(network, ct));
        return Results.Text(AtomFile.Write(news, texts, feeds.Address), AtomFile.MediaType, Encoding.UTF8);
    }

    private string Address(string path) => site[path];

    /// <summary>Whoever holds a secret, as they stand today; visitors have none. A wrong one is not a visitor's.</summary>
    private async Task<(Me Reader, bool Known)> Holder(string? key, CancellationToken ct)
    {
        if (key is null)
            return (Me.Visitor, true);
        var hash = CalendarKey.HashOf(key);
        var account = await db.Set<CalendarKey>().Where(k => k.Hash == hash).Select(k => (Guid?)k.AccountId).SingleOrDefaultAsync(ct);
        return account is { } id ? (await WhoAmI.Load(db, id, clock.GetUtcNow()), true) : (Me.Visitor, false);
    }

    private Task<Network?> Find(string slug, Me reader, CancellationToken ct) =>
        db.Networks.VisibleTo(reader).Include(n => n.History).AsNoTracking().SingleOrDefaultAsync(n => n.Slug == slug, ct);

    private Task<IReadOnlyList<CalendarEntry>> Entries(Network network, Me reader, CancellationToken ct) =>
        sources.Entries(network, reader, clock.GetUtcNow() - Past, ct);

    private Task<IReadOnlyList<ShownPartnership>> Partnerships(Network network, CancellationToken ct) => partners.OfNetwork(network, ct);
}
