using System.Text;

namespace Kosmopolit.Features.Activities.Trips.Travellers;

/// <summary>A phone number inside what somebody wrote, so that it can be rung by a tap.</summary>
public static class PhoneNumber
{
    /// <summary>Fewer digits are a door or a year.</summary>
    private const int Least = 6;

    /// <returns>Address of the first number (RFC 3966), written in any digits; null when there is none.</returns>
    public static string? Link(string text)
    {
        var (number, digits) = (new StringBuilder(), 0);
        foreach (var c in Typing.Latin(text) + "\n")
        {
            if (c == '+' && digits < Least)
            {
                number.Clear().Append(c);
                digits = 0;
            }
            else if (char.IsAsciiDigit(c))
            {
                number.Append(c);
                digits++;
            }
            else if (number.Length == 0 || !" -()./\u00a0".Contains(c, StringComparison.Ordinal))
            {
                if (digits >= Least)
                    break;
                number.Clear();
                digits = 0;
            }
        }
        return digits >= Least ? $"tel:{number}" : null;
    }
}
