using System.Text;

namespace Kosmopolit.Features.Members.People.Cards;

/// <summary>Writes a contact card after RFC 6350 (vCard 4.0): UTF-8, escaped values, lines folded at 75 octets.</summary>
public sealed class VCard
{
    private const int LongestLine = 75;

    private readonly StringBuilder _lines = new("BEGIN:VCARD\r\nVERSION:4.0\r\n");

    /// <summary>A property with one text value; nothing is written when there is none.</summary>
    /// <param name="property">Name, with parameters whose values are safe as they are.</param>
    public VCard Text(string property, string? value) => string.IsNullOrEmpty(value) ? this : Line($"{property}:{Escape(value)}");

    /// <summary>A property whose values are separated by semicolons, such as the parts of an address.</summary>
    public VCard Parts(string property, params string[] values) => Line($"{property}:{string.Join(';', values.Select(Escape))}");

    /// <summary>A property with an address, which is not escaped.</summary>
    public VCard Address(string property, string? uri) =>
        string.IsNullOrEmpty(uri) ? this : Line($"{property}:{string.Concat(uri.Where(c => !char.IsControl(c)))}");

    public override string ToString() => $"{_lines}END:VCARD\r\n";

    private static string Escape(string value) =>
        value
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\r\n", "\\n", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal)
            .Replace("\r", "\\n", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal)
            .Replace(";", "\\;", StringComparison.Ordinal);

    // A fold must not cut a letter: octets are counted by whole characters. The space that begins the next line counts.
    private VCard Line(string content)
    {
        var octets = 0;
        foreach (var rune in content.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                _lines.Append("\r\n ");
                octets = 1;
            }
            _lines.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        _lines.Append("\r\n");
        return this;
    }
}
