using Kosmopolit.Platform.Pictures;
using SkiaSharp;

namespace Kosmopolit.Features.Demo;

/// <summary>A drawing of a stand at a fair, so that the demonstration has a picture that is nobody's.</summary>
internal static class DemoPicture
{
    private static readonly SKColor Ink = new(0x1D, 0x3A, 0x4A);
    private static readonly SKColor Wood = new(0xD9, 0xA4, 0x41);
    private static readonly SKColor Floor = new(0xF4, 0xF0, 0xE6);

    /// <summary>A table seen from above, with cups and papers: nobody can be recognised.</summary>
    public static Redrawn Table()
    {
        using var drawing = new SKBitmap(800, 600);
        using var canvas = new SKCanvas(drawing);
        canvas.Clear(Wood);
        using var paper = new SKPaint { Color = Floor, IsAntialias = true };
        using var line = new SKPaint
        {
            Color = Ink,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = 5,
            IsAntialias = true,
        };
        foreach (var (x, y) in new[] { (90, 80), (330, 60), (570, 90), (90, 360), (330, 390), (570, 350) })
        {
            canvas.DrawRect(x, y, 140, 180, paper);
            canvas.DrawLine(x + 20, y + 40, x + 120, y + 40, line);
            canvas.DrawLine(x + 20, y + 80, x + 95, y + 80, line);
            canvas.DrawCircle(x + 165, y + 150, 22, paper);
            canvas.DrawCircle(x + 165, y + 150, 22, line);
        }
        using var png = drawing.Encode(SKEncodedImageFormat.Png, 100);
        return Redraw.Draw(png.ToArray(), PictureType.Png).Drawn!;
    }

    public static Redrawn Stand()
    {
        using var drawing = new SKBitmap(960, 540);
        using var canvas = new SKCanvas(drawing);
        canvas.Clear(Floor);
        using var line = new SKPaint
        {
            Color = Ink,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = 6,
            IsAntialias = true,
        };
        using var fill = new SKPaint { Color = Wood, IsAntialias = true };
        // Three walls, a shelf along the back, a table with four chairs, and the way in.
        canvas.DrawLine(60, 480, 60, 60, line);
        canvas.DrawLine(60, 60, 900, 60, line);
        canvas.DrawLine(900, 60, 900, 480, line);
        canvas.DrawRect(90, 80, 780, 50, fill);
        canvas.DrawRoundRect(360, 230, 240, 130, 20, 20, fill);
        canvas.DrawRoundRect(360, 230, 240, 130, 20, 20, line);
        foreach (var (x, y) in new[] { (320, 295), (640, 295), (420, 400), (540, 400) })
            canvas.DrawCircle(x, y, 26, line);
        using var png = drawing.Encode(SKEncodedImageFormat.Png, 100);
        return Redraw.Draw(png.ToArray(), PictureType.Png).Drawn!;
    }
}
