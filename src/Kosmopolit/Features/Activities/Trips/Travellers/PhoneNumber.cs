using System.Text.RegularExpressions;

namespace Kosmopolit.Features.Activities.Trips.Travellers;

/// <summary>A phone number inside what somebody wrote, so that it can be rung by a tap.</summary>
public static partial class PhoneNumber
{
    /// <summary>Fewer digits are a door or a year.</summary>
    private const int Least = 6;

    /// <summary>More digits are no phone number (E.164): an account, or two numbers of which nobody can say where one ends.</summary>
    private const int Most = 15;

    /// <returns>Address of the first number (RFC 3966), written in any digits; null when there is none.</returns>
    public static string? Link(string text)
    {
        var latin = Date().Replace(Typing.Latin(text), ";");
        foreach (var run in Run().Matches(latin).SelectMany(m => Next().Split(m.Value)))
            if (run.Count(char.IsAsciiDigit) is >= Least and <= Most)
                return "tel:" + string.Concat(run.Where(c => c == '+' || char.IsAsciiDigit(c)));
        return null;
    }

    /// <summary>A day as year-month-day, such as that of somebody's birth.</summary>
    [GeneratedRegex(
        "(?<![0-9-])(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])(?![0-9-])",
        RegexOptions.CultureInvariant,
        200
    )]
    private static partial Regex Date();

    [GeneratedRegex("\\+?[0-9](?:[ \u00a0().\\/-]*[0-9])*", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Run();

    /// <summary>Where, after a whole number, another begins: behind a stroke, or with an area code.</summary>
    [GeneratedRegex("(?<=(?:[0-9][^0-9]*){6})(?:/|[ \u00a0](?=\\(?0[0-9]{1,3}\\)?-))", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Next();
}
