using Microsoft.AspNetCore.Authentication;

namespace Kosmopolit.Platform.Auth.Providers;

/// <summary>The way to a service and the way back. Links, not forms: the content policy sends forms to nobody else.</summary>
public static class ProviderDoors
{
    private const string BackPath = "/sign-in/arrived";

    public static void MapProviderDoors(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sign-in/providers/{key}", Leave).AllowAnonymous();
        routes.MapGet(BackPath, Arrive).AllowAnonymous();
    }

    private static async Task<IResult> Leave(string key, string? next, ProviderList providers, ILogger<Arrivals> log, HttpContext context)
    {
        if (providers.Find(key) is not { } provider)
            return Results.NotFound();
        var back = LocalAddress.Of(next) is { } local ? $"{BackPath}?next={Uri.EscapeDataString(local)}" : BackPath;
        var journey = new AuthenticationProperties { RedirectUri = back, Items = { ["provider"] = provider.Key } };
        try
        {
            await context.ChallengeAsync(provider.Scheme, journey);
            return Results.Empty;
        }
        catch (Exception e) when (e is InvalidOperationException or HttpRequestException or IOException)
        {
            log.LogWarning("{Provider} does not answer: {Reason}", provider.Key, e.GetType().Name);
            return Results.Redirect(Arrivals.FailedPath(provider.Key));
        }
    }

    private static async Task<IResult> Arrive(string? next, Arrivals arrivals, Me me, CancellationToken ct) =>
        Results.LocalRedirect(await arrivals.Receive(me, next, ct));
}
