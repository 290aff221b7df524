using Kosmopolit.Platform.Geography;

namespace Kosmopolit.Features.Activities.Trips.Programme;

/// <summary>What a day of a trip is over there.</summary>
/// <param name="IsWeekend">Null when it is not known which days nobody works.</param>
/// <param name="IsTold">Whether the tables of holidays reach that year.</param>
public sealed record CheckedDay(
    DateOnly Day,
    bool? IsWeekend,
    bool IsTold,
    IReadOnlyList<Holiday> Holidays,
    IReadOnlyList<ReligiousDay> Religious
)
{
    /// <summary>Whether it is known that people work.</summary>
    public bool IsWorked => IsWeekend == false && IsTold && !IsQuiet;

    public bool IsQuiet => IsWeekend == true || Holidays.Any(h => h.Kind == "public");
}

/// <summary>Looks at each day of a stay: does anybody work then, and what do people keep?</summary>
public static class DayCheck
{
    /// <summary>More days are not looked at; no stay is longer.</summary>
    private const int Most = 90;

    public static IReadOnlyList<CheckedDay> Of(Atlas atlas, string country, DateOnly from, DateOnly to)
    {
        var last = to.DayNumber - from.DayNumber > Most ? from.AddDays(Most) : to;
        var (holidays, religious) = (atlas.Holidays(country, from, last), atlas.DaysKept(country, from, last));
        var years = atlas.HolidayYears(country);
        var weekend = atlas.Country(country)?.Weekend;
        return
        [
            .. Enumerable
                .Range(0, Math.Max(0, last.DayNumber - from.DayNumber) + 1)
                .Select(i => from.AddDays(i))
                .Select(day => new CheckedDay(
                    day,
                    weekend?.Contains(day.DayOfWeek),
                    day.Year >= years?.First && day.Year <= years?.Last,
                    [.. holidays.Where(h => h.Date <= day && h.LastDate >= day)],
                    [.. religious.Where(r => r.Date <= day && r.Date.AddDays(Math.Max(r.TypicalDays, 1) - 1) >= day)]
                )),
        ];
    }
}
