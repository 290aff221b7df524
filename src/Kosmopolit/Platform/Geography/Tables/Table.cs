namespace Kosmopolit.Platform.Geography;

/// <summary>Rows that are read when first asked for, and found by key in any case.</summary>
internal sealed class Table<TRow>(Func<IReadOnlyList<TRow>> read, Func<TRow, string> key)
    where TRow : class
{
    private readonly Lazy<(IReadOnlyList<TRow> Rows, Dictionary<string, TRow> ByKey)> _rows = new(() =>
    {
        var rows = read();
        return (rows, rows.ToDictionary(key, StringComparer.OrdinalIgnoreCase));
    });

    public IReadOnlyList<TRow> Rows => _rows.Value.Rows;

    public TRow? this[string wanted] => _rows.Value.ByKey.GetValueOrDefault(wanted);
}
