using System.Globalization;
using System.Text.Json;
using Kosmopolit.Features.Knowledge.Articles;

namespace Kosmopolit.Features.Knowledge.Starter;

/// <summary>A text that ships with the product; see <c>data/starter/README.md</c>.</summary>
public sealed record StarterText(
    Subject Subject,
    Words Words,
    DateOnly Written,
    IReadOnlyList<string> Questions,
    IReadOnlyList<(string Title, string Url)> Sources
);

/// <summary>Reads the files of <c>data/starter</c>.</summary>
public static class StarterTexts
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "data", "starter");

    /// <summary>All of them, by country, topic and language.</summary>
    /// <exception cref="InvalidDataException">A file does not keep to the form; the message names it.</exception>
    public static IReadOnlyList<StarterText> Read() =>
        Directory.Exists(Folder)
            ?
            [
                .. Directory
                    .EnumerateFiles(Folder, "*.md", SearchOption.AllDirectories)
                    .Where(f => Path.GetDirectoryName(f) != Folder)
                    .Order(StringComparer.Ordinal)
                    .Select(Read),
            ]
            : [];

    private static StarterText Read(string file)
    {
        try
        {
            return Parse(File.ReadAllText(file));
        }
        catch (Exception e) when (e is FormatException or JsonException or KeyNotFoundException or ArgumentException)
        {
            throw new InvalidDataException($"{file}: {e.Message}", e);
        }
    }

    internal static StarterText Parse(string file)
    {
        var parts = file.ReplaceLineEndings("\n").Split("---\n", 3);
        if (parts.Length != 3)
            throw new FormatException("The front matter is missing.");
        var (values, lists) = Front(parts[1]);
        var subject = new Subject(values["country"], values["topic"], values["language"]);
        return new StarterText(
            subject,
            new Words(values["title"], values["summary"], parts[2].Trim()),
            DateOnly.ParseExact(values["written"], "yyyy-MM-dd", CultureInfo.InvariantCulture),
            lists.GetValueOrDefault("questions", []),
            [.. lists.GetValueOrDefault("sources", []).Select(Link)]
        );
    }

    private static (Dictionary<string, string>, Dictionary<string, List<string>>) Front(string front)
    {
        var (values, lists) = (new Dictionary<string, string>(), new Dictionary<string, List<string>>());
        var key = "";
        foreach (var line in front.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.TrimStart().StartsWith("- ", StringComparison.Ordinal))
            {
                lists[key].Add(Value(line.TrimStart()[2..]));
                continue;
            }
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            (key, var value) = (line[..colon], line[(colon + 1)..].Trim());
            if (value.Length is 0 || value == "[]")
                lists[key] = [];
            else
                values[key] = Value(value);
        }
        return (values, lists);
    }

    // Texts stand in double quotes without escapes: JSON reads them too.
    private static string Value(string written) => written.StartsWith('"') ? JsonSerializer.Deserialize<string>(written)! : written;

    // [institution](address)
    private static (string, string) Link(string written)
    {
        var middle = written.IndexOf("](", StringComparison.Ordinal);
        return (written[1..middle], written[(middle + 2)..^1]);
    }
}
