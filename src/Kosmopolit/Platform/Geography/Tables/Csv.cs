using System.Text;

namespace Kosmopolit.Platform.Geography;

/// <summary>A line of a table, its cells found by the column's name.</summary>
internal sealed class CsvRow(IReadOnlyDictionary<string, int> columns, IReadOnlyList<string> cells)
{
    /// <summary>The cell's text; empty when the column or the cell is not there.</summary>
    public string this[string column] =>
        columns.TryGetValue(column, out var at) && at < cells.Count ? cells[at] : "";

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

    private static IEnumerable<List<string>> Lines(string text)
    {
        var (line, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[i++]);
            else if (c == '"')
                quoted = !quoted;
            else if (quoted || c is not (',' or '\n' or '\r'))
                cell.Append(c);
            else if (c != '\r')
            {
                line.Add(cell.ToString());
                cell.Clear();
                if (c == ',')
                    continue;
                yield return line;
                line = [];
            }
        }
        if (cell.Length > 0 || line.Count > 0)
            yield return [.. line, cell.ToString()];
    }
}
