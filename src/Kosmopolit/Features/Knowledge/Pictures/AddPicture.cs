using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Pictures;

/// <summary>A member brings a picture for a text they are writing.</summary>
public sealed class AddPicture(KosmopolitDb db, Me me, TimeProvider clock)
{
    /// <summary>Pictures that stand in no text yet, of one member.</summary>
    public const int MostWaiting = 30;

    // Reading a large picture takes some hundred megabytes: one after the other.
    private static readonly SemaphoreSlim Easel = new(1, 1);

    public async Task<Outcome<Picture>> Run(IFormFile? file, string? description, CancellationToken ct = default)
    {
        if (!me.CanWrite())
            return new Refusal("Members write in the knowledge bank.");
        var said = PlainText.Clean(description);
        if (file is null || file.Length == 0)
            return new Refusal("Choose a picture first.", nameof(ArticleInput.PictureText));
        if (said.Length is 0 or > PictureMapping.MostDescription)
            return new Refusal("Say in a sentence what the picture shows, for those who do not see it.", nameof(ArticleInput.PictureText));
        if (file.Length > Redraw.MostBytes)
            return new Refusal(
                "A picture has at most {0} MB. Make it smaller first.",
                nameof(ArticleInput.PictureText),
                Redraw.MostBytes / 1_000_000
            );
        var waiting = await db.Set<Picture>()
            .VisibleTo(db, me)
            .CountAsync(p => p.ById == me.MemberId && !db.Set<PictureUse>().Any(u => u.PictureId == p.Id), ct);
        if (waiting >= MostWaiting)
            return new Refusal(
                "Put the pictures you brought into a text first. Unused ones go after a week.",
                nameof(ArticleInput.PictureText)
            );
        var (drawn, refusal) = await Draw(file, ct);
        if (refusal is not null)
            return refusal with { Field = nameof(ArticleInput.PictureText) };
        var picture = new Picture(me.MemberId!.Value, said, drawn!, clock.GetUtcNow());
        db.Add(picture);
        db.Add(new PictureFile(picture, drawn!));
        await db.SaveChangesAsync(ct);
        return picture;
    }

    private static async Task<(Redrawn?, Refusal?)> Draw(IFormFile file, CancellationToken ct)
    {
        var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, ct);
        await Easel.WaitAsync(ct);
        try
        {
            return await Task.Run(() => Redraw.Draw(bytes.ToArray(), file.ContentType), ct);
        }
        finally
        {
            Easel.Release();
        }
    }
}
