using System.Globalization;
using Kosmopolit.Features.Members.Firms;

namespace Kosmopolit.Features.Demo;

/// <summary>Numbers that look right and reach nobody.</summary>
internal static class FictionalNumbers
{
    /// <summary>
    /// Organisation numbers 559999-xxxx: the far end of the series for limited companies, not handed out. The last digit
    /// is Luhn's check digit, so validation accepts them.
    /// </summary>
    /// <param name="index">0 to 999.</param>
    public static string Organisation(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, 999);
        var nine = $"559999{index.ToString("D3", CultureInfo.InvariantCulture)}";
        return nine + OrganisationNumber.CheckDigit(nine);
    }

    /// <summary>Mobile 070-174 06 05 to 06 99: set aside by PTS for books and films.</summary>
    public static string Mobile(int index) => $"070-17406{(5 + index % 95).ToString("D2", CultureInfo.InvariantCulture)}";

    /// <summary>Gothenburg 031-390 06 00 to 06 99: set aside by PTS for books and films.</summary>
    public static string Landline(int index) => $"031-39006{(index % 100).ToString("D2", CultureInfo.InvariantCulture)}";
}
