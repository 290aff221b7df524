using System.Globalization;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Platform.Geography;

/// <summary>What is known of a country, in a few words.</summary>
public static class CountryWording
{
    /// <summary>People in words that can be taken in: "89.2 million".</summary>
    public static string People(decimal people, Texts t) =>
        people switch
        {
            >= 1_000_000_000 => t["{0} billion", (people / 1_000_000_000).ToString("N2", t.Language.Culture)],
            >= 1_000_000 => t["{0} million", (people / 1_000_000).ToString("N1", t.Language.Culture)],
            _ => people.ToString("N0", t.Language.Culture),
        };

    /// <summary>"(2025)"; empty when the source names no year.</summary>
    public static string Year(Figure figure) => figure.Year is int year ? $"({year.ToString(CultureInfo.InvariantCulture)})" : "";

    /// <summary>Three at most, those with a standing in law first; empty when none is known.</summary>
    public static string Languages(Country country, Texts t, Atlas atlas) =>
        string.Join(
            t[", "],
            country.Languages.OrderByDescending(l => l.Status is not null).Take(3).Select(l => atlas.LanguageName(l.Tag, t.Language.Tag))
        );

    /// <summary>"capital Hanoi · 106.7 million inhabitants (2025) · Vietnamese, White Hmong": what is known of it; empty when nothing is.</summary>
    public static string InShort(string code, Texts t, Atlas atlas)
    {
        if (atlas.Country(code) is not { } country)
            return "";
        return string.Join(
            " · ",
            new[]
            {
                country.CapitalName(t.Language.Tag) is { } capital ? t["capital {0}", capital] : "",
                atlas.Facts(code)?.Population is { } people
                    ? $"{t["{0} inhabitants", People(people.Value, t)]} {Year(people)}".TrimEnd()
                    : "",
                Languages(country, t, atlas),
            }.Where(s => s.Length > 0)
        );
    }
}
