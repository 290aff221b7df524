using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Kosmopolit.Bench.Running;

namespace Kosmopolit.Bench.Retrieval;

using Ranked = List<(string Question, IReadOnlyList<string> Texts)>;

/// <summary><c>retrieval</c>: how well the product's search answers the questions of a judged set.</summary>
internal static class RetrievalBench
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static Command Command()
    {
        var set = new Option<DirectoryInfo>("--set")
        {
            Description = "Folder with docs.jsonl, queries.jsonl and qrels.tsv",
            Required = true,
        };
        var language = new Option<string>("--language") { Description = "BCP 47 tag of the texts and questions", Required = true };
        var run = new Option<FileInfo?>("--run") { Description = "Where to write the ranking, in the format of TREC" };
        var baseline = new Option<bool>("--baseline") { Description = "Also measure plain BM25 over the same texts" };
        var command = new Command("retrieval", "The product's ranking on a judged set") { set, language, run, baseline };
        command.SetAction(r => Run(r.GetValue(set)!, r.GetValue(language)!, r.GetValue(run), r.GetValue(baseline)));
        return command;
    }

    private static void Run(DirectoryInfo set, string language, FileInfo? run, bool baseline)
    {
        var judged = JudgedSet.Read(set.FullName);
        using (var folder = Workplace.Temporary())
        using (var product = new ProductRanking(folder.Path, judged.Texts, language))
        {
            var ranked = Rank(judged, question => product.Rank(question, language));
            Print("kosmopolit", set.Name, ranked, judged);
            if (run is not null)
                Write(run, ranked);
        }
        if (!baseline)
            return;
        using var plain = new PlainRanking(judged.Texts);
        Print("bm25", set.Name, Rank(judged, plain.Rank), judged);
    }

    private static Ranked Rank(JudgedSet judged, Func<string, IReadOnlyList<string>> rank) =>
        [.. judged.Questions.Select(q => (q.Id, rank(q.Text)))];

    /// <summary>One line of JSON; the halves, every other question, show what is chance.</summary>
    private static void Print(string system, string set, Ranked ranked, JudgedSet judged)
    {
        var all = Measures.Of(ranked, judged.Grades);
        var halves = Enumerable.Range(0, 2).Select(h => Measures.Of(ranked.Where((_, i) => i % 2 == h), judged.Grades).Ndcg10);
        var line = new Dictionary<string, object>
        {
            ["system"] = system,
            ["set"] = set,
            ["questions"] = all.Questions,
            ["nDCG@10"] = Math.Round(all.Ndcg10, 4),
            ["MRR@10"] = Math.Round(all.Mrr10, 4),
            ["success@5"] = Math.Round(all.Success5, 4),
            ["recall@100"] = Math.Round(all.Recall100, 4),
            ["nDCG@10 of halves"] = halves.Select(h => Math.Round(h, 4)),
        };
        Console.WriteLine(JsonSerializer.Serialize(line, Json));
    }

    private static void Write(FileInfo run, Ranked ranked)
    {
        run.Directory?.Create();
        using var file = new StreamWriter(run.FullName);
        foreach (var (question, texts) in ranked)
            for (var i = 0; i < texts.Count; i++)
                file.WriteLine(
                    string.Create(CultureInfo.InvariantCulture, $"{question} Q0 {texts[i]} {i + 1} {ProductRanking.Depth - i} kosmopolit")
                );
    }
}
