using SkiaSharp;

namespace Kosmopolit.Platform.Pictures;

/// <summary>A picture drawn anew, as WebP.</summary>
public sealed record Redrawn(int Width, int Height, byte[] Large, byte[] Small);

/// <summary>
/// Draws a picture anew from its pixels. Where it was taken, with what and by whom stays behind; what is no picture, moves,
/// or would fill the memory is refused before a pixel is read.
/// </summary>
public static class Redraw
{
    /// <summary>Most bytes of a file.</summary>
    public const int MostBytes = 8_000_000;

    /// <summary>Longer side of what is kept, in pixels.</summary>
    public const int LargeSide = 1280;

    public const int SmallSide = 480;

    /// <summary>Most pixels that are read: a good telephone's.</summary>
    private const long MostPixels = 50_000_000;

    /// <summary>A JPEG can be read at a fraction of its size; everything else stands in the memory as a whole.</summary>
    private const long MostPixelsAtOnce = 25_000_000;

    private const int MostSide = 16_000;

    private const int SmallestSide = 8;

    private static readonly SKSamplingOptions Fine = new(SKFilterMode.Linear, SKMipmapMode.Linear);

    /// <param name="declared">The type that the browser says, from the file's name.</param>
    public static (Redrawn? Drawn, Refusal? Refusal) Draw(byte[] file, string? declared)
    {
        var type = PictureType.Of(file);
        if (PictureType.Refuse(type, declared, file) is { } odd)
            return (null, odd);
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec is null)
            return (null, Damaged);
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if (width < SmallestSide || height < SmallestSide)
            return (null, new Refusal("This picture is too small to show anything."));
        if (width > MostSide || height > MostSide || (long)width * height > (type == PictureType.Jpeg ? MostPixels : MostPixelsAtOnce))
            return (null, new Refusal("This picture has too many pixels ({0} × {1}). Make it smaller first.", null, width, height));
        if (codec.FrameCount > 1)
            return (null, PictureType.Moves);
        using var upright = Upright(codec);
        return upright is null ? (null, Damaged) : (Encode(upright), null);
    }

    private static readonly Refusal Damaged = new("This file is damaged or cut off. Choose another one.");

    private static SKBitmap? Upright(SKCodec codec)
    {
        var size = new SKSizeI(codec.Info.Width, codec.Info.Height);
        var longer = Math.Max(size.Width, size.Height);
        if (longer > 2 * LargeSide)
            size = codec.GetScaledDimensions(2f * LargeSide / longer);
        using var colours = SKColorSpace.CreateSrgb();
        using var read = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul, colours));
        if (codec.GetPixels(read.Info, read.GetPixels()) != SKCodecResult.Success)
            return null;
        return Turn(read, codec.EncodedOrigin);
    }

    // Cameras write how they were held beside the picture, and that goes: so it is turned here.
    private static SKBitmap Turn(SKBitmap read, SKEncodedOrigin origin)
    {
        var (w, h) = (read.Width, read.Height);
        var isLying =
            origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var upright = new SKBitmap(read.Info.WithSize(isLying ? h : w, isLying ? w : h));
        using var canvas = new SKCanvas(upright);
        canvas.SetMatrix(
            origin switch
            {
                SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, w, 0, 1, 0, 0, 0, 1),
                SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, w, 0, -1, h, 0, 0, 1),
                SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, h, 0, 0, 1),
                SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
                SKEncodedOrigin.RightTop => new SKMatrix(0, -1, h, 1, 0, 0, 0, 0, 1),
                SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, h, -1, 0, w, 0, 0, 1),
                SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, w, 0, 0, 1),
                _ => SKMatrix.Identity,
            }
        );
        using var image = SKImage.FromBitmap(read);
        canvas.DrawImage(image, 0, 0, Fine);
        return upright;
    }

    private static Redrawn Encode(SKBitmap upright)
    {
        using var large = Within(upright, LargeSide);
        using var small = Within(upright, SmallSide);
        return new Redrawn(large.Width, large.Height, WebP(large, 78), WebP(small, 60));
    }

    private static SKBitmap Within(SKBitmap picture, int side)
    {
        var scale = Math.Min(1f, (float)side / Math.Max(picture.Width, picture.Height));
        var info = picture.Info.WithSize(
            Math.Max(1, (int)Math.Round(picture.Width * scale)),
            Math.Max(1, (int)Math.Round(picture.Height * scale))
        );
        return picture.Resize(info, Fine);
    }

    private static byte[] WebP(SKBitmap picture, int quality)
    {
        using var data = picture.Encode(SKEncodedImageFormat.Webp, quality);
        return data.ToArray();
    }
}
