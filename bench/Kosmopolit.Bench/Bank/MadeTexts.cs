using System.Text.Json;

namespace Kosmopolit.Bench.Bank;

/// <summary>Texts in the form of an import, as many as wanted: words that mean nothing, in the length of a country guide.</summary>
internal static class MadeTexts
{
    private static readonly string[] Countries = ["VN", "IQ", "IR", "SY", "SO", "TH", "CN", "CL", "PL", "DE", "NO", "FI"];
    private static readonly string[] Kinds = ["laws-and-culture", "local-laws", "country-commercial-guide"];

    public static IEnumerable<string> Lines(int count) =>
        Enumerable.Range(0, count).Select(i => JsonSerializer.Serialize(One(i), JsonSerializerOptions.Web));

    /// <summary>Address of the text with this number.</summary>
    public static string Slug(int number) => $"bench-{number}";

    private static object One(int i) =>
        new
        {
            id = Slug(i),
            iso2 = Countries[i % Countries.Length],
            lang = "en",
            kind = Kinds[i % Kinds.Length],
            title = $"Guide number {i}",
            text = Text(i),
            source = "bench",
            url = "https://example.org/bench",
            licence = "CC0-1.0",
            attribution = "Nobody",
            asOf = "2026-11-01",
        };

    private static string Text(int seed)
    {
        var random = new Random(seed);
        var paragraphs = Enumerable
            .Range(0, 8)
            .Select(p => $"## Part {p}\n\n" + string.Join(' ', Enumerable.Range(0, 60).Select(_ => Word(random))) + ".");
        return string.Join("\n\n", paragraphs);
    }

    private static string Word(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(2, 5)).Select(_ => $"{"bdfgklmnprstv"[random.Next(13)]}{"aeiou"[random.Next(5)]}"));
}
