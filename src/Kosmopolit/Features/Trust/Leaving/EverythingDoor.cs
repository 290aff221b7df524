using Kosmopolit.Platform.Auth.StepUp;

namespace Kosmopolit.Features.Trust.Leaving;

/// <summary>Where one takes everything along.</summary>
public static class EverythingDoor
{
    public const string Path = "/me/leave/everything.zip";

    public static void MapEverything(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Path, Take).WithMetadata(new NeedsProofAttribute());

    private static async Task<IResult> Take(HttpContext http, EverythingArchive archive, TimeProvider clock)
    {
        if (await archive.Pack(http.RequestAborted) is not { } packed)
            return Results.NotFound();
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(packed, "application/zip", $"kosmopolit-{clock.GetUtcNow():yyyy-MM-dd}.zip");
    }
}
