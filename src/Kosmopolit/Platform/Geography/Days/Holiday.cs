namespace Kosmopolit.Platform.Geography;

/// <summary>A day, or a run of days, on which a country rests.</summary>
/// <param name="Country">Alpha-2 code.</param>
/// <param name="Date">The first day. Islamic dates are computed and may be a day off.</param>
/// <param name="Days">How many days it lasts, at least one.</param>
/// <param name="Kind">"public" or "bank".</param>
/// <param name="Key">Slug under which the name is translated, such as "labour-day"; null for a holiday of one country.</param>
/// <param name="EnglishName">Never empty.</param>
/// <param name="LocalName">What the country itself calls it; null when that is not known.</param>
/// <param name="Substitute">Whether it stands in for a holiday that falls on a day of rest.</param>
public sealed record Holiday(
    string Country,
    DateOnly Date,
    int Days,
    string Kind,
    string? Key,
    string EnglishName,
    string? SwedishName,
    string? LocalName,
    bool Substitute
)
{
    public DateOnly LastDate => Date.AddDays(Days - 1);
}

/// <summary>A day of a religion's calendar, wherever it is kept.</summary>
/// <param name="Date">Computed.</param>
/// <param name="Tradition">The religion, in English.</param>
/// <param name="TypicalDays">How many days offices usually close for it; 0 for none.</param>
/// <param name="Sighted">Whether the date hangs on somebody seeing the moon, so that it may shift by a day.</param>
public sealed record ReligiousDay(
    DateOnly Date,
    string Key,
    string Tradition,
    int TypicalDays,
    bool Sighted,
    string EnglishName,
    string SwedishName,
    string? ArabicName
)
{
    public string Name(string language) =>
        Naming.Primary(language) switch
        {
            "sv" => SwedishName,
            "ar" => ArabicName ?? EnglishName,
            _ => EnglishName,
        };
}
