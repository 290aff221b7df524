using System.Text;

namespace Kosmopolit.Features.Activities.Importing;

/// <summary>A line of a calendar file (RFC 5545, 3.1): <c>DTSTART;TZID=Europe/Stockholm:20270105T180000</c>.</summary>
/// <param name="Name">In capitals.</param>
/// <param name="Parameters">By their names in capitals; of two with one name the last.</param>
/// <param name="Value">As it stands there, still escaped.</param>
public sealed record CalendarLine(string Name, IReadOnlyDictionary<string, string> Parameters, string Value)
{
    /// <summary>UTF-16 units of one line; what is longer (a picture inside, for instance) loses its end.</summary>
    private const int Most = 50_000;

    private static readonly Dictionary<string, string> None = [];

    public string Parameter(string name) => Parameters.GetValueOrDefault(name, "");

    /// <summary>The value as people wrote it.</summary>
    public string Text()
    {
        var text = new StringBuilder(Value.Length);
        for (var i = 0; i < Value.Length; i++)
            if (Value[i] == '\\' && i + 1 < Value.Length)
                text.Append(Value[++i] is 'n' or 'N' ? '\n' : Value[i]);
            else
                text.Append(Value[i]);
        return text.ToString();
    }

    /// <summary>All lines of a file, those that were folded made whole again. What is no line is left out.</summary>
    public static IEnumerable<CalendarLine> Read(string text)
    {
        var line = new StringBuilder();
        foreach (var row in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (row is [' ' or '\t', ..])
            {
                line.Append(row, 1, Math.Min(row.Length - 1, Math.Max(0, Most - line.Length)));
                continue;
            }
            if (Parse(line.ToString()) is { } whole)
                yield return whole;
            line.Clear().Append(row, 0, Math.Min(row.Length, Most));
        }
        if (Parse(line.ToString()) is { } last)
            yield return last;
    }

    private static CalendarLine? Parse(string line)
    {
        var end = Next(line, 0);
        if (end <= 0)
            return null;
        var (name, parameters) = (line[..end].Trim().ToUpperInvariant(), None);
        while (end >= 0 && line[end] == ';')
        {
            var next = Next(line, end + 1);
            if (next < 0)
                return null;
            var parts = line[(end + 1)..next].Split('=', 2);
            parameters = parameters.Count == 0 ? [] : parameters;
            parameters[parts[0].Trim().ToUpperInvariant()] = parts.Length > 1 ? parts[1].Trim('"', ' ') : "";
            end = next;
        }
        return new CalendarLine(name, parameters, line[(end + 1)..]);
    }

    /// <summary>Where the next colon or semicolon stands that is not between quotation marks; -1 when none does.</summary>
    private static int Next(string line, int from)
    {
        var isQuoted = false;
        for (var i = from; i < line.Length; i++)
            if (line[i] == '"')
                isQuoted = !isQuoted;
            else if (!isQuoted && line[i] is (':' or ';'))
                return i;
        return -1;
    }
}
