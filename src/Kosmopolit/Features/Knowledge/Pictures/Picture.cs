using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Pictures;

namespace Kosmopolit.Features.Knowledge.Pictures;

/// <summary>
/// A picture that somebody put into a text: drawn anew from its pixels, so that nothing else of the file they had is left.
/// It never changes; its address holds its size, so that a page keeps room for it before it comes.
/// </summary>
public sealed class Picture : Entity
{
    private Picture() { }

    public Picture(Guid by, string description, Redrawn drawn, DateTimeOffset now)
    {
        (ById, Description, At) = (by, description, now);
        (Width, Height, Bytes) = (drawn.Width, drawn.Height, drawn.Large.Length);
    }

    /// <summary>The member who brought it.</summary>
    public Guid? ById { get; private set; }

    /// <summary>What it shows, for those who do not see it; texts may say it better.</summary>
    public string Description { get; private set; } = "";

    /// <summary>In pixels.</summary>
    public int Width { get; private set; }

    public int Height { get; private set; }

    public int Bytes { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>As a text names it, after <c>/knowledge/pictures/</c>.</summary>
    public string Name => PictureName.Of(Id, Width, Height);
}

/// <summary>The pixels of a picture in two sizes, as WebP; apart from its row, so that no list ever reads them.</summary>
public sealed class PictureFile : Entity
{
    private PictureFile() { }

    public PictureFile(Picture picture, Redrawn drawn) => (PictureId, Large, Small) = (picture.Id, drawn.Large, drawn.Small);

    public Guid PictureId { get; private set; }

    /// <summary>At most <see cref="Redraw.LargeSide"/> pixels on its longer side.</summary>
    public byte[] Large { get; private set; } = [];

    /// <summary>At most <see cref="Redraw.SmallSide"/>: for phones and for copies to take along.</summary>
    public byte[] Small { get; private set; } = [];
}

/// <summary>That some version of a text shows a picture. Whoever may read the text may see it.</summary>
public sealed class PictureUse : Entity
{
    private PictureUse() { }

    public PictureUse(Guid article, Guid picture) => (ArticleId, PictureId) = (article, picture);

    public Guid ArticleId { get; private set; }

    public Guid PictureId { get; private set; }
}
