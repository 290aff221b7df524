using System.Text;

namespace Kosmopolit.Platform.Geography;

/// <summary>A line of a table, its cells found by the column's name.</summary>
internal sealed class CsvRow(IReadOnlyDictionary<string, int> columns, IReadOnlyList<string> cells)
{
    /// <summary>The cell's text; empty when the column or the cell is not there.</summary>
    public string this[string column] => columns.TryGetValue(column, out var at) && at < cells.Count ? cells[at] : "";

    /// <summary>The cell's text; null when empty.</summary>
    public string? Optional(string column) => this[column] is { Length: > 0 } text ? text : null;
}

/// <summary>Comma-separated values after RFC 4180: quoted cells may hold commas, doubled quotes and line ends.</summary>
internal static class Csv
{
    public static IEnumerable<CsvRow> Parse(string text)
    {
        Dictionary<string, int>? columns = null;
        foreach (var line in Lines(text))
            if (columns is null)
                columns = line.Index().ToDictionary(cell => cell.Item, cell => cell.Index);
            else
                yield return new(columns, line);
    }

    private static IEnumerable<IReadOnlyList<string>> Lines(string text)
    {
        for (int from = 0, to; from < text.Length; from = to + 1)
        {
            to = EndOfLine(text, from);
            var line = text[from..to].TrimEnd('\r');
            // Few lines hold a quote, and the others need no care.
            yield return line.Contains('"') ? Cells(line) : line.Split(',');
        }
    }

    /// <summary>Where the line ends that begins at <paramref name="from"/>; line ends between quotes do not count.</summary>
    private static int EndOfLine(string text, int from)
    {
        var quoted = false;
        for (var at = from; ; at++)
        {
            var next = text.AsSpan(at).IndexOfAny('"', '\n');
            if (next < 0)
                return text.Length;
            at += next;
            if (text[at] == '"')
                quoted = !quoted;
            else if (!quoted)
                return at;
        }
    }

    private static List<string> Cells(string line)
    {
        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (quoted && c == '"' && i + 1 < line.Length && line[i + 1] == '"')
                cell.Append(line[i++]);
            else if (c == '"')
                quoted = !quoted;
            else if (quoted || c != ',')
                cell.Append(c);
            else
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
        }
        cells.Add(cell.ToString());
        return cells;
    }
}
