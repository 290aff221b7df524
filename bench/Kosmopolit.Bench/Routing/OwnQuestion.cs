using System.Text.Encodings.Web;
using System.Text.Json;
using Kosmopolit.Bench.Running;
using Kosmopolit.Features.Members.People;

namespace Kosmopolit.Bench.Routing;

/// <summary>A question of the own set, with what its writer meant; the product gets the words alone.</summary>
/// <param name="Half"><c>tuning</c>, or <c>sealed</c>: measured, never looked at while weights are chosen.</param>
/// <param name="Countries">Codes that the writer meant.</param>
/// <param name="Topic">Key of a topic, or empty.</param>
/// <param name="Speaks">BCP 47 tag of a language asked for, or empty.</param>
/// <param name="Kind"><c>plain</c>, <c>spelling</c>, <c>former</c>, <c>language</c> or <c>nobody</c>.</param>
internal sealed record OwnQuestion(
    string Id,
    string Half,
    string Language,
    string Text,
    IReadOnlyList<string> Countries,
    string Topic,
    string Speaks,
    string Kind
)
{
    public static string Folder { get; } = Path.Combine(Workplace.Repository, "bench", "Kosmopolit.Bench", "Routing", "Own");

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public Topics Topics => Enum.TryParse<Topics>(Topic, ignoreCase: true, out var topic) ? topic : Topics.None;

    public static IReadOnlyList<OwnQuestion> All() =>
        [
            .. File.ReadLines(Path.Combine(Folder, "questions.jsonl"))
                .Where(l => l.Length > 0)
                .Select(l => JsonSerializer.Deserialize<OwnQuestion>(l, Json)!),
        ];
}
