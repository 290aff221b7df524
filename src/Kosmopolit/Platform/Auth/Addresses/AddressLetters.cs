using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;

namespace Kosmopolit.Platform.Auth.Addresses;

/// <summary>
/// Looks for addresses that are not what they seem: a Cyrillic а among Latin letters, signs that nobody sees, a name that
/// reads like another one in other letters.
/// </summary>
public static class AddressLetters
{
    private static readonly Refusal Unseen = new(
        "The address holds signs that nobody can see. Write it by hand instead of pasting it.",
        "Email"
    );

    private static readonly Refusal Mixed = new(
        "The address mixes letters of different alphabets that look alike. Write it by hand instead of pasting it.",
        "Email"
    );

    // Letters of other alphabets that are drawn like Latin ones (after Unicode's confusables), and the Latin one.
    private static readonly Dictionary<char, char> Twins = "аеорсухіјѕһԁԛԝьӏαοινρυκτոօ"
        .Zip("aeopcyxijshdqwblaoivpuktno")
        .ToDictionary(p => p.First, p => p.Second);

    private enum Script
    {
        None,
        Latin,
        Greek,
        Cyrillic,
        Armenian,
        Other,
    }

    /// <summary>Why the address is refused whoever writes it; null when its letters belong together.</summary>
    public static Refusal? Refuse(string address)
    {
        var text = Shown(address.Trim());
        if (text.EnumerateRunes().Any(IsUnseen))
            return Unseen;
        // Between full stops, hyphens and the @ one alphabet is spoken; “анна@example.org” is two, each in its place.
        return text.Split('@', '.', '-', '_', '+').Any(IsMixed) ? Mixed : null;
    }

    /// <summary>
    /// Whether the address can be taken for another one although its letters belong together: all of a piece is in letters
    /// that look Latin, or it reads like <paramref name="known"/>.
    /// </summary>
    public static bool CanBeMistaken(string address, string known)
    {
        var text = Shown(address.Trim());
        var plain = Plain(text);
        var reads = plain == Plain(Shown(known)) && Account.Normalise(address) != Account.Normalise(known);
        return reads || text.ToLowerInvariant().Split('@', '.').Any(LooksLatin);
    }

    /// <summary>The address with its domain in the letters that it stands for.</summary>
    public static string Shown(string address)
    {
        var at = address.LastIndexOf('@');
        if (at < 0)
            return address;
        try
        {
            return address[..(at + 1)] + new IdnMapping().GetUnicode(address[(at + 1)..]);
        }
        catch (ArgumentException)
        {
            return address;
        }
    }

    private static bool LooksLatin(string piece) => Plain(piece) is var plain && plain != piece && plain.All(char.IsAscii);

    private static string Plain(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Select(c => Twins.GetValueOrDefault(c, c)));

    private static bool IsUnseen(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.SpaceSeparator
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
        || rune.Value == 0xFFFD;

    private static bool IsMixed(string piece)
    {
        var scripts = piece.Where(char.IsLetter).Select(ScriptOf).Distinct().ToList();
        // Chinese, Japanese, Arabic and their like are not mistaken for Latin.
        return scripts.Count(s => s is Script.Latin or Script.Greek or Script.Cyrillic or Script.Armenian) > 1;
    }

    private static Script ScriptOf(char letter) =>
        letter switch
        {
            < '\u0250' or (>= '\u1E00' and < '\u1F00') or (>= '\u2C60' and < '\u2C80') or (>= '\uA720' and < '\uA800') => Script.Latin,
            < '\u02B0' => Script.Latin,
            (>= '\u0370' and < '\u0400') or (>= '\u1F00' and < '\u2000') => Script.Greek,
            (>= '\u0400' and < '\u0530') or (>= '\u1C80' and < '\u1C90') or (>= '\u2DE0' and < '\u2E00') or (>= '\uA640' and < '\uA6A0') =>
                Script.Cyrillic,
            >= '\u0530' and < '\u0590' => Script.Armenian,
            _ => Script.Other,
        };
}

/// <summary>Refuses addresses whose letters do not belong together; empty is fine.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ReadableAddressAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is string { Length: > 0 and < 1000 } address && AddressLetters.Refuse(address) is { } refusal
            ? new(refusal.Text, [validationContext.MemberName!])
            : ValidationResult.Success;
}
