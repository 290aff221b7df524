using CsvHelper;

namespace Kosmopolit.Features.Members.Listing;

/// <summary>
/// Writes a sheet that a spreadsheet program opens as text: with a mark that says UTF-8, and with every cell that such a
/// program would take for a formula marked as words (OWASP, CSV injection).
/// </summary>
public static class SafeSheet
{
    private static readonly CsvWriterOptions Style = new() { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    // Signs of full width start formulas in some programs; the library looks at ASCII only.
    private static readonly char[] Wide = ['＝', '＋', '－', '＠'];

    /// <param name="rows">The first holds the headings.</param>
    public static byte[] Write(IEnumerable<string[]> rows)
    {
        using var bytes = new MemoryStream();
        using (var sheet = CsvWriter.Create(bytes, Style, leaveOpen: true))
            foreach (var row in rows)
                sheet.WriteRecord([.. row.Select(Tame)]);
        return bytes.ToArray();
    }

    private static string Tame(string cell) => cell.TrimStart() is [var first, ..] && Wide.Contains(first) ? "'" + cell : cell.TrimStart();
}
