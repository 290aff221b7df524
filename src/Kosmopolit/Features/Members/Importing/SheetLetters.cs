using System.Text;
using Kosmopolit.Platform;

namespace Kosmopolit.Features.Members.Importing;

/// <summary>Finds out how the letters of a text file are stored. A wrong guess is said, not imported.</summary>
public static class SheetLetters
{
    public const string Utf8 = "UTF-8";
    public const string Utf16 = "UTF-16";
    public const string Western = "Windows-1252";
    public const string Arabic = "Windows-1256";

    /// <summary>What somebody may say when the guess is wrong.</summary>
    public static readonly IReadOnlyList<string> Known = [Utf8, Utf16, Western, Arabic];

    // What Swedish, French and Arabic letters become when UTF-8 was read as Windows-1252 once before.
    private static readonly string[] Garbled = ["Ã¥", "Ã¤", "Ã¶", "Ã…", "Ã„", "Ã–", "Ã©", "Ã¼", "Ø§Ù", "ÙŠ", "Ø©"];

    internal static readonly Refusal Unreadable = new(
        "We cannot tell how the letters of this file are stored. Save it as “CSV UTF-8” or as an Excel workbook (.xlsx) and try again."
    );

    private static readonly Refusal NotSo = new(
        "The letters of this file are not stored like that. Choose another way, or save it as “CSV UTF-8”."
    );

    /// <param name="said">One of <see cref="Known"/> when somebody has said it; otherwise it is found out.</param>
    public static (string? Text, string Letters, Refusal? Refusal) Read(byte[] bytes, string? said)
    {
        if (said is not null && Known.Contains(said))
            return Strictly(bytes, said, NotSo);
        if (bytes is [0xEF, 0xBB, 0xBF, ..])
            return Strictly(bytes, Utf8, Unreadable);
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || LooksLikeUtf16(bytes))
            return Strictly(bytes, Utf16, Unreadable);
        var utf8 = Strictly(bytes, Utf8, Unreadable);
        return utf8.Text is not null ? utf8 : Strictly(bytes, Western, Unreadable);
    }

    /// <summary>The first letters that look garbled, with a little of what stands around them; empty when none do.</summary>
    public static string Doubt(string text)
    {
        var at = Garbled.Select(g => text.IndexOf(g, StringComparison.Ordinal)).Where(i => i >= 0).DefaultIfEmpty(-1).Min();
        if (at < 0)
            return "";
        var from = Math.Max(0, at - 8);
        return PlainText.Clean(text[from..Math.Min(text.Length, at + 8)]);
    }

    private static (string? Text, string Letters, Refusal? Refusal) Strictly(byte[] bytes, string letters, Refusal otherwise)
    {
        try
        {
            var (encoding, skip) = EncodingOf(bytes, letters);
            var text = encoding.GetString(bytes, skip, bytes.Length - skip);
            return text.Any(IsNoText) ? (null, letters, otherwise) : (text, letters, null);
        }
        catch (DecoderFallbackException)
        {
            return (null, letters, otherwise);
        }
    }

    private static (Encoding, int Skip) EncodingOf(byte[] bytes, string letters) =>
        letters switch
        {
            Utf8 => (new UTF8Encoding(false, throwOnInvalidBytes: true), bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0),
            Utf16 when bytes is [0xFE, 0xFF, ..] => (new UnicodeEncoding(true, false, throwOnInvalidBytes: true), 2),
            Utf16 when bytes is [0xFF, 0xFE, ..] => (new UnicodeEncoding(false, false, throwOnInvalidBytes: true), 2),
            Utf16 => (new UnicodeEncoding(bytes.Length > 0 && bytes[0] == 0, false, throwOnInvalidBytes: true), 0),
            Arabic => (CodePage(1256), 0),
            _ => (CodePage(1252), 0),
        };

    private static Encoding CodePage(int number) =>
        CodePagesEncodingProvider.Instance.GetEncoding(number, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    // Plain Latin letters in UTF-16 have a zero in every second place.
    private static bool LooksLikeUtf16(byte[] bytes)
    {
        var some = bytes.AsSpan(0, Math.Min(bytes.Length, 2000));
        return some.Length >= 4 && some.Count((byte)0) > some.Length / 5;
    }

    // Windows-1252 gives a meaning to nearly every byte; controls are what a picture or a program has and a text has not.
    private static bool IsNoText(char c) =>
        (c < ' ' && c is not ('\t' or '\r' or '\n')) || c is >= '\u007f' and < '\u00a0' || c == '\ufffd';
}
