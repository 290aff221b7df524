using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Api;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Regions;

/// <param name="Purpose">What it is for, in its own words.</param>
/// <param name="Municipalities">SCB codes of its region.</param>
/// <param name="Firms">Null when fewer than five.</param>
/// <param name="Countries">Countries that people in it, as far as you may know, say they know.</param>
public sealed record NetworkListed(
    string Slug,
    string Name,
    Written? Purpose,
    Stage Stage,
    DateTimeOffset Since,
    IReadOnlyList<string> Municipalities,
    int? Firms,
    int Countries
);

/// <param name="People">Null when fewer than five.</param>
/// <param name="Markets">People per country or former state, as far as you may know.</param>
/// <param name="Sectors">Firms per SNI division, as far as you may know.</param>
public sealed record NetworkResource(
    NetworkListed Network,
    int? People,
    IReadOnlyDictionary<string, int> Markets,
    IReadOnlyDictionary<string, int> Sectors
);

/// <summary>Networks for programs.</summary>
public static class NetworksApi
{
    public static void MapNetworks(this IEndpointRouteBuilder api)
    {
        api.MapGet("/networks", List).AllowAnonymous().As("networks", "getNetworks", "Every network").Gives<IReadOnlyList<NetworkListed>>();
        api.MapGet("/networks/{slug}", Show)
            .AllowAnonymous()
            .As("networks", "getNetwork", "One network and what its people know, as far as you may see")
            .Gives<NetworkResource>()
            .OrNotHere();
    }

    private static async Task<IResult> List(NetworkFigures figures) =>
        Results.Ok((await figures.All()).Select(r => Of(r.Network, r.Firms, r.Countries)));

    private static async Task<IResult> Show(string slug, HttpContext http, KosmopolitDb db, Me me, NetworkFigures figures, Answers answers)
    {
        var network = await db
            .Networks.VisibleTo(me)
            .Include(n => n.Municipalities)
            .AsNoTracking()
            .SingleOrDefaultAsync(n => n.Slug == slug, http.RequestAborted);
        if (network is null)
            return answers.NotHere();
        var picture = await figures.Of(network);
        return Results.Ok(
            new NetworkResource(
                Of(network, picture.Firms, picture.Markets.Count),
                picture.People,
                picture.Markets.ToDictionary(m => m.Country, m => m.People),
                picture.Sectors.ToDictionary(s => s.Sector, s => s.Firms)
            )
        );
    }

    private static NetworkListed Of(Network n, int? firms, int countries) =>
        new(
            n.Slug,
            n.Name,
            Written.Of(n.Purpose, n.PurposeLanguage),
            n.Stage,
            n.StageSince,
            [.. n.Municipalities.Select(m => m.Code).Order(StringComparer.Ordinal)],
            firms,
            countries
        );
}
