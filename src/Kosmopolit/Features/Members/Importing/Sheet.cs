namespace Kosmopolit.Features.Members.Importing;

/// <summary>A file as rows of cells, before anybody asks what they mean.</summary>
/// <param name="Rows">Every row that holds anything, with its number in the file, from 1.</param>
/// <param name="Letters">How its letters were read, as people call it: <c>UTF-8</c>, <c>Windows-1252</c>; empty for a workbook.</param>
/// <param name="Separator">What stands between the cells; null for a workbook.</param>
/// <param name="Doubt">Letters that look as if they had been read wrongly; empty when none do.</param>
public sealed record Sheet(IReadOnlyList<SheetRow> Rows, string Letters, char? Separator, string Doubt)
{
    public int Columns => Rows.Count == 0 ? 0 : Rows.Max(r => r.Cells.Count);
}

/// <param name="Line">Number of the row in the file, from 1.</param>
public sealed record SheetRow(int Line, IReadOnlyList<string> Cells)
{
    public string this[int column] => column >= 0 && column < Cells.Count ? Cells[column] : "";
}
