using System.Globalization;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kosmopolit.Features.Trust.Leaving;

/// <summary>Rows of one kind that somebody takes along.</summary>
/// <param name="Name">Of its file: lower case, words joined by hyphens.</param>
/// <param name="Columns">In the order of the table.</param>
/// <param name="Rows">Values in the order of the columns.</param>
public sealed record Sheet(string Name, Holding Holding, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows);

/// <summary>
/// Everything the tables hold about the reader, column by column as the database has it, secrets apart. New columns and
/// new rows of known tables come along by themselves.
/// </summary>
public sealed class Everything(KosmopolitDb db, Me me)
{
    /// <summary>Null for visitors. Sheets without rows are left out.</summary>
    public async Task<IReadOnlyList<Sheet>?> AboutMe(CancellationToken ct = default)
    {
        if (await Whom.Of(db, me, ct) is not { } whom)
            return null;
        var sheets = new List<Sheet>();
        foreach (var holding in Holdings.All.Where(h => h.IsExported))
            if (await holding.Rows(db, whom, ct) is { Count: > 0 } rows)
                sheets.Add(Write(holding, rows));
        return sheets;
    }

    private Sheet Write(Holding holding, IReadOnlyList<object> rows)
    {
        var table = db.Model.FindEntityType(holding.Entity)!;
        var columns = Columns(table).Where(c => !Holdings.Withheld.ContainsKey($"{holding.Table}.{c.Name}")).ToList();
        return new Sheet(
            $"{Hyphenated(holding.Table)}-by-{Hyphenated(holding.Column)}",
            holding,
            [.. columns.Select(c => c.Name)],
            [.. rows.Select(r => (IReadOnlyList<object?>)[.. columns.Select(c => Plain(c.Read(r)))])]
        );
    }

    private static IEnumerable<(string Name, Func<object, object?> Read)> Columns(ITypeBase table)
    {
        foreach (var p in table.GetProperties().Where(p => p.PropertyInfo is not null))
            yield return (p.Name, row => p.PropertyInfo!.GetValue(row));
        foreach (var part in table.GetComplexProperties())
        foreach (var inner in Columns(part.ComplexType))
            yield return ($"{part.Name}.{inner.Name}", row => part.PropertyInfo!.GetValue(row) is { } value ? inner.Read(value) : null);
        foreach (var part in (table as IEntityType)?.GetNavigations().Where(n => n.TargetEntityType.IsOwned() && !n.IsCollection) ?? [])
        foreach (var inner in Columns(part.TargetEntityType))
            yield return ($"{part.Name}.{inner.Name}", row => part.PropertyInfo!.GetValue(row) is { } value ? inner.Read(value) : null);
    }

    private static object? Plain(object? value) =>
        value switch
        {
            DateTimeOffset at => at.ToString("O", CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
            Enum choice => choice.ToString(),
            Guid id => id.ToString(),
            byte[] bytes => Convert.ToBase64String(bytes),
            string[] words => string.Join(' ', words),
            _ => value,
        };

    private static string Hyphenated(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
