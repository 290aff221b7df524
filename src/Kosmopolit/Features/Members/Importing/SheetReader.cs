using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsvHelper;
using Kosmopolit.Platform;
using MiniExcelLibs;

namespace Kosmopolit.Features.Members.Importing;

/// <summary>Opens what somebody sent: text with separators, or a workbook. Everything else is refused in words.</summary>
public static class SheetReader
{
    /// <summary>Most rows at once. A network has some 150 firms; ten times as many mails in one go is somebody's mistake.</summary>
    public const int MostRows = 2_000;

    /// <summary>Most bytes of a file.</summary>
    public const int MostBytes = 4_000_000;

    private const int MostColumns = 40;
    private const int LongestCell = 1_000;

    // What a workbook may grow to when unpacked.
    private const long MostUnpacked = 60_000_000;

    private static readonly char[] Separators = [';', ',', '\t'];

    private static readonly Refusal NoWorkbook = new("This workbook cannot be opened. Save it once more as .xlsx or as “CSV UTF-8”.");

    /// <param name="letters">How letters are stored, when somebody has said so.</param>
    public static Outcome<Sheet> Read(byte[] bytes, string? letters)
    {
        if (bytes.Length == 0)
            return new Refusal("The file is empty.");
        if (bytes.Length > MostBytes)
            return new Refusal("The file is too large. At most {0} megabytes, please.", null, MostBytes / 1_000_000);
        if (Foreign(bytes) is { } foreign)
            return foreign;
        var isWorkbook = bytes is [0x50, 0x4B, ..];
        var (text, found, unreadable) = isWorkbook ? ("", "", null) : SheetLetters.Read(bytes, letters);
        if (text is null)
            return unreadable!;
        char? separator = isWorkbook ? null : SeparatorOf(text);
        var (rows, refusal) = separator is { } sign ? Rows(text, sign) : Workbook(bytes);
        if (rows is null)
            return refusal!;
        var full = rows.Where(r => r.Cells.Any(c => c.Length > 0)).ToList();
        if (full.Count == 0)
            return new Refusal("The file holds no rows.");
        if (full.Count > MostRows + 1)
            return new Refusal(
                "The file holds {0} rows. At most {1} at once: every row becomes a mail to a person.",
                null,
                full.Count,
                MostRows
            );
        return new Sheet(full, found, separator, SheetLetters.Doubt(text));
    }

    private static Refusal? Foreign(byte[] bytes) =>
        bytes switch
        {
            [0xD0, 0xCF, 0x11, 0xE0, ..] => new Refusal("This is an old Excel file (.xls). Save it as .xlsx or as “CSV UTF-8”."),
            [0x25, 0x50, 0x44, 0x46, ..] => new Refusal("This is a PDF. Save the list as .xlsx or as “CSV UTF-8”."),
            _ => null,
        };

    private static Outcome<List<SheetRow>> Rows(string text, char separator)
    {
        var rows = new List<SheetRow>();
        using var csv = CsvReader.Create(
            Encoding.UTF8.GetBytes(text),
            new CsvReaderOptions
            {
                Separator = separator,
                HasHeader = false,
                SkipEmptyLines = false,
                TrackLineNumbers = true,
                MaxRecordSize = 100_000,
            }
        );
        try
        {
            while (csv.Read())
                rows.Add(new SheetRow(rows.Count + 1, Cells(Enumerable.Range(0, csv.FieldCount).Select(csv.GetString))));
        }
        catch (CsvFormatException)
        {
            return new Refusal("A quotation mark in this file is opened and never closed. Save it once more from the spreadsheet.");
        }
        // Excel writes the separator into a first line of its own.
        if (rows is [{ Cells: [var first, ..] }, ..] && first.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
            rows.RemoveAt(0);
        return rows;
    }

    private static Outcome<List<SheetRow>> Workbook(byte[] bytes)
    {
        try
        {
            using (var zip = new ZipArchive(new MemoryStream(bytes, writable: false)))
            {
                if (zip.GetEntry("xl/workbook.xml") is null)
                    return NoWorkbook;
                if (zip.Entries.Count > 500 || zip.Entries.Sum(e => e.Length) > MostUnpacked)
                    return new Refusal("This workbook is too large when unpacked. Save only the list, as “CSV UTF-8”.");
            }
            using var stream = new MemoryStream(bytes, writable: false);
            var rows = new List<SheetRow>();
            foreach (IDictionary<string, object?> row in stream.Query(excelType: ExcelType.XLSX))
            {
                rows.Add(new SheetRow(rows.Count + 1, Cells(row.Values.Select(Written))));
                if (rows.Count > 20_000)
                    break;
            }
            return rows;
        }
        catch (Exception e)
            when (e
                    is InvalidDataException
                        or System.Xml.XmlException
                        or IOException
                        or InvalidOperationException
                        or ArgumentException
                        or FormatException
                        or KeyNotFoundException
                        or NotSupportedException
                        or NullReferenceException
                        or OverflowException
            )
        {
            return NoWorkbook;
        }
    }

    private static string Written(object? value) =>
        value switch
        {
            null => "",
            string text => text,
            double number => number.ToString("0.##########", CultureInfo.InvariantCulture),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };

    private static List<string> Cells(IEnumerable<string> cells) =>
        [.. cells.Take(MostColumns).Select(c => c.Length > LongestCell ? c[..LongestCell] : c).Select(c => c.Trim())];

    // The sign that cuts the first lines into the same number of cells, most of them; outside quotation marks.
    private static char SeparatorOf(string text)
    {
        var lines = text.Split('\n', 12).Take(11).Where(l => l.Trim().Length > 0).ToList();
        return Separators
            .Select(s => (Sign: s, Counts: lines.Select(l => Count(l, s)).ToList()))
            .OrderByDescending(x => x.Counts.Count(c => c > 0 && c == x.Counts[0]))
            .ThenByDescending(x => x.Counts.DefaultIfEmpty(0).Max())
            .First()
            .Sign;
    }

    private static int Count(string line, char sign)
    {
        var (count, quoted) = (0, false);
        foreach (var c in line)
        {
            if (c == '"')
                quoted = !quoted;
            else if (c == sign && !quoted)
                count++;
        }
        return count;
    }
}
