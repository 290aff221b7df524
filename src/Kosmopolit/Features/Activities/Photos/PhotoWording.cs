using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Activities.Photos;

public static class PhotoWording
{
    public static string Name(PhotoAudience audience, Texts t) =>
        audience == PhotoAudience.Networks ? t["the networks that hold it"] : t["those who took part, and the organisers"];

    /// <summary>The name of its small file.</summary>
    public static string Small(Photo photo) => photo.Name.Replace(".webp", ".small.webp", StringComparison.Ordinal);
}
