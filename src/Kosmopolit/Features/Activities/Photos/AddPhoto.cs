using System.ComponentModel.DataAnnotations;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Kosmopolit.Platform.Pictures;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Activities.Photos;

public sealed class PhotoInput
{
    public IFormFile? File { get; set; }

    [Required(ErrorMessage = "Say in a sentence what the picture shows, for those who do not see it.")]
    [PlainText(Easel.MostDescription)]
    public string? Text { get; set; }

    [EnumDataType(typeof(PhotoAudience), ErrorMessage = "Choose from the list.")]
    public PhotoAudience Audience { get; set; }

    /// <summary>Everybody who can be recognised has said yes.</summary>
    public bool HaveAgreed { get; set; }
}

/// <summary>Somebody who was there brings a photo.</summary>
public sealed class AddPhoto(KosmopolitDb db, Me me, Texts texts, TimeProvider clock)
{
    /// <summary>Photos of one member from one activity.</summary>
    public const int MostOfOne = 20;

    /// <summary>Photos from one activity.</summary>
    public const int Most = 100;

    public async Task<Refusal?> Run(Guid id, PhotoInput input, CancellationToken ct = default)
    {
        if (await db.Activity(me, id, ct) is not { } activity)
            return ActivityBook.NotHere;
        if (!await db.BringsPhotos(me, activity, ct))
            return new Refusal("Those who took part bring pictures, once it has been held.") { Kind = RefusalKind.NotYours };
        if (Easel.Refuse(input.File) is { } unopened)
            return unopened with { Field = nameof(input.File) };
        var (said, unsaid) = Easel.Describe(input.Text);
        if (said is null)
            return unsaid! with { Field = nameof(input.Text) };
        if (!input.HaveAgreed)
            return new Refusal("Ask everybody in the picture first. Then tick that they agree.", nameof(input.HaveAgreed));
        if (await Full(id, ct) is { } full)
            return full;
        var (drawn, refusal) = await Easel.Draw(input.File!, ct);
        if (drawn is null)
            return refusal! with { Field = nameof(input.File) };
        return await db.InOneTransaction(() => Keep(id, input.Audience, said, drawn, ct), ct);
    }

    // The row of the activity is held until this is stored: two windows together do not bring more than one may.
    private async Task<Refusal?> Keep(Guid id, PhotoAudience audience, string said, Redrawn drawn, CancellationToken ct)
    {
        await db.TakeTurn(id, ct);
        if (await Full(id, ct) is { } full)
            return full;
        var photo = new Photo(id, me.MemberId!.Value, (said, texts.Language.Tag), audience, drawn, clock.GetUtcNow());
        db.Add(photo);
        db.Add(new PhotoFile(photo, drawn));
        await db.SaveChangesAsync(ct);
        return null;
    }

    // Counts those the reader does not see, too; says nothing of them but that there are many.
    private async Task<Refusal?> Full(Guid id, CancellationToken ct)
    {
        var photos = db.Set<Photo>().Where(p => p.ActivityId == id);
        return await photos.CountAsync(p => p.ById == me.MemberId, ct) >= MostOfOne
                ? new Refusal("You have brought {0} pictures. Take one away first, and keep the best.", nameof(PhotoInput.File), MostOfOne)
            : await photos.CountAsync(ct) >= Most
                ? new Refusal("There are {0} pictures already; more nobody looks at.", nameof(PhotoInput.File), Most)
            : null;
    }
}
