using System.Buffers.Binary;
using Microsoft.AspNetCore.Http;
using SkiaSharp;

namespace Kosmopolit.Tests.Platform.Pictures;

/// <summary>Files as a camera, a drawing program or somebody who means harm would make them.</summary>
internal static class Drawing
{
    /// <summary>Left half red, right half blue.</summary>
    public static byte[] File(SKEncodedImageFormat format, int width = 60, int height = 40)
    {
        using var bitmap = new SKBitmap(width, height);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Blue);
        using var red = new SKPaint { Color = SKColors.Red };
        canvas.DrawRect(0, 0, width / 2f, height, red);
        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }

    /// <summary>A PNG as a form brings it.</summary>
    public static FormFile Brought()
    {
        var bytes = File(SKEncodedImageFormat.Png);
        return new(new MemoryStream(bytes), 0, bytes.Length, "file", "mine.png")
        {
            Headers = new HeaderDictionary(),
            ContentType = "image/png",
        };
    }

    /// <summary>A JPEG with EXIF: where it was taken, and that the camera was held upright.</summary>
    public static byte[] Photograph(string secret, ushort orientation = 6)
    {
        var jpeg = File(SKEncodedImageFormat.Jpeg);
        var note = System.Text.Encoding.ASCII.GetBytes(secret + "\0");
        var tiff = new List<byte>();
        tiff.AddRange("II*\0"u8);
        tiff.AddRange([8, 0, 0, 0, 2, 0]);
        tiff.AddRange([0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0]);
        tiff.AddRange([0x0E, 0x01, 2, 0]);
        tiff.AddRange(BitConverter.GetBytes(note.Length));
        tiff.AddRange([38, 0, 0, 0, 0, 0, 0, 0]);
        tiff.AddRange(note);
        byte[] body = [.. "Exif\0\0"u8, .. tiff];
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(body.Length + 2));
        return [.. jpeg[..2], 0xFF, 0xE1, .. length, .. body, .. jpeg[2..]];
    }

    /// <summary>A PNG of a few bytes that says it is as large as this.</summary>
    public static byte[] Bomb(int width, int height)
    {
        var png = File(SKEncodedImageFormat.Png);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc(png.AsSpan(12, 17)));
        return png;
    }

    /// <summary>A GIF with two frames of one pixel… as large as this.</summary>
    public static byte[] Moving()
    {
        byte[] frame =
        [
            0x21,
            0xF9,
            4,
            0,
            10,
            0,
            0,
            0,
            0x2C,
            0,
            0,
            0,
            0,
            10,
            0,
            10,
            0,
            0,
            2,
            0x16,
            0x8C,
            0x2D,
            0x99,
            0x87,
            0x2A,
            0x1C,
            0xDC,
            0x33,
            0xA0,
            0x02,
            0x75,
            0xEC,
            0x95,
            0xFA,
            0xA8,
            0xDE,
            0x60,
            0x8C,
            0x04,
            0x91,
            0x4C,
            0x01,
            0,
        ];
        return [.. "GIF89a"u8, 10, 0, 10, 0, 0x91, 0, 0, 255, 255, 255, 255, 0, 0, 0, 0, 255, 0, 0, 0, .. frame, .. frame, 0x3B];
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }
        return ~crc;
    }
}
