using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Kosmopolit.Platform;

/// <summary>Text that people type: any script, no markup, nothing invisible that turns or hides what stands beside it.</summary>
public static partial class PlainText
{
    /// <summary>Composed (NFC), white space folded to single spaces, controls and direction overrides taken out.</summary>
    public static string Clean(string? typed)
    {
        var clean = new StringBuilder();
        foreach (var rune in (typed ?? "").Trim().EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                    clean.Append(' ');
            }
            else if (!IsUnseen(rune))
                clean.Append(rune.ToString());
        }
        return clean.ToString().Trim().Normalize(NormalizationForm.FormC);
    }

    /// <summary>As <see cref="Clean"/>, line by line; empty lines part paragraphs, one at a time.</summary>
    public static string CleanLines(string? typed)
    {
        var lines = (typed ?? "").ReplaceLineEndings("\n").Split('\n').Select(Clean).ToList();
        return string.Join('\n', lines.Where((line, i) => line.Length > 0 || (i > 0 && lines[i - 1].Length > 0))).Trim('\n');
    }

    /// <summary>Whether the text holds what looks like an HTML tag.</summary>
    public static bool HasTag(string text) => Tag().IsMatch(text);

    // The joiners between letters (U+200C, U+200D) belong to the spelling of Persian and Indic words.
    private static bool IsUnseen(Rune rune) =>
        rune.Value == 0xFFFD
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        || (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format && rune.Value is not (0x200C or 0x200D));

    [GeneratedRegex(@"<\s*[/!]?\s*\p{L}[^>]*>", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Tag();
}

/// <summary>Refuses markup and texts that are too long once cleaned; empty is fine.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PlainTextAttribute(int most) : ValidationAttribute
{
    private static readonly Refusal TooLong = new("This is too long. Please make it shorter.");

    private static readonly Refusal Markup = new("Please write plain words, without HTML tags such as <b>.");

    /// <summary>Most characters (UTF-16) of the cleaned text.</summary>
    public int Most { get; } = most;

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        var field = new[] { validationContext.MemberName! };
        if (value is not string { Length: > 0 } typed)
            return ValidationResult.Success;
        if (typed.Length > 20_000 || PlainText.Clean(typed).Length > Most)
            return new(TooLong.Text, field);
        return PlainText.HasTag(typed) ? new(Markup.Text, field) : ValidationResult.Success;
    }
}
