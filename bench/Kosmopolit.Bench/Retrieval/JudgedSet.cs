using System.Globalization;
using System.Text.Json;

namespace Kosmopolit.Bench.Retrieval;

/// <summary>Texts, questions, and who judged which text to answer which question: the three files of a folder.</summary>
internal sealed record JudgedSet(
    IReadOnlyList<JudgedText> Texts,
    IReadOnlyList<JudgedQuestion> Questions,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Grades
)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <exception cref="IOException">A file is missing.</exception>
    /// <exception cref="FormatException">A line is not as it should be.</exception>
    public static JudgedSet Read(string folder) =>
        new(
            [.. Lines<JudgedText>(folder, "docs.jsonl")],
            [.. Lines<JudgedQuestion>(folder, "queries.jsonl")],
            File.ReadLines(Path.Combine(folder, "qrels.tsv"))
                .Skip(1)
                .Select(line => line.Split('\t'))
                .GroupBy(parts => parts[0])
                .ToDictionary(
                    g => g.Key,
                    g =>
                        (IReadOnlyDictionary<string, int>)
                            g.GroupBy(p => p[1]).ToDictionary(p => p.Key, p => p.Max(x => int.Parse(x[2], CultureInfo.InvariantCulture)))
                )
        );

    private static IEnumerable<T> Lines<T>(string folder, string file) =>
        File.ReadLines(Path.Combine(folder, file))
            .Where(line => !string.IsNullOrWhiteSpace(line))
            .Select(line => JsonSerializer.Deserialize<T>(line, Json) ?? throw new FormatException($"{file}: {line}"));
}

internal sealed record JudgedText(string Id, string? Title, string Text);

internal sealed record JudgedQuestion(string Id, string Text);
