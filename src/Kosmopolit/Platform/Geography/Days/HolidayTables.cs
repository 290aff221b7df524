using System.Globalization;

namespace Kosmopolit.Platform.Geography;

/// <summary>Holidays of countries and days of religions.</summary>
internal sealed class HolidayTables(TableFolder tables)
{
    private readonly Lazy<ILookup<string, Holiday>> _dated = new(() =>
        tables.ReadCsv("holidays.csv").Select(row => Read(row, Date(row["date"]))).ToLookup(holiday => holiday.Country)
    );

    private readonly Lazy<ILookup<string, CsvRow>> _fixed = new(() => tables.ReadCsv("holidays-fixed.csv").ToLookup(row => row["iso2"]));

    private readonly Lazy<Dictionary<string, Dictionary<string, string>>> _names = new(() =>
        tables.ReadJson("holiday-names.json", GeographyJson.Default.DictionaryStringDictionaryStringString)
    );

    private readonly Lazy<IReadOnlyList<ReligiousDay>> _religious = new(() =>
        [.. tables.ReadCsv("religious-calendar.csv").Select(ReadReligious).OrderBy(day => day.Date)]
    );

    public IReadOnlyList<Holiday> Between(string country, DateOnly from, DateOnly to) =>
        [
            .. _dated
                .Value[country]
                .Concat(_fixed.Value[country].SelectMany(row => EveryYear(row, from.Year, to.Year)))
                .Where(holiday => holiday.LastDate >= from && holiday.Date <= to)
                .OrderBy(holiday => holiday.Date),
        ];

    /// <summary>First and last year of which a country's holidays are known; null when none are.</summary>
    public (int First, int Last)? Years(string country) =>
        _fixed.Value.Contains(country) ? (DateOnly.MinValue.Year, DateOnly.MaxValue.Year)
        : _dated.Value.Contains(country) ? (_dated.Value[country].Min(h => h.Date.Year), _dated.Value[country].Max(h => h.Date.Year))
        : null;

    public IReadOnlyList<ReligiousDay> ReligiousBetween(DateOnly from, DateOnly to) =>
        [.. _religious.Value.Where(day => day.Date.AddDays(Math.Max(day.TypicalDays, 1) - 1) >= from && day.Date <= to)];

    public string Name(Holiday holiday, string language)
    {
        if (holiday.Key is { } key && _names.Value.TryGetValue(key, out var names) && names.In(language) is { } name)
            return name;
        return Naming.Primary(language) == "sv" ? holiday.SwedishName ?? holiday.EnglishName : holiday.EnglishName;
    }

    private static IEnumerable<Holiday> EveryYear(CsvRow row, int first, int last)
    {
        for (var year = first; year <= last; year++)
            // The 29th of February comes only in leap years.
            if (
                DateOnly.TryParseExact(
                    $"{year:0000}-{row["month_day"]}",
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var date
                )
            )
                yield return Read(row, date);
    }

    private static Holiday Read(CsvRow row, DateOnly date) =>
        new(
            row["iso2"],
            date,
            row.Optional("days") is { } days ? int.Parse(days, CultureInfo.InvariantCulture) : 1,
            row.Optional("type") ?? "public",
            row.Optional("key"),
            row["name_en"],
            row.Optional("name_sv"),
            row.Optional("name_local"),
            row["substitute"] == "1"
        );

    private static ReligiousDay ReadReligious(CsvRow row) =>
        new(
            Date(row["date"]),
            row["key"],
            row["tradition"],
            int.Parse(row["days"], CultureInfo.InvariantCulture),
            row["observed"] == "1",
            row["name_en"],
            row["name_sv"],
            row.Optional("name_ar")
        );

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
