using System.Text;
using Kosmopolit.Platform.Pictures;
using SkiaSharp;

namespace Kosmopolit.Tests.Platform.Pictures;

/// <summary>Files that people choose become small pictures without a past, or are refused with a reason.</summary>
public sealed class RedrawTests
{
    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg, "image/jpeg")]
    [InlineData(SKEncodedImageFormat.Png, "image/png")]
    [InlineData(SKEncodedImageFormat.Webp, "image/webp")]
    public void A_picture_is_drawn_anew(SKEncodedImageFormat format, string type)
    {
        var (drawn, refusal) = Redraw.Draw(Drawing.File(format), type);
        Assert.Null(refusal);
        Assert.Equal((60, 40), (drawn!.Width, drawn.Height));
        using var read = SKBitmap.Decode(drawn.Large);
        Assert.True(read.GetPixel(5, 5).Red > 200 && read.GetPixel(55, 5).Blue > 200);
        Assert.True(drawn.Large.AsSpan().StartsWith("RIFF"u8));
    }

    [Fact]
    public void Where_it_was_taken_goes_and_how_it_was_held_stays()
    {
        var file = Drawing.Photograph("65.584N 22.154E");
        Assert.Contains("65.584N", Encoding.Latin1.GetString(file), StringComparison.Ordinal);
        var (drawn, _) = Redraw.Draw(file, "image/jpeg");
        Assert.Equal((40, 60), (drawn!.Width, drawn.Height));
        Assert.DoesNotContain("65.584N", Encoding.Latin1.GetString(drawn.Large), StringComparison.Ordinal);
        Assert.DoesNotContain("EXIF", Encoding.Latin1.GetString(drawn.Large), StringComparison.OrdinalIgnoreCase);
        // Turned to the right: what was left is above.
        using var read = SKBitmap.Decode(drawn.Large);
        Assert.True(read.GetPixel(20, 5).Red > 200 && read.GetPixel(20, 55).Blue > 200);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void However_it_was_held_nothing_is_cut_off(int orientation)
    {
        var (drawn, _) = Redraw.Draw(Drawing.Photograph("", (ushort)orientation), "image/jpeg");
        Assert.Equal(orientation < 5 ? (60, 40) : (40, 60), (drawn!.Width, drawn.Height));
        using var read = SKBitmap.Decode(drawn.Large);
        var (last, low) = (read.Width - 4, read.Height - 4);
        var corners = new[] { read.GetPixel(3, 3), read.GetPixel(last, 3), read.GetPixel(3, low), read.GetPixel(last, low) };
        Assert.All(corners, c => Assert.True(c.Alpha == 255 && (c.Red > 200 || c.Blue > 200), c.ToString()));
        Assert.Equal(2, corners.Count(c => c.Red > 200));
    }

    [Fact]
    public void A_large_one_is_made_smaller()
    {
        var (drawn, _) = Redraw.Draw(Drawing.File(SKEncodedImageFormat.Jpeg, 4000, 3000), "image/jpeg");
        Assert.Equal((1280, 960), (drawn!.Width, drawn.Height));
        using var small = SKBitmap.Decode(drawn.Small);
        Assert.Equal((480, 360), (small.Width, small.Height));
    }

    public static TheoryData<byte[], string, string> Odd() =>
        new()
        {
            { Drawing.Bomb(60_000, 60_000), "image/png", "too many pixels" },
            { Drawing.Bomb(9000, 9000), "image/png", "too many pixels" },
            { Drawing.File(SKEncodedImageFormat.Png), "image/jpeg", "says that it is" },
            { "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray(), "image/svg+xml", "SVG" },
            { "<?xml version='1.0'?><svg/>"u8.ToArray(), "image/png", "SVG" },
            { [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, 0], "image/heic", "Save it as JPEG" },
            { "MZ this is a program"u8.ToArray(), "image/png", "no picture" },
            { Drawing.Moving(), "image/gif", "Moving" },
            { Drawing.File(SKEncodedImageFormat.Jpeg, 600, 400)[..2000], "image/jpeg", "damaged" },
            { Drawing.File(SKEncodedImageFormat.Png)[..40], "image/png", "damaged" },
            { Drawing.File(SKEncodedImageFormat.Png, 4, 4), "image/png", "too small" },
        };

    [Theory]
    [MemberData(nameof(Odd))]
    public void What_is_no_still_picture_is_refused_with_its_reason(byte[] file, string declared, string why)
    {
        var (drawn, refusal) = Redraw.Draw(file, declared);
        Assert.Null(drawn);
        Assert.Contains(why, refusal!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bomb_is_refused_before_a_pixel_is_read()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Redraw.Draw(Drawing.Bomb(15_000, 15_000), "image/png");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 5_000_000);
    }
}
