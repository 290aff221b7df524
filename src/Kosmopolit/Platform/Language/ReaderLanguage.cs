using System.Globalization;

namespace Kosmopolit.Platform.Language;

/// <summary>A language the interface speaks, with its direction, its way with numbers and dates, and its plural forms.</summary>
public sealed class ReaderLanguage
{
    public static readonly ReaderLanguage Swedish = new("sv", "Svenska", "sv-SE", false, 2, n => n == 1 ? 0 : 1);
    public static readonly ReaderLanguage English = new("en", "English", "en-GB", false, 2, n => n == 1 ? 0 : 1);
    public static readonly ReaderLanguage Arabic = new("ar", "العربية", "ar", true, 6, ArabicForm);

    public static readonly IReadOnlyList<ReaderLanguage> All = [Swedish, English, Arabic];

    private readonly Func<long, int> _form;

    private ReaderLanguage(string tag, string ownName, string culture, bool rightToLeft, int forms, Func<long, int> form)
    {
        (Tag, OwnName, IsRightToLeft, PluralForms, _form) = (tag, ownName, rightToLeft, forms, form);
        Culture = Western(culture);
    }

    /// <summary>BCP 47 tag.</summary>
    public string Tag { get; }

    /// <summary>The language's name in itself.</summary>
    public string OwnName { get; }

    public CultureInfo Culture { get; }

    public bool IsRightToLeft { get; }

    public string Direction => IsRightToLeft ? "rtl" : "ltr";

    /// <summary>How many forms a counted noun has (CLDR).</summary>
    public int PluralForms { get; }

    /// <summary>Which form goes with <paramref name="n"/>, from 0.</summary>
    public int FormOf(long n) => _form(Math.Abs(n));

    public static ReaderLanguage? Find(string? tag) => All.FirstOrDefault(l => l.Tag.Equals(tag, StringComparison.OrdinalIgnoreCase));

    // CLDR: zero, one, two, few, many, other.
    private static int ArabicForm(long n) =>
        n switch
        {
            0 or 1 or 2 => (int)n,
            _ when n % 100 is >= 3 and <= 10 => 3,
            _ when n % 100 is >= 11 => 4,
            _ => 5,
        };

    // Dates by the Gregorian calendar, numbers with the marks of their digits: .NET writes the digits 0–9 in every culture,
    // but in Arabic between the separators of the eastern digits ("0٫3").
    private static CultureInfo Western(string name)
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(name).Clone();
        if (culture.DateTimeFormat.Calendar is not GregorianCalendar)
            culture.DateTimeFormat.Calendar = culture.OptionalCalendars.OfType<GregorianCalendar>().First();
        if (culture.NumberFormat.NumberDecimalSeparator == "\u066b")
            (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NumberGroupSeparator) = (".", ",");
        return CultureInfo.ReadOnly(culture);
    }
}
