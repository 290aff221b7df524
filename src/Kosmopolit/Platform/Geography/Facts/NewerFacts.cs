using System.Text.Json;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Platform.Geography;

/// <summary>Where figures come from that an operator brought, and which they are.</summary>
/// <param name="Figures">Keys such as "population".</param>
public sealed record FactsOrigin(string Source, string Licence, DateOnly AsOf, IReadOnlyList<string> Figures);

/// <summary>One figure as a file has it.</summary>
public sealed record NewerFigure(decimal Value, int? Year);

/// <param name="AsOf">The day the source was last changed.</param>
public sealed record NewerCountry(string Alpha2, DateOnly AsOf, IReadOnlyDictionary<string, NewerFigure> Figures);

/// <summary>One import of figures.</summary>
public sealed record FactsImport(string File, string Source, string Licence, DateTimeOffset At, IReadOnlyList<NewerCountry> Countries);

/// <summary>
/// Figures that an operator brought after the product was made, one file an import, in the data folder: what ships stays as it
/// is, a backup has them, and taking one back is removing its file.
/// </summary>
public sealed class NewerFacts(string folder)
{
    /// <summary>The figures that can be refreshed, and how each is put into a country's facts.</summary>
    public static readonly IReadOnlyDictionary<
        string,
        (Func<CountryFacts, Figure?> Read, Func<CountryFacts, Figure, CountryFacts> Put)
    > Known = new Dictionary<string, (Func<CountryFacts, Figure?>, Func<CountryFacts, Figure, CountryFacts>)>
    {
        ["population"] = (f => f.Population, (f, x) => f with { Population = x }),
        ["gdpPerHead"] = (f => f.GdpPerHead, (f, x) => f with { GdpPerHead = x }),
        ["growth"] = (f => f.Growth, (f, x) => f with { Growth = x }),
        ["inflation"] = (f => f.Inflation, (f, x) => f with { Inflation = x }),
        ["internet"] = (f => f.Internet, (f, x) => f with { Internet = x }),
        ["literacy"] = (f => f.Literacy, (f, x) => f with { Literacy = x }),
    };

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static NewerFacts In(DataFolder folder) => new(Path.Combine(folder.Path, "facts"));

    /// <summary>In the order in which they were brought.</summary>
    /// <exception cref="StartRefusedException">A file is damaged.</exception>
    public IReadOnlyList<FactsImport> Imports => [.. Files.Select(Read)];

    /// <summary>The newest of what ships and what was brought.</summary>
    public IReadOnlyList<CountryFacts> Over(IReadOnlyList<CountryFacts> shipped)
    {
        if (Imports is not { Count: > 0 } imports)
            return shipped;
        var facts = shipped.ToDictionary(f => f.Alpha2);
        foreach (var import in imports)
        foreach (var country in import.Countries)
            if (facts.TryGetValue(country.Alpha2, out var known))
                facts[country.Alpha2] = Put(known, country, import);
        return [.. facts.Values];
    }

    public void Add(FactsImport import)
    {
        Directory.CreateDirectory(folder);
        var name = Path.Combine(folder, $"{import.At.UtcDateTime:yyyyMMdd'T'HHmmssfff'Z'}.json");
        File.WriteAllText(name + ".new", JsonSerializer.Serialize(import, Json));
        File.Move(name + ".new", name);
    }

    /// <returns>The import that went; null when none is left.</returns>
    public FactsImport? TakeBack()
    {
        if (Files.LastOrDefault() is not { } last)
            return null;
        var import = Read(last);
        File.Delete(last);
        return import;
    }

    private IEnumerable<string> Files =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal) : [];

    private static CountryFacts Put(CountryFacts known, NewerCountry country, FactsImport import)
    {
        var figures = country.Figures.Where(f => Known.ContainsKey(f.Key)).ToList();
        var put = figures.Aggregate(known, (facts, f) => Known[f.Key].Put(facts, new Figure(f.Value.Value, f.Value.Year)));
        // What a later import brings again is no longer the earlier one's.
        var before = known
            .Newer.Select(o => o with { Figures = [.. o.Figures.Except(figures.Select(f => f.Key))] })
            .Where(o => o.Figures.Count > 0);
        return put with
        {
            Newer = [.. before, new FactsOrigin(import.Source, import.Licence, country.AsOf, [.. figures.Select(f => f.Key)])],
        };
    }

    private static FactsImport Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<FactsImport>(File.ReadAllBytes(file), Json) ?? throw new JsonException("It is empty.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new StartRefusedException(
                $"The figures in {file} cannot be read ({e.Message}). Move the file away and bring them again."
            );
        }
    }
}
