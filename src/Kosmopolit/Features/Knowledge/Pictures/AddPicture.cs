using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Pictures;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Pictures;

/// <summary>A member brings a picture for a text they are writing.</summary>
public sealed class AddPicture(KosmopolitDb db, Me me, TimeProvider clock)
{
    /// <summary>Pictures that stand in no text yet, of one member.</summary>
    public const int MostWaiting = 30;

    public async Task<Outcome<Picture>> Run(IFormFile? file, string? description, CancellationToken ct = default)
    {
        if (!me.CanWrite())
            return new Refusal("Members write in the knowledge bank.");
        var (said, unsaid) = Easel.Describe(description);
        if ((Easel.Refuse(file) ?? unsaid) is { } odd)
            return odd with { Field = nameof(ArticleInput.PictureText) };
        var waiting = await db.Set<Picture>()
            .VisibleTo(db, me)
            .CountAsync(p => p.ById == me.MemberId && !db.Set<PictureUse>().Any(u => u.PictureId == p.Id), ct);
        if (waiting >= MostWaiting)
            return new Refusal(
                "Put the pictures you brought into a text first. Unused ones go after a week.",
                nameof(ArticleInput.PictureText)
            );
        var (drawn, refusal) = await Easel.Draw(file!, ct);
        if (refusal is not null)
            return refusal with { Field = nameof(ArticleInput.PictureText) };
        var picture = new Picture(me.MemberId!.Value, said!, drawn!, clock.GetUtcNow());
        db.Add(picture);
        db.Add(new PictureFile(picture, drawn!));
        await db.SaveChangesAsync(ct);
        return picture;
    }
}
