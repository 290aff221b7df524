using System.Text;

namespace Kosmopolit.Platform.Pictures;

/// <summary>What a file is by its first bytes, whatever it calls itself.</summary>
public static class PictureType
{
    public const string Jpeg = "image/jpeg";
    public const string Png = "image/png";
    public const string WebP = "image/webp";
    public const string Gif = "image/gif";
    public const string Svg = "image/svg+xml";
    public const string Heic = "image/heic";

    public static readonly Refusal Moves = new(
        "Moving pictures are not taken: they take readers’ attention and their data. Choose a still one."
    );

    /// <summary>Null when it is nothing that is known here.</summary>
    public static string? Of(ReadOnlySpan<byte> file) =>
        file.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? Jpeg
        : file.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? Png
        : file.StartsWith("RIFF"u8) && file.Length > 12 && file[8..].StartsWith("WEBP"u8) ? WebP
        : file.StartsWith("GIF87a"u8) || file.StartsWith("GIF89a"u8) ? Gif
        : file.Length > 12 && file[4..].StartsWith("ftyp"u8) ? Heic
        : IsDrawing(file) ? Svg
        : null;

    /// <summary>Why a file of this type is not taken; null when it may be looked at further.</summary>
    /// <param name="type">As <see cref="Of"/> found it.</param>
    /// <param name="declared">As the browser calls it; null when it does not say.</param>
    public static Refusal? Refuse(string? type, string? declared, ReadOnlySpan<byte> file) =>
        type switch
        {
            null => new Refusal("This file is no picture that can be shown. Choose a JPEG, PNG or WebP file."),
            Svg => new Refusal("Drawings in SVG can carry programs and are not taken. Save it as PNG first."),
            Heic => new Refusal("This file is in a format that most browsers cannot show. Save it as JPEG first."),
            _ when Lies(type, declared) => new Refusal(
                "This file says that it is {0}, and it is {1}. Save it anew and try again.",
                null,
                declared!,
                type
            ),
            Png when file[..Math.Min(file.Length, 4096)].IndexOf("acTL"u8) >= 0 => Moves,
            _ => null,
        };

    // Some browsers say nothing at all, and old ones have other names for the same.
    private static bool Lies(string type, string? declared) =>
        declared is { Length: > 0 } and not "application/octet-stream"
        && !string.Equals(declared is "image/jpg" or "image/pjpeg" ? Jpeg : declared, type, StringComparison.OrdinalIgnoreCase);

    private static bool IsDrawing(ReadOnlySpan<byte> file)
    {
        var start = Encoding.UTF8.GetString(file[..Math.Min(file.Length, 1024)]).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return start.StartsWith('<') && start.Contains("<svg", StringComparison.OrdinalIgnoreCase);
    }
}
