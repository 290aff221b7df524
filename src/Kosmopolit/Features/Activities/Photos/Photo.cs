using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Pictures;

namespace Kosmopolit.Features.Activities.Photos;

/// <summary>Who sees a photo besides the one who brought it; never more than read the activity. The numbers are stored.</summary>
public enum PhotoAudience
{
    /// <summary>Those who took part, and the organisers.</summary>
    TookPart = 0,

    /// <summary>The members of the networks that hold it, too.</summary>
    Networks = 1,
}

/// <summary>
/// A picture from an activity, brought by somebody who was there and says that everybody in it agrees: drawn anew from its pixels,
/// so that nothing else of the file is left. It goes when whoever brought it or an organiser takes it away.
/// </summary>
public sealed class Photo : Entity
{
    private Photo() { }

    /// <param name="said">What it shows, and the BCP 47 tag of the language in which that is said.</param>
    public Photo(Guid activity, Guid by, (string Text, string Language) said, PhotoAudience audience, Redrawn drawn, DateTimeOffset now)
    {
        (ActivityId, ById, Description, Language, Audience, At) = (activity, by, said.Text, said.Language, audience, now);
        (Width, Height) = (drawn.Width, drawn.Height);
    }

    public Guid ActivityId { get; private set; }

    public Guid ById { get; private set; }

    /// <summary>What it shows, for those who do not see it.</summary>
    public string Description { get; private set; } = "";

    /// <summary>BCP 47 tag of the description.</summary>
    public string Language { get; private set; } = "";

    public PhotoAudience Audience { get; private set; }

    /// <summary>In pixels.</summary>
    public int Width { get; private set; }

    public int Height { get; private set; }

    /// <summary>When it was brought, and when its bringer said that everybody in it agrees.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Its file's name in addresses.</summary>
    public string Name => PictureName.Of(Id, Width, Height);

    public void Show(PhotoAudience audience) => Audience = audience;
}

/// <summary>The pixels of a photo in two sizes, as WebP; apart from its row, so that no list ever reads them.</summary>
public sealed class PhotoFile : Entity
{
    private PhotoFile() { }

    public PhotoFile(Photo photo, Redrawn drawn) => (PhotoId, Large, Small) = (photo.Id, drawn.Large, drawn.Small);

    public Guid PhotoId { get; private set; }

    /// <summary>At most <see cref="Redraw.LargeSide"/> pixels on its longer side.</summary>
    public byte[] Large { get; private set; } = [];

    /// <summary>At most <see cref="Redraw.SmallSide"/>.</summary>
    public byte[] Small { get; private set; } = [];
}
