using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Platform.Geography;

/// <summary>The folder of reference tables that travels with the program.</summary>
internal sealed class TableFolder(string path)
{
    /// <exception cref="StartRefusedException">The table is missing or damaged.</exception>
    public T ReadJson<T>(string name, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(path, name)), type) ?? throw new JsonException("It is empty.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw Refusal(name, e);
        }
    }

    public T? ReadJsonIfThere<T>(string name, JsonTypeInfo<T> type)
        where T : class => File.Exists(Path.Combine(path, name)) ? ReadJson(name, type) : null;

    /// <summary>Rows as dictionaries by the names in the first line.</summary>
    /// <exception cref="StartRefusedException">The table is missing.</exception>
    public IEnumerable<CsvRow> ReadCsv(string name)
    {
        try
        {
            return Csv.Parse(File.ReadAllText(Path.Combine(path, name)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Refusal(name, e);
        }
    }

    /// <exception cref="StartRefusedException">One of the tables is missing.</exception>
    public void Demand(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (!File.Exists(Path.Combine(path, name)))
                throw Refusal(name, null);
    }

    private StartRefusedException Refusal(string name, Exception? cause) =>
        new(
            $"The reference table {Path.Combine(path, name)} cannot be read ({cause?.Message ?? "it is missing"}). "
                + "Build or publish the program again: the folder data is copied beside it."
        );
}
