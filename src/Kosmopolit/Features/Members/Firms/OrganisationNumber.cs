using System.Globalization;
using System.Text;

namespace Kosmopolit.Features.Members.Firms;

/// <summary>What somebody wrote where an organisation number belongs.</summary>
public enum NumberKind
{
    /// <summary>Nothing was written.</summary>
    None = 0,

    /// <summary>A legal person's number that holds together.</summary>
    LegalPerson = 1,

    /// <summary>A personal or coordination number that holds together: a sole trader's. It must never be kept.</summary>
    Personal = 2,

    /// <summary>Meant as a personal number, but not one. It must not be kept either: one digit away is somebody.</summary>
    WrongPersonal = 3,

    /// <summary>Ten digits of a legal person whose check digit does not fit.</summary>
    WrongCheckDigit = 4,

    /// <summary>No Swedish number at all.</summary>
    Foreign = 5,
}

/// <summary>
/// A Swedish organisation number: ten digits, of which the third is at least 2 and the last is Luhn's check digit (SFS
/// 1974:174). Sole traders use their personal number instead; for those only the kind leaves this type.
/// </summary>
public readonly record struct OrganisationNumber
{
    private const int Length = 10;

    // So many digits tell when somebody was born.
    private const int BirthDate = 6;

    private OrganisationNumber(string digits) => Digits = digits;

    /// <summary>Ten digits.</summary>
    public string Digits { get; }

    /// <summary>The first digit, which tells the legal form.</summary>
    public int Group => Digits[0] - '0';

    /// <summary>"556677-8899".</summary>
    public override string ToString() => $"{Digits[..6]}-{Digits[6..]}";

    /// <summary>
    /// Reads a number in any writing: spaces, hyphens, the digits of any script, with or without the leading 16 of legal
    /// persons or the century of persons.
    /// </summary>
    public static (NumberKind Kind, OrganisationNumber? Number) Read(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return (NumberKind.None, null);
        if (DigitsOf(typed) is not { } digits)
            return (NumberKind.Foreign, null);
        var century = digits.Length == Length + 2 ? digits[..2] : "";
        var ten = digits[century.Length..];
        if (ten.Length != Length || century is not ("" or "16" or "18" or "19" or "20"))
            return (NumberKind.Foreign, null);
        if (century is "18" or "19" or "20" || ten[2] < '2')
            return (century != "16" && IsDate(century, ten) && HoldsTogether(ten) ? NumberKind.Personal : NumberKind.WrongPersonal, null);
        return HoldsTogether(ten) ? (NumberKind.LegalPerson, new OrganisationNumber(ten)) : (NumberKind.WrongCheckDigit, null);
    }

    /// <summary>Whether the text may be, or may have been meant as, a personal number: such a text is never shown again.</summary>
    public static bool MayBePersonal(string? typed) =>
        Read(typed).Kind is NumberKind.Personal or NumberKind.WrongPersonal
        || ((typed ?? "").EnumerateRunes().Count(Rune.IsDigit) >= BirthDate && Read(typed).Kind == NumberKind.Foreign);

    /// <summary>Luhn's check digit after these digits.</summary>
    public static char CheckDigit(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var d = (digits[^(i + 1)] - '0') * (i % 2 == 0 ? 2 : 1);
            sum += d > 9 ? d - 9 : d;
        }
        return (char)('0' + (10 - sum % 10) % 10);
    }

    private static bool HoldsTogether(string ten) => ten[^1] == CheckDigit(ten[..^1]);

    // Two digits of a year stand for any century; a coordination number has sixty added to its day.
    private static bool IsDate(string century, string ten)
    {
        var day = int.Parse(ten.AsSpan(4, 2), CultureInfo.InvariantCulture);
        var date = $"{ten[..4]}{(day > 60 ? day - 60 : day):00}";
        string[] centuries = century.Length > 0 ? [century] : ["19", "20"];
        return centuries.Any(c => DateOnly.TryParseExact(c + date, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
    }

    // Null when something else than digits and what people put between them was written.
    private static string? DigitsOf(string typed)
    {
        var digits = new StringBuilder();
        foreach (var rune in typed.EnumerateRunes())
        {
            if (Rune.IsDigit(rune))
                digits.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
            else if (!IsBetween(rune))
                return null;
        }
        return digits.ToString();
    }

    private static bool IsBetween(Rune rune) =>
        Rune.IsWhiteSpace(rune)
        || rune.Value is '+' or '.' or 0x2212
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.DashPunctuation or UnicodeCategory.Format;
}
