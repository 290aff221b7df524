using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Pictures;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Photos;

/// <summary>Serves a photo to whoever may see it. To anybody else it does not exist, and nobody on the way keeps it.</summary>
public static class PhotoDoor
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/activities/{id:guid}/photos/{name}", Show).AllowAnonymous();

    private static async Task<IResult> Show(Guid id, string name, HttpContext http, KosmopolitDb db, Me me)
    {
        if (PictureName.Parse(name) is not { } wanted)
            return Results.NotFound();
        var (photo, width, height) = (wanted.Id, wanted.Width, wanted.Height);
        var files = db.Set<Photo>()
            .VisibleTo(db, me)
            .Where(p => p.Id == photo && p.ActivityId == id && p.Width == width && p.Height == height)
            .Join(db.Set<PhotoFile>(), p => p.Id, f => f.PhotoId, (p, f) => f);
        var bytes = await (wanted.IsSmall ? files.Select(f => f.Small) : files.Select(f => f.Large)).SingleOrDefaultAsync(
            http.RequestAborted
        );
        return bytes is null ? Results.NotFound() : PictureAnswer.Of(http.Response, bytes, isPublic: false);
    }
}
