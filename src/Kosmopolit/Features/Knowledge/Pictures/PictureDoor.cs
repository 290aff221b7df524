using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Pictures;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Pictures;

/// <summary>Serves pictures to whoever may read a text that shows them. An address never changes what it shows.</summary>
public static class PictureDoor
{
    public static void MapPictures(this IEndpointRouteBuilder routes) => routes.MapGet("/knowledge/pictures/{name}", Show).AllowAnonymous();

    private static async Task<IResult> Show(string name, HttpContext http, KosmopolitDb db, Me me)
    {
        if (PictureName.Parse(name) is not { } wanted)
            return Results.NotFound();
        var ct = http.RequestAborted;
        var (width, height) = (wanted.Width, wanted.Height);
        var picture = await db.Set<Picture>()
            .VisibleTo(db, me)
            .Where(p => p.Id == wanted.Id && p.Width == width && p.Height == height)
            .Select(p => new { p.At, IsPublic = db.Set<Picture>().VisibleTo(db, Me.Visitor).Any(v => v.Id == p.Id) })
            .SingleOrDefaultAsync(ct);
        if (picture is null)
            return Results.NotFound();
        var files = db.Set<PictureFile>().Where(f => f.PictureId == wanted.Id);
        var bytes = await (wanted.IsSmall ? files.Select(f => f.Small) : files.Select(f => f.Large)).SingleAsync(ct);
        return PictureAnswer.Of(http.Response, bytes, picture.IsPublic);
    }
}
