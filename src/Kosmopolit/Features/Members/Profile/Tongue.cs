using System.Text;

namespace Kosmopolit.Features.Members.Profile;

/// <summary>
/// In which language a text is probably written. The page's language is believed unless the script cannot be its own;
/// then only the script is named, which is what readers and screen readers need most.
/// </summary>
public static class Tongue
{
    private static readonly (int From, int To, string Tag)[] Scripts =
    [
        (0x0370, 0x03FF, "el"),
        (0x0400, 0x052F, "und-Cyrl"),
        (0x0530, 0x058F, "hy"),
        (0x0590, 0x05FF, "und-Hebr"),
        (0x0600, 0x06FF, "und-Arab"),
        (0x0700, 0x074F, "und-Syrc"),
        (0x0900, 0x097F, "und-Deva"),
        (0x0E00, 0x0E7F, "th"),
        (0x10A0, 0x10FF, "ka"),
        (0x1200, 0x137F, "und-Ethi"),
        (0x3040, 0x30FF, "ja"),
        (0x4E00, 0x9FFF, "zh"),
        (0xAC00, 0xD7AF, "ko"),
    ];

    /// <param name="page">BCP 47 tag of the page on which it was written.</param>
    /// <returns>A BCP 47 tag.</returns>
    public static string Of(string text, string page)
    {
        var script = text.EnumerateRunes().Where(Rune.IsLetter).GroupBy(Script).OrderByDescending(g => g.Count()).FirstOrDefault()?.Key;
        return script switch
        {
            null => page,
            "und-Latn" => page == "ar" ? "und-Latn" : page,
            "und-Arab" => page == "ar" ? page : script,
            _ => script,
        };
    }

    private static string Script(Rune letter) =>
        Scripts.FirstOrDefault(s => letter.Value >= s.From && letter.Value <= s.To).Tag ?? "und-Latn";
}
