using System.Globalization;
using System.Text.Json;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Search.Experts;
using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Bench.Routing;

/// <summary>
/// People of whom only texts are known: <c>docs.jsonl {id,title,text}</c> is what each wrote, <c>queries.jsonl {id,text}</c> what
/// was asked, <c>qrels.tsv</c> who was right.
/// </summary>
internal sealed class TextSet(string folder)
{
    public async Task<RankedRun> Rank(ExpertRanking ranking, string language, CancellationToken ct)
    {
        var people = new List<ExpertFacts>();
        var texts = new List<IReadOnlyCollection<string>>();
        var names = new Dictionary<Guid, string>();
        await foreach (var row in Rows("docs.jsonl", ct))
        {
            var person = Nobody();
            names[person.Id] = Text(row, "id");
            people.Add(new ExpertFacts(person));
            texts.Add([$"{Text(row, "title")} {Text(row, "text")}"]);
        }
        var run = new RankedRun();
        var votes = ranking.Listen(texts);
        await foreach (var row in Rows("queries.jsonl", ct))
        {
            var wanted = ranking.Read(Text(row, "text"), language);
            var ranked = ExpertRanking.Rank(wanted, people, votes, 2026);
            run.Add(Text(row, "id"), [.. ranked.Select(r => (names[r.Facts.Person.Id], r.Score))]);
        }
        return run;
    }

    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>>> Judged(CancellationToken ct) =>
        Read(await File.ReadAllLinesAsync(Path.Combine(folder, "qrels.tsv"), ct));

    /// <summary>Lines of question, who, grade; TREC's form with a column more is read as well.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Read(IEnumerable<string> lines) =>
        lines
            .Select(l => l.Split((char[])['\t', ' '], StringSplitOptions.RemoveEmptyEntries))
            .Where(c => c.Length >= 3 && int.TryParse(c[^1], NumberStyles.Integer, CultureInfo.InvariantCulture, out _))
            .Select(c => (Question: c[0], Who: c[^2], Grade: int.Parse(c[^1], CultureInfo.InvariantCulture)))
            .GroupBy(r => r.Question)
            .ToDictionary(g => g.Key, g => (IReadOnlyDictionary<string, int>)g.ToDictionary(r => r.Who, r => r.Grade));

    private static PersonView Nobody() =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Slug = "",
            Distance = Audience.Public,
            OfferLanguage = "",
            LooksForLanguage = "",
        };

    private async IAsyncEnumerable<JsonElement> Rows(
        string file,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct
    )
    {
        await foreach (var line in File.ReadLinesAsync(Path.Combine(folder, file), ct))
            if (line.Length > 0)
                yield return JsonDocument.Parse(line).RootElement;
    }

    private static string Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
