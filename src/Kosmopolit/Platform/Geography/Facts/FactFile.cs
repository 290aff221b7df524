using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kosmopolit.Platform.Geography;

/// <summary>
/// Reads files of country facts in the form of factbook.json: sections of headings with sentences, of which only the figures are
/// taken. A file holds one country, or a list of them under <c>countries</c> with its source under <c>meta</c>.
/// </summary>
public static partial class FactFile
{
    /// <param name="Key">As in <see cref="NewerFacts.Known"/>.</param>
    /// <param name="Part">Of the heading, when it has several; null for the first.</param>
    private sealed record Heading(string Key, string Section, string Name, string? Part = null);

    private static readonly Heading[] Headings =
    [
        new("population", "People and Society", "Population", "total"),
        new("literacy", "People and Society", "Literacy", "total population"),
        new("gdpPerHead", "Economy", "Real GDP per capita"),
        new("inflation", "Economy", "Inflation rate (consumer prices)"),
        new("growth", "Economy", "Real GDP growth rate"),
        new("internet", "Communications", "Internet users", "percent of population"),
    ];

    /// <summary>What a file says of its source; empty when it does not.</summary>
    public static (string Source, string Licence) Meta(JsonElement file) =>
        file.ValueKind == JsonValueKind.Object && file.TryGetProperty("meta", out var meta)
            ? (Said(meta, "source") ?? "", Said(meta, "licence") ?? Said(meta, "license") ?? "")
            : ("", "");

    /// <summary>The countries of a file; two records of one country, such as those of Palestine, count as one.</summary>
    public static IEnumerable<(NewerCountry? Country, string? Problem)> Read(JsonElement file)
    {
        if (file.ValueKind != JsonValueKind.Object)
            return [(null, "no object")];
        var records =
            file.TryGetProperty("countries", out var list) && list.ValueKind == JsonValueKind.Array
                ? list.EnumerateArray().ToList()
                : [file];
        return records
            .GroupBy(r => (Said(r, "iso2") ?? "").ToUpperInvariant())
            .Where(g => g.Key != "EU")
            .SelectMany(g =>
                g.Key.Length == 2
                    ? [Country(g.Key, [.. g])]
                    : g.Select(r => ((NewerCountry?)null, (string?)$"no iso2 ({Said(r, "gec") ?? "?"})"))
            );
    }

    /// <summary>"$1.486 trillion (2024 est.)", "-26.6% (2024 est.)"; null when there is no figure.</summary>
    public static NewerFigure? Figure(string said)
    {
        if (
            Number().Match(said) is not { Success: true } found
            || said.IndexOf('(', StringComparison.Ordinal) is >= 0 and var bracket && bracket < found.Index
        )
            return null;
        if (
            !decimal.TryParse(found.Groups["value"].Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
            || value > 1_000_000_000_000m
        )
            return null;
        value *= found.Groups["scale"].Value.ToLowerInvariant() switch
        {
            "million" => 1_000_000m,
            "billion" => 1_000_000_000m,
            "trillion" => 1_000_000_000_000m,
            _ => 1m,
        };
        int? year = Year().Match(said) is { Success: true } at ? int.Parse(at.Groups[1].Value, CultureInfo.InvariantCulture) : null;
        return new NewerFigure(Math.Round(found.Groups["minus"].Success ? -value : value, 2), year);
    }

    private static (NewerCountry?, string?) Country(string alpha2, List<JsonElement> records)
    {
        var first = records.OrderByDescending(r => Said(r, "gec"), StringComparer.Ordinal).First();
        if (
            !DateOnly.TryParseExact(
                Said(first, "lastContentUpdate"),
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var asOf
            )
        )
            return (null, $"{alpha2}: no day under lastContentUpdate");
        var figures = new Dictionary<string, NewerFigure>();
        foreach (var heading in Headings)
            if (Figure(Text(first, heading)) is { } figure && Makes(heading.Key, figure))
                figures[heading.Key] = figure;
        var people = records.Select(r => Figure(Text(r, Headings[0]))).OfType<NewerFigure>().ToList();
        if (people.Count > 1)
            figures["population"] = new NewerFigure(people.Sum(p => p.Value), people.Min(p => p.Year));
        return figures.Count == 0 ? (null, $"{alpha2}: no figures") : (new NewerCountry(alpha2, asOf, figures), null);
    }

    // What cannot be is a slip of the reading or of the file.
    private static bool Makes(string key, NewerFigure figure) =>
        key switch
        {
            "literacy" or "internet" => figure.Value is >= 0 and <= 100,
            "population" or "gdpPerHead" => figure.Value >= 0,
            _ => figure.Value is > -100 and < 1_000_000_000,
        };

    private static string Text(JsonElement record, Heading heading)
    {
        if (
            !Inside(record, "sections", out var sections)
            || !Inside(sections, heading.Section, out var section)
            || !Inside(section, heading.Name, out var said, any: true)
        )
            return "";
        if (said.ValueKind == JsonValueKind.String)
            return said.GetString() ?? "";
        if (said.ValueKind != JsonValueKind.Object)
            return "";
        if (heading.Part is { } part)
            return Said(said, part) ?? "";
        return said.EnumerateObject()
                .Where(p => p.Name != "note" && p.Value.ValueKind == JsonValueKind.String)
                .Select(p => p.Value.GetString())
                .FirstOrDefault()
            ?? "";
    }

    private static bool Inside(JsonElement of, string name, out JsonElement found, bool any = false)
    {
        found = default;
        return of.ValueKind == JsonValueKind.Object
            && of.TryGetProperty(name, out found)
            && (any || found.ValueKind == JsonValueKind.Object);
    }

    private static string? Said(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var said) && said.ValueKind == JsonValueKind.String
            ? said.GetString()
            : null;

    [GeneratedRegex(
        @"(?<minus>[-–])?\s*\$?(?<value>[0-9][0-9,]*(?:\.[0-9]+)?)\s*(?<scale>million|billion|trillion)?",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Number();

    [GeneratedRegex(@"\([^()]*?((?:19|20)[0-9]{2})", RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
